import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asInstallation, refusal, withToken } from './octokit.ts'
import { type Github, startGithub } from './start-github.ts'

let github: Github
let folder: string

beforeEach(async () => {
  github = await startGithub()
  folder = mkdtempSync(join(tmpdir(), 'seed-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await github.stop()
})

describe('a repository starts', () => {
  it('from a folder, with links and executables', async () => {
    writeFileSync(join(folder, 'run'), '#!/bin/sh\n', { mode: 0o755 })
    symlinkSync('run', join(folder, 'link'))
    const repository = await github.repository('acme/site', {
      folder,
      files: { vendor: { submodule: 'a'.repeat(40) } },
    })
    const octokit = await asInstallation(github, 'acme')
    const { data } = await octokit.rest.git.getTree({ owner: 'acme', repo: 'site', tree_sha: 'main' })
    expect(data.tree.map(({ mode, path, type }) => `${mode} ${type} ${path}`)).toEqual([
      '120000 blob link',
      '100755 blob run',
      '160000 commit vendor',
    ])
    expect(await repository.files('main')).toEqual({ link: 'run', run: '#!/bin/sh\n' })
  })

  it('from a local git repository, with its history and branches', async () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: folder })
    git('init', '-q', '-b', 'trunk')
    for (const name of ['one', 'two']) {
      writeFileSync(join(folder, name), name)
      git('add', '.')
      git('commit', '-qm', name)
    }
    git('branch', 'other')
    const repository = await github.repository('acme/site', { clone: folder })
    expect([repository.state.defaultBranch, repository.branches()]).toEqual(['trunk', ['other', 'trunk']])
    expect(await repository.files('trunk')).toEqual({ one: 'one', two: 'two' })
    const octokit = await asInstallation(github, 'acme')
    const { data } = await octokit.rest.repos.listCommits({ owner: 'acme', repo: 'site' })
    expect(data.map((one) => one.commit.message)).toEqual(['two\n', 'one\n'])
  })

  it('without a commit, where the contents API makes the first one', async () => {
    const repository = await github.repository('acme/new', { empty: true })
    const at = { owner: 'acme', repo: 'new' }
    const octokit = await asInstallation(github, 'acme')
    expect(await refusal(octokit.rest.git.getTree({ ...at, tree_sha: 'main' }))).toBe('409 Git Repository is empty.')
    const put = { ...at, path: 'a/b.txt', message: 'First', content: Buffer.from('hi').toString('base64') }
    const made = await octokit.rest.repos.createOrUpdateFileContents(put)
    expect(await repository.files('main')).toEqual({ 'a/b.txt': 'hi' })
    expect(made.data.commit.verification?.verified).toBe(true)
    expect(await refusal(octokit.rest.repos.createOrUpdateFileContents(put))).toContain('"sha" wasn\'t supplied')
    const sha = made.data.content?.sha ?? ''
    await octokit.rest.repos.createOrUpdateFileContents({ ...put, sha, content: '' })
    const { data } = await octokit.rest.repos.getContent({ ...at, path: 'a/b.txt' })
    expect(data).toMatchObject({ type: 'file', content: '', encoding: 'base64' })
  })
})

it('a renamed repository is reached by its old name, for reading and for writing', async () => {
  const repository = await github.repository('acme/site')
  const octokit = await asInstallation(github, 'acme')
  github.rename(repository, 'acme/web')
  const { data } = await octokit.rest.repos.get({ owner: 'acme', repo: 'site' })
  expect(data.full_name).toBe('acme/web')
  const blob = await octokit.rest.git.createBlob({ owner: 'acme', repo: 'site', content: 'x' })
  expect(blob.status).toBe(201)
  const byId = await octokit.request('GET /repositories/{id}', { id: repository.id })
  expect(byId.data.name).toBe('web')
})

it('tells how it forms the OIDC subject, by its age', async () => {
  const old = await github.repository('acme/old')
  await github.repository('acme/new', { createdAt: '2026-09-01T00:00:00Z' })
  const octokit = await asInstallation(github, 'acme')
  const ask = async (repo: string) =>
    (await octokit.request('GET /repos/{owner}/{repo}/actions/oidc/customization/sub', { owner: 'acme', repo })).data
  expect(await ask('old')).toEqual({
    use_default: true,
    use_immutable_subject: false,
    sub_claim_prefix: 'repo:acme/old',
  })
  const ids = (await octokit.rest.repos.get({ owner: 'acme', repo: 'new' })).data
  expect(await ask('new')).toMatchObject({ sub_claim_prefix: `repo:acme@${ids.owner.id}/new@${ids.id}` })
  old.state.oidcSubject = null
  expect(await refusal(ask('old'))).toBe('404 Not Found')
})

