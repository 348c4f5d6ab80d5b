import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readMark } from '../../../src/github/marker.ts'
import { type Aws, startAws } from '../../aws/start-aws.ts'
import { type RunOptions, runWorkflow } from '../../github/runs-workflow.ts'
import { customer, type Merged, manner, merge, proposedScene } from '../merged-scene.ts'
import { calls, type Scene } from '../scene.ts'

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
const markOf = () => readMark(scene.replies()[0] ?? '')
const looks = () => scene.world.log.filter((line) => line.includes('"deployment looked at"'))
const lookedAt = async (outcome: string) => {
  const found = () => looks().filter((line) => line.includes(`"outcome":"${outcome}"`))
  await vi.waitFor(() => expect(found().length).toBeGreaterThan(0), { timeout: 15_000, interval: 20 })
  await scene.github.outbox.idle()
}
const path = '.github/workflows/deploy-site.yml'
const job = 'Deploy to production'
const runs = (jobs: RunOptions['jobs']) =>
  runWorkflow(scene.github.world, scene.repository.state, { path, jobs, by: 'alice' })

describe('what is followed', () => {
  it('gives way to whatever was commented since', async () => {
    await propose({ name: 'go' })
    await merge(scene)
    await scene.replied(/is on its way/u)
    const help = await scene.command('/cicd help', /\/cicd setup/u)
    await lookedAt('known')
    runs([{ name: job, conclusion: 'failure' }])
    expect(scene.replies()).toEqual([help])
    expect(markOf()?.follows?.ended).toBe(false)
  })

  it('leaves alone what was commented after a merge that it hears of late', async () => {
    await propose({ name: 'go' })
    const { github, command } = scene
    github.outbox.fate = ({ event }) => (event === 'pull_request' ? 'hold' : 'send')
    // A comment of the same second counts as the earlier one.
    await scene.alice.merges(scene.repository, scene.repository.pulls()[0]?.number ?? 0)
    github.clock.advance(2000)
    const help = await command('/cicd help', /\/cicd setup/u)
    await github.outbox.release()
    await lookedAt('known')
    expect(scene.replies()).toEqual([help])
  })

  it('is nothing that people merged from a branch of that name', async () => {
    await propose({ name: 'go' })
    const { alice, repository, github } = scene
    const own = repository.pulls()[0]?.number ?? 0
    await alice.closes(repository, own)
    const number = await alice.opensPull(repository, 'cicd/setup')
    await alice.merges(repository, number)
    await github.outbox.idle()
    expect(looks()).toEqual([])
    expect(scene.world.log.join('\n')).not.toContain('"merge"')
  })

  it('is nothing where somebody wrote another issue into the pull request', async () => {
    await propose({ name: 'go' })
    const { alice, repository, github, issue, replies } = scene
    const other = await alice.opensIssue(repository, 'Another one')
    await alice.comments(repository, other, '/cicd help')
    await scene.replied(/\/cicd setup/u, other)
    const before = replies(other)
    const pull = repository.state.issues.find(({ number }) => number === repository.pulls()[0]?.number)
    if (pull !== undefined) pull.body = pull.body?.replace(`/issues/${issue}#`, `/issues/${other}#`) ?? null
    await merge(scene)
    await lookedAt('known')
    await github.outbox.idle()
    expect(replies(other)).toEqual(before)
    expect(markOf()?.follows).toBeUndefined()
  })

  it('reads AWS and GitHub, and writes nothing but the reply, where nothing is deployed', async () => {
    customer(aws)
    await propose({ name: 'express' })
    scene.github.calls.clear()
    await merge(scene)
    await scene.replied(/something is left to you/u)
    expect(aws.calls.filter(({ changes }) => changes)).toEqual([])
    const writes = calls(scene).filter(({ kind }) => kind === 'write' || kind === 'notify')
    expect(new Set(writes.map(({ method, route }) => `${method} ${route}`))).toEqual(
      new Set(['PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}']),
    )
  })

  it('says nothing where the configuration has mistakes, which the next command tells', async () => {
    await propose({ name: 'go' })
    const before = scene.replies()
    await scene.alice.pushes(scene.repository, { '.github/cicd.yml': 'version: 99\n' })
    await merge(scene)
    await lookedAt('known')
    expect(scene.replies()).toEqual(before)
  })

  it('comes to an end where nothing begins', async () => {
    await propose({ name: 'go', extras: { manner: { ...manner, secondMs: 0 } } })
    await merge(scene)
    const said = await scene.replied(/nothing was deployed for it/u)
    expect(said).toContain('No run of `.github/workflows/deploy-site.yml` has deployed')
    expect(markOf()).toMatchObject({ outcome: 'not_deployed', follows: { ended: true } })
    await scene.github.outbox.idle()
    expect(looks().length).toBeLessThan(15)
  })
})

describe('a process that ends', () => {
  it('B58 a merge that came while no process was there is found', async () => {
    await propose({ name: 'go' })
    scene.github.outbox.fate = () => 'fail'
    await merge(scene)
    scene.github.outbox.fate = () => 'send'
    await scene.world.restart()
    await scene.replied(/is on its way/u)
  })

  it('is taken over by the next one, which goes on where it was, and does not begin again what came to its end', async () => {
    await propose({ name: 'go' })
    await merge(scene)
    await scene.replied(/is on its way/u)
    await scene.world.app.stop()
    runs([{ name: job, conclusion: 'failure' }])
    const next = await scene.world.restart()
    const failed = await scene.replied(/did not get into service/u)
    const metrics = async () => (await fetch(`${next.url}/metrics`)).text()
    await vi.waitFor(async () => expect(await metrics()).toContain('_deployments_total{outcome="not_deployed"} 1'))
    await next.stop()
    await scene.world.restart()
    await lookedAt('known')
    expect(scene.replies()).toEqual([failed])
  })

  it('is taken over while connect waits for the handshake; nothing is asked again', async () => {
    customer(aws)
    await propose({ name: 'express' })
    await merge(scene)
    await scene.command('/cicd connect --yes', /one handshake that no program can do/u)
    await scene.world.app.stop()
    const [, connection] = aws.region().connections
    if (connection !== undefined) connection.Status = 'AVAILABLE'
    await scene.world.restart()
    await scene.replied(/Everything is there/u)
    expect(markOf()?.outcome).toBe('deployed')
  })
})
