import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

/** Probot's own server, which shows the page, takes port 0 for 3000. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

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
    const { said } = start({ PORT: String(await freePort()), LOG_FORMAT: 'json' })
    const port = await vi.waitFor(() => {
      const [, found] = /Listening on http:\/\/localhost:(\d+)/u.exec(said.out) ?? []
      expect(found).toBeDefined()
      return found
    }, 10_000)
    const page = await (await fetch(`http://localhost:${port}/probot`)).text()
    expect(page).toContain('https://github.com/settings/apps/new')
  })

  it('serves with credentials, tells its health, and ends on SIGTERM', async () => {
    github = await startGithub()
    const settings: NodeJS.ProcessEnv = { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0' }
    const { child, said } = start({ ...github.env, ...settings })
    const url = await vi.waitFor(() => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/u.exec(said.out) ?? []
      expect(found).toBeDefined()
      return found
    }, 10_000)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), 10_000)
    expect((await fetch(`${url}/ping`)).status).toBe(404)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(said.err).toBe('')
  })
})
