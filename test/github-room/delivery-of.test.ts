import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeLog } from '../../src/app/log.ts'
import { createClient } from '../../src/github/client.ts'
import { type Watching, watching } from '../../src/github/delivery-of.ts'
import { recordDeployment } from '../../src/github/record-deployment.ts'
import { deployingToken, watchingToken } from '../../src/github/token.ts'
import { writeBudget } from '../../src/github/write-budget.ts'
import type { DeliveredApp } from '../../src/model.ts'
import { pace } from '../app/start-app.ts'
import { asApp } from '../github/octokit.ts'
import type { RepositoryHandle } from '../github/repository-handle.ts'
import { type RunOptions, runWorkflow } from '../github/runs-workflow.ts'
import { type Github, startGithub } from '../github/start-github.ts'

let github: Github
let repository: RepositoryHandle

beforeEach(async () => {
  github = await startGithub()
  repository = await github.repository('acme/site')
})
afterEach(() => github.stop())

async function place(token: typeof watchingToken) {
  const app = asApp(github)
  const installation = (await app.rest.apps.getOrgInstallation({ org: 'acme' })).data.id
  const client = createClient({
    ...{ apiUrl: github.apiUrl, lane: 'lane', pace, onWait: () => {}, budget: writeBudget() },
    token: await token(app, { installation, repository: repository.id, settingsUrl: '' }),
    log: makeLog('fatal', { write: () => {} }),
  })
  return { client, owner: 'acme', name: 'site' }
}

const watch = async (): Promise<Watching> => watching(await place(watchingToken))

const path = '.github/workflows/deploy-site.yml'
const run = (jobs: RunOptions['jobs'], more: Partial<RunOptions> = {}) =>
  runWorkflow(github.world, repository.state, { path, jobs, by: 'alice', ...more })

function app(environment: string, own: Partial<DeliveredApp> = {}): DeliveredApp {
  return {
    ...{ app: { root: '.', name: 'site' }, target: 'ecr', merged: true },
    destination: {
      ...{ environment, slug: environment, account: null, region: null, branch: 'main' },
      production: environment === 'production',
    },
    host: { kind: 'unseen', name: 'site' },
    workflow: { path, job: `Deploy to ${environment}` },
    ...own,
  }
}
const staging = app('staging')
const production = app('production')
const ok = (environment: string) => ({ name: `Deploy to ${environment}`, conclusion: 'success' as const })
const skipped = (environment: string) => ({ name: `Deploy to ${environment}`, conclusion: 'skipped' as const })
const failed = (name: string, errors: readonly string[] = []) => ({
  ...{ name, conclusion: 'failure' as const, errors },
  steps: [
    { name: 'Check out the code', conclusion: 'success' as const },
    { name: 'Deploy', conclusion: 'failure' as const },
  ],
})
const routes = () =>
  github.calls.all
    .filter(({ kind }) => kind !== 'token')
    .flatMap(({ route }) => /\/(?:runs|jobs)$/u.exec(route ?? '')?.[0] ?? [])

