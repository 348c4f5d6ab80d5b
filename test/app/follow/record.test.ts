import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Aws, startAws } from '../../aws/start-aws.ts'
import { runWorkflow } from '../../github/runs-workflow.ts'
import { customer, type Merged, merge, proposedScene } from '../merged-scene.ts'
import type { Scene } from '../scene.ts'

vi.setConfig({ testTimeout: 60_000 })

let aws: Aws
let scene: Scene

beforeEach(async () => {
  aws = await startAws()
})
afterEach(async () => {
  await scene.world.stop()
  await aws.stop()
  vi.unstubAllEnvs()
})

const propose = async (options: Merged) => {
  scene = await proposedScene(aws, options)
}
const told = () =>
  scene.repository.state.deployments.map(({ sha, environment, statuses }) => ({
    ...{ sha, environment, states: statuses.map(({ state }) => state) },
    url: statuses.at(-1)?.environmentUrl,
  }))
/** Alice connects the repository to App Runner and makes the handshake. */
async function connect(end: RegExp): Promise<string> {
  await scene.command('/cicd connect --yes', /one handshake/u)
  for (const connection of aws.region().connections) connection.Status = 'AVAILABLE'
  return scene.replied(end)
}

describe('the page of the repository', () => {
  it('shows each branch of a site with its own commit, previews and password included', async () => {
    aws.world.tokens.add('an administrator’s token')
    const config = 'version: 1\nenvironments:\n  - name: staging\n    branch: develop\n  - name: production\n'
    await propose({ name: 'vite-react', files: { '.github/cicd.yml': config }, token: 'an administrator’s token' })
    const { alice, repository, command, replied } = scene
    const develop = await alice.pushes(repository, { 'src/new.ts': 'export {}\n' }, { branch: 'develop' })
    const commit = await merge(scene)
    await replied(/something is left to you/u)
    await command('/cicd connect', /would do in AWS/u)
    await command('/cicd connect', /AWS is at work|Everything is there/u)
    const done = await replied(/Everything is there/u)
    const [app] = aws.region().apps
    expect(app?.branches.get('develop')?.branch).toMatchObject({ enableBasicAuth: true })
    expect(app?.branches.get('main')?.branch).toMatchObject({ enablePullRequestPreview: true })
    expect(done).toContain(`https://main.${app?.app.defaultDomain}`)
    expect(told().map(({ states, ...rest }) => ({ ...rest, last: states.at(-1) }))).toEqual([
      { sha: develop, environment: 'staging', url: `https://develop.${app?.app.defaultDomain}`, last: 'success' },
      { sha: commit, environment: 'production', url: `https://main.${app?.app.defaultDomain}`, last: 'success' },
    ])
    expect(await command('/cicd status', /\| running \|/u)).toContain(`https://main.${app?.app.defaultDomain}`)
  })

  it('shows a workflow without environments, whose deployments GitHub does not list', async () => {
    await propose({ name: 'go', files: { '.github/cicd.yml': 'version: 1\nenvironments: none\n' } })
    const commit = await merge(scene)
    const jobs = [{ name: 'Deploy to production', conclusion: 'failure' as const }]
    runWorkflow(scene.github.world, scene.repository.state, { path: '.github/workflows/deploy-site.yml', jobs })
    await scene.replied(/did not get into service/u)
    expect(told()).toMatchObject([{ sha: commit, environment: 'production', states: ['failure'] }])
  })

  it('is left alone where a workflow takes a deployment for a request', async () => {
    customer(aws)
    const release = 'on: deployment\njobs: { release: { runs-on: ubuntu-24.04, steps: [{ run: make }] } }\n'
    await propose({ name: 'express', files: { '.github/workflows/release.yml': release } })
    await merge(scene)
    await connect(/Everything is there/u)
    expect(told()).toEqual([])
  })

  it('is left alone where the app may not, and the thread tells all the same', async () => {
    customer(aws)
    await propose({ name: 'express' })
    const { deployments, ...rest } = scene.github.app.permissions
    expect(deployments).toBe('write')
    await scene.github.install('acme', { permissions: rest })
    await merge(scene)
    await connect(/Everything is there/u)
    expect(told()).toEqual([])
  })

  it('shows a failure, and the reply what most likely mends it', async () => {
    customer(aws)
    aws.world.failing.service = 'Health check failed on port 8080'
    await propose({ name: 'express' })
    const commit = await merge(scene)
    const stopped = await connect(/Stopped before the end/u)
    expect(stopped).toContain('Likely fix: the app did not answer in time')
    expect(told()).toMatchObject([{ sha: commit, states: ['failure'] }])
  })

  it('shows one deployment where every answer to a write is lost', async () => {
    customer(aws)
    await propose({ name: 'express' })
    const commit = await merge(scene)
    await scene.replied(/something is left to you/u)
    const writes = [
      'POST /repos/{owner}/{repo}/deployments',
      'POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses',
      'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    ]
    scene.github.faults.push(...writes.map((match) => ({ match, kind: 'lost-answer' as const, times: 1 })))
    await connect(/Everything is there/u)
    await vi.waitFor(() => expect(scene.github.faults).toEqual([]))
    await scene.github.outbox.idle()
    expect(told().map(({ sha, states }) => ({ sha, last: states.at(-1) }))).toEqual([{ sha: commit, last: 'success' }])
    expect(told()[0]?.states.filter((state) => state === 'success')).toHaveLength(1)
    expect(scene.replies()).toHaveLength(1)
  })
})