it('names its version only as GitHub Enterprise Server', async () => {
  const meta = async (one: Github) => Object((await withToken(one).rest.meta.get()).data)
  expect(await meta(github)).not.toHaveProperty('installed_version')
  const enterprise = await startGithub({ enterprise: '3.17.2' })
  expect(await meta(enterprise)).toMatchObject({ installed_version: '3.17.2' })
  const repository = await enterprise.repository('acme/site')
  const octokit = await asInstallation(enterprise, 'acme')
  const { data } = await octokit.rest.repos.get({ owner: 'acme', repo: repository.state.name })
  expect(data.html_url).toBe(`${enterprise.url}/acme/site`)
  await enterprise.stop()
})

it('check runs are written, with annotations, and found by commit', async () => {
  const repository = await github.repository('acme/site')
  const octokit = await asInstallation(github, 'acme')
  const at = { owner: 'acme', repo: 'site' }
  const head_sha = repository.branch('main') ?? ''
  const annotation = { path: 'a', start_line: 1, end_line: 1, annotation_level: 'warning', message: 'Look' } as const
  const output = { title: 'Lints', summary: 'Fine', annotations: [annotation] }
  const made = await octokit.rest.checks.create({ ...at, name: 'slipway', head_sha, output })
  await octokit.rest.checks.update({ ...at, check_run_id: made.data.id, conclusion: 'success' })
  const { data } = await octokit.rest.checks.listForRef({ ...at, ref: 'main' })
  expect(data.check_runs).toMatchObject([
    { status: 'completed', conclusion: 'success', output: { annotations_count: 1 } },
  ])
  const many = { ...output, annotations: Array.from({ length: 51 }, () => annotation) }
  expect(await refusal(octokit.rest.checks.update({ ...at, check_run_id: made.data.id, output: many }))).toContain(
    '422',
  )
})

it('deployments get statuses', async () => {
  await github.repository('acme/site')
  const octokit = await asInstallation(github, 'acme')
  const at = { owner: 'acme', repo: 'site' }
  const { data } = await octokit.request('POST /repos/{owner}/{repo}/deployments', { ...at, ref: 'main' })
  const id = 'id' in data ? Number(data.id) : 0
  await octokit.rest.repos.createDeploymentStatus({
    ...at,
    deployment_id: id,
    state: 'success',
    environment_url: 'https://x',
  })
  const statuses = await octokit.rest.repos.listDeploymentStatuses({ ...at, deployment_id: id })
  expect(statuses.data).toMatchObject([{ state: 'success', environment_url: 'https://x', environment: 'production' }])
  const list = octokit.rest.repos.listDeployments
  expect((await list({ ...at, environment: 'production', task: 'deploy' })).data).toHaveLength(1)
  expect((await list({ ...at, sha: '0'.repeat(40) })).data).toEqual([])
})

it('a deployment waits for every check of its commit unless told otherwise', async () => {
  const repository = await github.repository('acme/site')
  const octokit = await asInstallation(github, 'acme')
  const at = { owner: 'acme', repo: 'site' }
  const head_sha = repository.branch('main') ?? ''
  await octokit.rest.checks.create({ ...at, name: 'test', head_sha, status: 'completed', conclusion: 'failure' })
  expect(await refusal(octokit.rest.repos.createDeployment({ ...at, ref: 'main' }))).toContain('409')
  await octokit.rest.repos.createDeployment({ ...at, ref: 'main', required_contexts: [], payload: { app: 'web' } })
  expect(repository.state.deployments).toMatchObject([{ sha: head_sha, payload: { app: 'web' }, production: true }])
})

it('a success puts earlier deployments of the same environment out of service, where people do not use it', async () => {
  const repository = await github.repository('acme/site')
  const octokit = await asInstallation(github, 'acme')
  const at = { owner: 'acme', repo: 'site' }
  const deploy = async (environment: string, how: { auto_inactive?: boolean } = {}) => {
    const { data } = await octokit.rest.repos.createDeployment({ ...at, ref: 'main', environment })
    const deployment_id = 'id' in data ? data.id : 0
    await octokit.rest.repos.createDeploymentStatus({ ...at, deployment_id, state: 'success', ...how })
  }
  const states = () => repository.state.deployments.map(({ statuses }) => statuses.at(-1)?.state)
  await deploy('staging')
  await deploy('staging', { auto_inactive: false })
  expect(states()).toEqual(['success', 'success'])
  await deploy('staging')
  await deploy('production')
  await deploy('production')
  expect(states()).toEqual(['inactive', 'inactive', 'success', 'success', 'success'])
})