describe('a deployment as the runs of its workflow tell it', () => {
  it('is none where the workflow is not known or has not run', async () => {
    expect(await (await watch()).see(production, false)).toMatchObject({ state: 'none', last: null })
    repository.state.workflows.add(path)
    expect(await (await watch()).see(production, false)).toMatchObject({ state: 'none', last: null })
  })

  it('is of the run whose job for the environment was reached last, and asks once for what environments share', async () => {
    const first = run([ok('staging'), ok('production')], { sha: 'a'.repeat(40) })
    run([ok('staging'), skipped('production')], { sha: 'b'.repeat(40), event: 'workflow_dispatch', by: 'bob' })
    const { see } = await watch()
    const seen = await Promise.all([see(staging, false), see(production, false)])
    expect(seen.map((one) => [one?.state, one?.last?.commit, one?.last?.by])).toEqual([
      ['running', 'b'.repeat(40), 'bob'],
      ['running', 'a'.repeat(40), 'alice'],
    ])
    expect(seen[1]?.last?.url).toMatch(new RegExp(`/actions/runs/${first.id}$`, 'u'))
    expect(routes()).toEqual(['/runs', '/jobs', '/jobs'])
  })

  it('has failed with the step and what it said; the environment after it stays as it was', async () => {
    run([ok('staging'), ok('production')], { sha: 'a'.repeat(40) })
    run([failed('Deploy to staging', ['Process completed with exit code 1.', 'no such role']), skipped('production')])
    const { see } = await watch()
    expect(await see(staging, false)).toMatchObject({
      ...{ state: 'failed', cause: ['Deploy to staging › Deploy: failure', 'no such role'] },
      logs: expect.stringMatching(/\/actions\/runs\/\d+\/job\/\d+$/u),
    })
    expect(await see(production, false)).toMatchObject({ state: 'running', last: { commit: 'a'.repeat(40) } })
  })

  it('has failed everywhere where the build before failed', async () => {
    run([failed('build'), skipped('staging'), skipped('production')])
    const { see } = await watch()
    for (const one of [staging, production]) {
      expect(await see(one, false)).toMatchObject({ state: 'failed', cause: ['build › Deploy: failure'] })
    }
  })

  it('is under way while its job waits, runs, or has not been reached', async () => {
    run([{ ...ok('staging'), conclusion: null }])
    expect(await (await watch()).see(production, false)).toMatchObject({ state: 'deploying' })
    run([ok('staging'), { name: 'Deploy to production', conclusion: null, waiting: true }])
    const { see } = await watch()
    expect(await see(staging, false)).toMatchObject({ state: 'running' })
    expect(await see(production, false)).toMatchObject({ state: 'deploying', cause: null })
  })

  it('is none where every run ended before it', async () => {
    run([ok('staging'), skipped('production')])
    expect(await (await watch()).see(production, false)).toMatchObject({ state: 'none' })
  })

  it('is not known where all that was listed is of pull requests, and there is more', async () => {
    for (let count = 0; count < 6; count += 1) run([ok('production')], { event: count === 0 ? 'push' : 'pull_request' })
    expect(await (await watch()).see(production, false)).toBeNull()
  })

  it('is not told by runs of pull requests, of other branches or of other workflows', async () => {
    run([ok('production')], { event: 'pull_request' })
    run([ok('production')], { branch: 'feature' })
    run([ok('production')], { path: '.github/workflows/other.yml' })
    expect(await (await watch()).see(production, false)).toMatchObject({ state: 'none' })
  })

  it('takes at most three runs, and is not known where none of them got there and there are older ones', async () => {
    for (let count = 0; count < 5; count += 1) run([ok('staging'), skipped('production')])
    expect(await (await watch()).see(production, false)).toBeNull()
    expect(routes()).toEqual(['/runs', '/jobs', '/jobs', '/jobs'])
  })

  it('has the address of its own run, not of another app that shares the environment', async () => {
    const { id, headSha, actor, createdAt } = run([ok('production')])
    const record = (log: string, url: string) => {
      repository.state.deployments.push({
        ...{ id: github.world.id(), ref: 'main', sha: headSha, environment: 'production', description: null },
        ...{ task: 'deploy', payload: {}, production: true, transient: false, createdAt, creator: actor },
        statuses: [
          {
            ...{ id: github.world.id(), state: 'success', description: '', environmentUrl: url, logUrl: log },
            ...{ creator: actor, createdAt },
          },
        ],
      })
    }
    record('https://github.com/acme/site/actions/runs/1/job/2', 'https://other.example')
    expect(await (await watch()).see(production, true)).toMatchObject({ state: 'running', url: null })
    record(`https://github.com/acme/site/actions/runs/${id}/job/2`, 'https://site.example')
    expect(await (await watch()).see(production, true)).toMatchObject({ url: 'https://site.example' })
    expect(await (await watch()).see(production, false)).toMatchObject({ url: null })
  })
})

describe('a deployment that this app put down', () => {
  const web = app('production', { app: { root: 'apps/web', name: 'web' }, workflow: null })

  it('is that of the app’s own folder, by its newest status', async () => {
    const writer = await place(deployingToken)
    const record = {
      ...{ commit: repository.branch('main') ?? '', environment: 'production', production: true, shared: true },
      ...{ description: 'Amplify', log: 'https://console.example' },
    }
    await recordDeployment(writer, { ...record, path: 'apps/web', state: 'in_progress', url: null })
    expect(await (await watch()).see(web, true)).toMatchObject({ state: 'deploying', url: null })
    await recordDeployment(writer, { ...record, path: 'apps/web', state: 'success', url: 'https://web.example' })
    await recordDeployment(writer, { ...record, path: 'apps/api', state: 'failure', url: null })
    expect(await (await watch()).see(web, true)).toMatchObject({
      ...{ state: 'running', url: 'https://web.example', logs: 'https://console.example' },
      last: { commit: record.commit },
    })
    expect(await (await watch()).see({ ...web, app: { root: 'apps/api', name: 'api' } }, true)).toMatchObject({
      ...{ state: 'failed', cause: ['Amplify'] },
    })
    expect(await (await watch()).see({ ...web, app: { root: '.', name: 'x' } }, true)).toMatchObject({ state: 'none' })
  })
})

describe('what GitHub does not say', () => {
  it.each([
    ['no right', { kind: 'status', status: 403, times: 9 }],
    ['an error of its own', { kind: 'status', status: 500, times: 9 }],
    ['a page of HTML', { kind: 'html', status: 200, times: 9 }],
  ] as const)('is null, never none: %s', async (_, fault) => {
    run([ok('production')])
    for (const match of [
      'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
      'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs',
    ]) {
      github.faults.splice(0, 9, { ...fault, match })
      expect(await (await watch()).see(production, false)).toBeNull()
    }
  })

  it('about why a job failed is left out where this app may not read checks', async () => {
    run([failed('Deploy to production', ['no such role'])])
    const { checks: _, deployments: __, ...less } = github.app.permissions
    await github.install('acme', { repositories: [repository], permissions: less })
    const { see } = await watch()
    expect(await see(production, false)).toMatchObject({ cause: ['Deploy to production › Deploy: failure'] })
  })
})
