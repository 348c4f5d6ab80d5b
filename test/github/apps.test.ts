import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asApp, asInstallation, refusal, withToken } from './octokit.ts'
import { type Github, startGithub } from './start-github.ts'

let github: Github
const at = { owner: 'acme', repo: 'site' }

beforeEach(async () => {
  github = await startGithub()
  await github.repository('acme/site')
})
afterEach(() => github.stop())

describe('the app', () => {
  it('shows itself by its JWT, and its installations', async () => {
    const app = asApp(github)
    expect((await app.rest.apps.getAuthenticated()).data).toMatchObject({ id: github.app.id, slug: 'slipway' })
    const { data } = await app.rest.apps.listInstallations()
    expect(data.map((one) => [one.repository_selection, one.permissions.workflows])).toEqual([['all', 'write']])
    const own = await app.rest.apps.getRepoInstallation(at)
    expect(own.data.id).toBe(data[0]?.id)
  })

  it('is not believed with another key', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const app = asApp(github, String(privateKey.export({ type: 'pkcs8', format: 'pem' })))
    expect(await refusal(app.rest.apps.getAuthenticated())).toBe('401 A JSON web token could not be decoded')
  })

  it('is not believed with a JWT that is over', async () => {
    const app = asApp(github)
    const { token } = Object(await app.auth({ type: 'app' }))
    github.clock.advance(11 * 60_000)
    const late = withToken(github, token)
    expect(await refusal(late.request('GET /app'))).toContain("401 'Expiration time' claim ('exp')")
  })

  it('registers itself from a manifest, once per code', async () => {
    github.world.manifestCodes.add('abc')
    const nobody = withToken(github)
    const { data } = await nobody.rest.apps.createFromManifest({ code: 'abc' })
    expect(data).toMatchObject({ id: github.app.id, webhook_secret: github.app.webhookSecret })
    expect(await refusal(nobody.rest.apps.createFromManifest({ code: 'abc' }))).toBe('404 Not Found')
  })
})

describe('an installation token', () => {
  it('reaches only the repositories it was made for', async () => {
    await github.repository('acme/secret', { private: true })
    const wide = await asInstallation(github, 'acme')
    const narrow = await asInstallation(github, 'acme', { repositories: ['site'] })
    const secret = { owner: 'acme', repo: 'secret' }
    expect((await wide.rest.repos.get(secret)).data.private).toBe(true)
    expect((await narrow.rest.apps.listReposAccessibleToInstallation()).data.total_count).toBe(1)
    expect(await refusal(narrow.rest.repos.get(secret))).toBe('404 Not Found')
    const unknown = asInstallation(github, 'acme', { repositories: ['nothing'] })
    expect(await refusal(unknown)).toContain('422 There is at least one repository that does not exist')
  })

  it('reads what is public elsewhere, and writes nothing there', async () => {
    await github.repository('other/open', { installed: false })
    const octokit = await asInstallation(github, 'acme')
    const open = { owner: 'other', repo: 'open' }
    expect((await octokit.rest.repos.get(open)).data.permissions?.push).toBe(false)
    const write = octokit.rest.git.createBlob({ ...open, content: 'x' })
    expect(await refusal(write)).toBe('403 Resource not accessible by integration')
  })

  it('may do only what it was made for', async () => {
    const octokit = await asInstallation(github, 'acme', { permissions: { contents: 'read' } })
    expect((await octokit.rest.git.getRef({ ...at, ref: 'heads/main' })).status).toBe(200)
    const blob = octokit.rest.git.createBlob({ ...at, content: 'x' })
    expect(await refusal(blob)).toBe('403 Resource not accessible by integration')
    const pull = octokit.rest.pulls.list(at)
    expect(await refusal(pull)).toBe('403 Resource not accessible by integration')
    const beyond = asInstallation(github, 'acme', { permissions: { actions: 'write' } })
    expect(await refusal(beyond)).toBe('422 The permissions requested are not granted to this installation.')
  })

  it('loses what the installation loses, and ends with it', async () => {
    const octokit = await asInstallation(github, 'acme')
    await github.install('acme', { permissions: { metadata: 'read', contents: 'read' } })
    const blob = octokit.rest.git.createBlob({ ...at, content: 'x' })
    expect(await refusal(blob)).toBe('403 Resource not accessible by integration')
    await github.suspend('acme')
    expect(await refusal(octokit.rest.repos.get(at))).toBe('403 This installation has been suspended')
    expect(await refusal(asInstallation(github, 'acme'))).toBe('403 This installation has been suspended')
    await github.unsuspend('acme')
    expect((await octokit.rest.repos.get(at)).status).toBe(200)
    await github.uninstall('acme')
    expect(await refusal(octokit.rest.repos.get(at))).toBe('401 Bad credentials')
  })

  it('ends after an hour', async () => {
    const octokit = await asInstallation(github, 'acme')
    github.clock.advance(59 * 60_000)
    expect((await octokit.rest.repos.get(at)).status).toBe(200)
    github.clock.advance(2 * 60_000)
    expect(await refusal(octokit.rest.repos.get(at))).toBe('401 Bad credentials')
  })
})

it('nobody reads what is public, and no more', async () => {
  await github.repository('acme/secret', { private: true })
  const nobody = withToken(github)
  expect((await nobody.rest.repos.get(at)).data.full_name).toBe('acme/site')
  expect(await refusal(nobody.rest.repos.get({ owner: 'acme', repo: 'secret' }))).toBe('404 Not Found')
  expect(await refusal(nobody.request('GET /nothing'))).toBe('404 Not Found (the stand-in has no GET /nothing)')
})
