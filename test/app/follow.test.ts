import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readMark } from '../../src/github/marker.ts'
import { makeExpressService } from '../aws/services/ecs-service.ts'
import { type Aws, ownAccount, ownRegion, startAws } from '../aws/start-aws.ts'
import { type RunOptions, runWorkflow } from '../github/runs-workflow.ts'
import { customer, type Merged, manner, merge, proposedScene, steady } from './merged-scene.ts'
import type { Scene } from './scene.ts'

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

const markOf = () => readMark(scene.replies()[0] ?? '')
const told = () =>
  scene.repository.state.deployments.map(({ sha, environment, statuses }) => ({
    ...{ sha, environment, states: statuses.map(({ state }) => state) },
    url: statuses.at(-1)?.environmentUrl,
  }))

const propose = async (options: Merged) => {
  scene = await proposedScene(aws, options)
}

describe('a merge of what AWS builds by itself', () => {
  it('goes from the merge over connect and the handshake to the address, on the thread and on the page of the repository', async () => {
    aws.world.durations.service = 60_000
    customer(aws)
    await propose({ name: 'express' })
    const commit = await merge(scene)
    const left = await scene.replied(/something is left to you/u)
    expect(left).toContain('`/cicd connect` shows what is to be made')
    expect(markOf()?.follows).toMatchObject({ commit, ended: false })
    const { command, replied } = scene
    await command('/cicd connect', /would do in AWS/u)
    await command('/cicd connect', /one handshake that no program can do/u)
    expect(told()).toEqual([])
    const [, connection] = aws.region().connections
    if (connection !== undefined) connection.Status = 'AVAILABLE'
    await replied(/AWS is at work/u)
    await vi.waitFor(() => expect(told()).toMatchObject([{ sha: commit, states: ['in_progress'] }]))
    aws.advance(60_000)
    const done = await replied(/Everything is there/u)
    const url = `https://${aws.region().services[0]?.service.ServiceUrl}`
    expect(done).toContain(url)
    expect(done).toContain('each push to `main` deploys by itself')
    expect(markOf()?.outcome).toBe('deployed')
    const inService = [{ sha: commit, environment: 'production', states: ['in_progress', 'success'], url }]
    expect(told()).toEqual(inService)
    expect(await command('/cicd status', /\| running \|/u)).toContain(url)
    await command('/cicd connect', /Everything is there/u)
    expect(told()).toEqual(inService)
  })
})

const path = '.github/workflows/deploy-site.yml'
const job = 'Deploy to production'
const refused: RunOptions['jobs'] = [
  {
    ...{ name: job, conclusion: 'failure' },
    errors: ['Credentials could not be loaded, please check your action inputs'],
    steps: [{ name: 'Sign in to AWS', conclusion: 'failure' }],
  },
]
const runs = (jobs: RunOptions['jobs']) =>
  runWorkflow(scene.github.world, scene.repository.state, { path, jobs, by: 'alice' })

const digest = `sha256:${'1'.repeat(64)}`
/** What the workflow makes: a service with an image that is tagged with the commit. */
function serve(commit: string): void {
  const image = `${ownAccount}.dkr.ecr.${ownRegion}.amazonaws.com/site/site@${digest}`
  makeExpressService(aws.region(), {
    serviceName: 'cicd-site-production-site',
    infrastructureRoleArn: '',
    primaryContainer: { image },
  })
  aws.region().imageDetails.push({ repositoryName: 'site/site', imageDigest: digest, imageTags: [commit] })
}

describe('a merge of what a workflow deploys', () => {
  it('says what is left to do where the workflow is not let in, goes on after connect, and ends with the address', async () => {
    await propose({ name: 'go' })
    const commit = await merge(scene)
    await scene.replied(/is on its way/u)
    runs(refused)
    const blocked = await scene.replied(/something is left to you/u)
    expect(blocked).toContain('Re-run failed jobs')
    const asked = await scene.command('/cicd connect --yes', /gh variable set AWS_ROLE_ARN/u)
    expect(asked).toContain('First deployment')
    runs([{ name: job, conclusion: null }])
    await scene.replied(/\| deploying \|/u)
    runs([{ name: job, conclusion: 'success' }])
    serve(commit)
    const done = await scene.replied(/\| running \|/u)
    expect(done).not.toContain('Left to you')
    expect(done).toMatch(/https:\/\/[^ ]+ecs/u)
    expect(markOf()?.outcome).toBe('deployed')
    // The job has an environment, so GitHub lists its deployments by itself.
    expect(told()).toEqual([])
  })
})

const setups = { en: '/cicd setup', ja: '/cicd setup --lang=ja' } as const

describe.each(['en', 'ja'] as const)('what the reply says (%s)', (lang) => {
  const setup = setups[lang]
  const golden = async (name: string, reply: string) =>
    expect(`${steady(scene, reply)}\n`).toMatchFileSnapshot(`../expected/follow/${name}.${lang}.md`)

  it('before anything is connected', async () => {
    customer(aws)
    await propose({ name: 'express', setup })
    await merge(scene)
    await golden('to-connect', await scene.replied(/\/cicd connect/u))
  })

  it('where the workflow is not let in, while it runs, and when it ended well', async () => {
    await propose({ name: 'go', setup })
    const commit = await merge(scene)
    runs(refused)
    await golden('blocked', await scene.replied(/Credentials could not be loaded/u))
    runs([{ name: job, conclusion: null }])
    await golden('moving', await scene.replied(/\| (?:deploying|デプロイ中) \|/u))
    runs([{ name: job, conclusion: 'success' }])
    serve(commit)
    await golden('done', await scene.replied(/\| (?:running|稼働中) \|/u))
  })

  it('where somebody has to approve', async () => {
    await propose({ name: 'go', setup })
    await merge(scene)
    runs([{ name: job, conclusion: null, waiting: true }])
    await golden('to-approve', await scene.replied(/Review deployments/u))
  })

  it('where the app did not answer', async () => {
    await propose({ name: 'go', setup })
    await merge(scene)
    const errors = ['The service site failed its health check: /health on port 8080']
    runs([
      {
        name: job,
        conclusion: 'failure',
        errors,
        steps: [{ name: 'Deploy to ECS Express Mode', conclusion: 'failure' }],
      },
    ])
    await golden('failed', await scene.replied(/health check/u))
    expect(markOf()?.follows?.ended).toBe(true)
  })

  it('after connect, when AWS built it', async () => {
    customer(aws)
    await propose({ name: 'express', setup })
    await merge(scene)
    await scene.replied(/\/cicd connect/u)
    const connect = `/cicd connect --yes${lang === 'ja' ? ' --lang=ja' : ''}`
    await scene.command(connect, /AWS Connector for GitHub/u)
    for (const connection of aws.region().connections) connection.Status = 'AVAILABLE'
    await golden('connected', await scene.replied(/each push to|プッシュするたびに/u))
  })

  it('where nothing was deployed', async () => {
    await propose({ name: 'go', setup, extras: { manner: { ...manner, secondMs: 0 } } })
    await merge(scene)
    await golden('untouched', await scene.replied(/nothing was deployed|デプロイはありませんでした/u))
  })

  it('where nobody can say', async () => {
    await propose({ name: 'vite-react', setup, owners: 'somebody-else' })
    await merge(scene)
    await golden('unseen', await scene.replied(/docs\/aws\.md/u))
    expect(aws.calls).toEqual([])
  })
})
