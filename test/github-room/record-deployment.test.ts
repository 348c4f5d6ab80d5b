import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeLog } from '../../src/app/log.ts'
import { createClient } from '../../src/github/client.ts'
import type { Place } from '../../src/github/place.ts'
import { type DeploymentRecord, recordDeployment } from '../../src/github/record-deployment.ts'
import { deployingToken } from '../../src/github/token.ts'
import { writeBudget } from '../../src/github/write-budget.ts'
import { pace } from '../app/start-app.ts'
import type { FaultKind } from '../github/http/faults.ts'
import { asApp, asInstallation } from '../github/octokit.ts'
import type { RepositoryHandle } from '../github/repository-handle.ts'
import { type Github, startGithub } from '../github/start-github.ts'

const url = 'https://abc.awsapprunner.com'
const create = 'POST /repos/{owner}/{repo}/deployments'
const tell = 'POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses'

let github: Github
let repository: RepositoryHandle
let place: Place

beforeEach(async () => {
  github = await startGithub()
  repository = await github.repository('acme/site')
  const app = asApp(github)
  const installation = (await app.rest.apps.getOrgInstallation({ org: 'acme' })).data.id
  const grant = { installation, repository: repository.id, settingsUrl: '' }
  const client = createClient({
    ...{ apiUrl: github.apiUrl, token: await deployingToken(app, grant), lane: 'lane', pace },
    ...{ log: makeLog('fatal', { write: () => {} }), onWait: () => {}, budget: writeBudget() },
  })
  place = { client, owner: 'acme', name: 'site' }
})
afterEach(() => github.stop())

function record(more: Partial<DeploymentRecord> = {}): DeploymentRecord {
  return {
    ...{ commit: repository.branch('main') ?? '', environment: 'production', path: '.', production: true },
    ...{ shared: false, state: 'in_progress', description: 'App Runner', url: null, log: null },
    ...more,
  }
}
const done = () => record({ state: 'success', url })
const states = () => repository.state.deployments.map(({ statuses }) => statuses.map(({ state }) => state))

describe('a deployment that GitHub does not make itself', () => {
  it('is made once for each commit, environment and app, and brought up to date', async () => {
    expect(await recordDeployment(place, record())).toBe('written')
    expect(await recordDeployment(place, record())).toBe('known')
    expect(await recordDeployment(place, done())).toBe('written')
    expect(await recordDeployment(place, done())).toBe('known')
    expect(states()).toEqual([['in_progress', 'success']])
    expect(repository.state.deployments[0]).toMatchObject({ environment: 'production', production: true })
    expect(repository.state.deployments[0]?.statuses[1]).toMatchObject({ environmentUrl: url })
    await recordDeployment(place, record({ path: 'apps/api' }))
    await recordDeployment(place, record({ environment: 'staging' }))
    expect(states()).toHaveLength(3)
  })

  it('does not fall back from success because AWS is at work on the next commit', async () => {
    await recordDeployment(place, done())
    expect(await recordDeployment(place, record())).toBe('known')
    expect(states()).toEqual([['success']])
  })

  it('goes from failure to success where the same commit is tried again', async () => {
    await recordDeployment(place, record({ state: 'failure' }))
    await recordDeployment(place, done())
    expect(states()).toEqual([['failure', 'success']])
  })

  it('is not held back by a check of the commit that failed', async () => {
    const checks = await asInstallation(github, 'acme')
    const at = { owner: 'acme', repo: 'site', head_sha: repository.branch('main') ?? '' }
    await checks.rest.checks.create({ ...at, name: 'test', status: 'completed', conclusion: 'failure' })
    expect(await recordDeployment(place, record())).toBe('written')
  })

  it('is left to whoever records it already', async () => {
    const others = await asInstallation(github, 'acme')
    const made = await others.rest.repos.createDeployment({ owner: 'acme', repo: 'site', ref: 'main' })
    expect(made.status).toBe(201)
    expect(await recordDeployment(place, record())).toBe('theirs')
    expect(await recordDeployment(place, record({ environment: 'staging' }))).toBe('written')
    // Of another app, which its own job deploys.
    expect(await recordDeployment(place, record({ shared: true, path: 'web' }))).toBe('written')
  })

  it('leaves the other apps of its environment in service', async () => {
    const staging = { environment: 'staging', production: false, shared: true }
    await recordDeployment(place, { ...done(), ...staging, path: 'web' })
    await recordDeployment(place, { ...done(), ...staging, path: 'api' })
    expect(states()).toEqual([['success'], ['success']])
  })

  it('is left out where the app may not', async () => {
    const client = await asInstallation(github, 'acme', { permissions: { metadata: 'read' } })
    expect(await recordDeployment({ ...place, client }, record())).toBe('refused')
    expect(repository.state.deployments).toEqual([])
  })

  const mishaps: readonly FaultKind[] = [
    { kind: 'lost-answer' },
    { kind: 'half' },
    { kind: 'drop' },
    { kind: 'html' },
    { kind: 'status', status: 500 },
  ]
  it.each(
    mishaps.flatMap((fault) => [create, tell].map((match) => ({ ...fault, match }))),
  )('is there once after $kind at $match', async (fault) => {
    github.faults.push(fault)
    await recordDeployment(place, done())
    expect(states()).toEqual([['success']])
    expect(github.faults).toEqual([])
  })

  it.each([create, tell])('is there once where the process died right after %s', async (match) => {
    github.faults.push({ match, kind: 'lost-answer' }, { kind: 'drop', times: 9 })
    await expect(recordDeployment(place, done())).rejects.toThrow()
    github.faults.length = 0
    await recordDeployment(place, done())
    expect(states()).toEqual([['success']])
  })
})
