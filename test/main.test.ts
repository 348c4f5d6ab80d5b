import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { type Github, startGithub } from './github/start-github.ts'

const main = join(import.meta.dirname, '../src/main.ts')
const started: ChildProcess[] = []
const folders: string[] = []
let github: Github | null = null
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  await github?.stop()
  github = null
})
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** `npm start` in an empty folder, with this environment and nothing else. */
function start(env: NodeJS.ProcessEnv) {
  const clean: NodeJS.ProcessEnv = { PATH: process.env.PATH, NO_SMEE_SETUP: 'true', ...env }
  const cwd = mkdtempSync(join(tmpdir(), 'slipway-main-'))
  folders.push(cwd)
  const child = spawn(process.execPath, [main], { env: clean, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString('utf8')
  })
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString('utf8')
  })
  started.push(child)
  return { child, said }
}

/** Waits until it listens, and gives the URL. */
function listening(said: { readonly out: string }): Promise<string> {
  return vi.waitFor(() => {
    const [found] = /http:\/\/127\.0\.0\.1:\d+/u.exec(said.out) ?? []
    expect(found).toBeDefined()
    return found ?? ''
  }, 40_000)
}

const ready = async (url: string) => (await fetch(`${url}/readyz`)).status

describe('npm start', () => {
  it.each([
    ['nothing', {}, 'APP_ID is missing'],
    ['the secret that Probot falls back to', { WEBHOOK_SECRET: 'development' }, 'WEBHOOK_SECRET is "development"'],
    ['a malformed key', { APP_ID: '1', WEBHOOK_SECRET: 'x'.repeat(20), PRIVATE_KEY: 'x' }, 'PRIVATE_KEY is malformed'],
  ])('B60 refuses to start in production with %s, in one line', async (_what, env, reason) => {
    const { child, said } = start({ NODE_ENV: 'production', ...env })
    const [code] = await once(child, 'exit')
    expect(code).toBe(1)
    expect(said.err.trimEnd().split('\n')).toHaveLength(1)
    expect(said.err).toContain(reason)
  })

  it('opens the page that registers the app where there are no credentials', async () => {
    const { said } = start({ HOST: '127.0.0.1', PORT: '0', LOG_FORMAT: 'json' })
    const url = await listening(said)
    const page = await fetch(`${url}/?address=https://ci.example.com`)
    expect(await page.text()).toContain('action="https://github.com/settings/apps/new?state=')
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' https://github.com;")
    const local = await fetch(`${url}/?address=http://localhost:3000`, { headers: { 'accept-language': 'ja' } })
    expect(await local.text()).toContain('github.com からは接続できません')
  })

  it('serves with credentials, tells its health, and ends on SIGTERM', async () => {
    github = await startGithub()
    const settings: NodeJS.ProcessEnv = { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0' }
    const { child, said } = start({ ...github.env, ...settings })
    const url = await listening(said)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    await vi.waitFor(async () => expect(await ready(url)).toBe(200), 10_000)
    expect((await fetch(`${url}/ping`)).status).toBe(404)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(said.err).toBe('')
  })
})

const production: NodeJS.ProcessEnv = { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0' }

describe('B68 in a company network', () => {
  it.each([
    ['goes through the proxy', {}, true],
    ['goes without it to the hosts that are left out', { NO_PROXY: '127.0.0.1' }, false],
  ])(
    '%s',
    async (_what, env, expected) => {
      github = await startGithub({ enterprise: '3.17.2' })
      const proxy = await startProxy()
      const { said } = start({ ...github.env, ...production, HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, ...env })
      const url = await listening(said)
      await vi.waitFor(async () => expect(await ready(url)).toBe(200), 40_000)
      expect(proxy.asked.includes(new URL(github.url).host)).toBe(expected)
      proxy.stop()
    },
    60_000,
  )

  it('refuses to start with a proxy that is no URL', async () => {
    const { child, said } = start({ ...production, HTTPS_PROXY: 'proxy example', ...(await credentials()) })
    expect(await once(child, 'exit')).toEqual([1, null])
    expect(said.err).toMatch(/^Cannot start: HTTPS_PROXY or HTTP_PROXY is not of the form/u)
    expect(said.err.trimEnd().split('\n')).toHaveLength(1)
  })

  it('trusts a certificate of a private authority that is named, and no other', async () => {
    github = await startGithub({ enterprise: '3.17.2' })
    const front = await startTls(github.url)
    const settings = { ...github.env, ...production, GHE_HOST: front.host, GHE_PROTOCOL: 'https' }
    const [trusting, other] = [start({ ...settings, NODE_EXTRA_CA_CERTS: front.authority }), start(settings)]
    const [url, refused] = await Promise.all([listening(trusting.said), listening(other.said)])
    await vi.waitFor(async () => expect(await ready(url)).toBe(200), 40_000)
    expect(await ready(refused)).toBe(503)
    front.stop()
  }, 60_000)
})

async function credentials(): Promise<NodeJS.ProcessEnv> {
  github = await startGithub()
  return github.env
}

/** A proxy that notes the hosts that it is asked for. */
async function startProxy() {
  const asked: string[] = []
  const server = createHttpServer()
  server.on('connect', (request, socket, head) => {
    asked.push(request.url ?? '')
    const { hostname, port } = new URL(`http://${request.url}`)
    const there = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      there.write(head)
      there.pipe(socket).pipe(there)
    })
    there.on('error', () => socket.destroy())
    socket.on('error', () => there.destroy())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    asked,
    stop: () => server.closeAllConnections() ?? server.close(),
  }
}

/** TLS before a server, with a certificate for 127.0.0.1 that signs itself. */
async function startTls(url: string) {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-tls-'))
  const [key, authority] = [join(folder, 'key.pem'), join(folder, 'ca.pem')]
  const subject = ['-subj', '/CN=company', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '1']
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', authority, ...subject]
  execFileSync('openssl', made, { stdio: 'ignore' })
  const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(authority) }, (socket) => {
    const there = connect(Number(new URL(url).port), '127.0.0.1')
    socket.pipe(there).pipe(socket)
    socket.on('error', () => there.destroy())
    there.on('error', () => socket.destroy())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { host: `127.0.0.1:${portOf(server)}`, authority, stop: () => server.close() }
}

function portOf(server: { address(): AddressInfo | string | null }): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
