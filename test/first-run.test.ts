import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { waitForReply } from './demo/wait-for-reply.ts'
import { type Github, startGithub } from './github/start-github.ts'

const main = join(import.meta.dirname, '../src/main.ts')

let github: Github
let folder: string
const started: ChildProcess[] = []
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'slipway-first-'))
  github = await startGithub()
})
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  await github.stop()
  rmSync(folder, { recursive: true })
})

/** `npm start` in a folder: nothing but where GitHub is, and what `.env` there says. */
async function start(cwd = folder) {
  const { GHE_HOST, GHE_PROTOCOL } = github.env
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    GHE_HOST,
    GHE_PROTOCOL,
    HOST: '127.0.0.1',
    PORT: String(await freePort()),
    LOG_FORMAT: 'json',
  }
  const child = spawn(process.execPath, [main], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  const said = { text: '' }
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said.text += chunk.toString('utf8')
    })
  }
  const find = (pattern: RegExp) =>
    vi.waitFor(() => {
      const [, found] = pattern.exec(said.text) ?? []
      if (found === undefined) throw new Error(said.text)
      return found
    }, 40_000)
  return { child, said, find }
}

/** The page and the app listen on one port, one after the other. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}

const page = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

/** What GitHub does with the second step's form: it makes the app, and sends the browser back with a code. */
async function press(text: string) {
  const shown = page(text)
  const [, action = ''] = /<form method="post" action="(http[^"]+)"/u.exec(shown) ?? []
  const [, manifest = '{}'] = /name="manifest" value="(.*?)"><button/u.exec(shown) ?? []
  const app = JSON.parse(manifest)
  github.world.manifestCodes.add('a-code')
  github.app.webhookUrl = app.hook_attributes.url
  return { app, action, back: `${app.redirect_url}?code=a-code&state=${new URL(action).searchParams.get('state')}` }
}

describe('the first run', () => {
  it('registers the app from a page, keeps the credentials, and answers a command; a restart needs the file alone', async () => {
    cpSync('.env.example', join(folder, '.env'))
    const { child, find } = await start()
    const url = await find(/open (http:\/\/127\.0\.0\.1:\d+)/u)
    const empty = await (await fetch(url)).text()
    expect(empty).toContain('Say first where GitHub finds this process')
    const asked = await fetch(`${url}/?address=${url}/&organization=acme&name=acme-slipway`)
    const { app, action, back } = await press(await asked.text())
    expect(action).toContain(`${github.url}/organizations/acme/settings/apps/new?state=`)
    expect(app).toMatchObject({
      ...{ name: 'acme-slipway', url, public: false, redirect_url: `${url}/registered` },
      hook_attributes: { url: `${url}/api/github/webhooks`, active: true },
    })
    const { default_permissions, default_events } = parse(readFileSync('app.yml', 'utf8'))
    expect(app).toMatchObject({ default_permissions, default_events })

    const registered = await fetch(back, { redirect: 'manual' })
    expect([registered.status, registered.headers.get('location')]).toEqual([
      303,
      'https://github.com/apps/slipway/installations/new',
    ])
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600)
    await find(/(Listening) on/u)
    await answers(github, 'acme/one')

    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    const again = await start()
    const next = await again.find(/Listening on (http:\/\/127\.0\.0\.1:\d+)/u)
    github.app.webhookUrl = `${next}/api/github/webhooks`
    await answers(github, 'acme/two')
  }, 120_000)

  it('takes nothing over that did not begin at its page, nor a code that GitHub does not know', async () => {
    const { find } = await start()
    const url = await find(/open (http:\/\/127\.0\.0\.1:\d+)/u)
    github.world.manifestCodes.add('a-code')
    const foreign = await fetch(`${url}/registered?code=a-code&state=0123`)
    expect([foreign.status, await foreign.text()]).toEqual([400, expect.stringContaining('did not ask for that')])
    const { back } = await press(await (await fetch(`${url}/?address=${url}`)).text())
    const wrong = await fetch(back.replace('a-code', 'another'), { headers: { 'accept-language': 'ja' } })
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('受け付けませんでした（404）')])
    expect((await fetch(back)).status).toBe(400)
    expect((await fetch(`${url}/api/github/webhooks`, { method: 'POST', body: '{}' })).status).toBe(404)
  }, 60_000)

  it('says at once that the credentials could not be kept, before an app is made for nothing', async () => {
    // Nobody can make a file there, not even root.
    const { child, said } = await start('/proc')
    expect(await once(child, 'exit')).toEqual([1, null])
    expect(said.text).toContain('.env cannot be written')
  })
})

/** Installs the app on a repository; a person comments on an issue of it, and the app answers. */
async function answers(github: Github, name: string): Promise<void> {
  const repository = await github.repository(name, { folder: 'test/repos/express', roles: { alice: 'write' } })
  const alice = github.person('alice')
  const issue = await alice.opensIssue(repository, 'Set up CI/CD')
  const { delivery } = await alice.comments(repository, issue, '/cicd help')
  expect(delivery?.statusCode).toBe(202)
  expect(await waitForReply(repository, issue)).toBe(true)
}
