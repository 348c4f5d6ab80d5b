import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { core } from '../../src/app/core.ts'
import { type Aws, ownAccount, ownRegion, startAws } from '../aws/start-aws.ts'
import { type Scene, startScene } from './scene.ts'

vi.setConfig({ testTimeout: 60_000 })

let aws: Aws
let scene: Scene

beforeEach(async () => {
  aws = await startAws()
  for (const [name, value] of Object.entries(aws.env)) vi.stubEnv(name, value)
  // The account has used App Runner, so that an app may go there.
  const arn = `arn:aws:apprunner:${ownRegion}:${ownAccount}:connection/other/1`
  const other = { ConnectionName: 'other', ConnectionArn: arn, ProviderType: 'BITBUCKET', Status: 'AVAILABLE' } as const
  aws.region().connections.push({ ...other, tags: {} })
  scene = await startScene({
    core,
    extras: { manner: { attempts: 2, pauseMs: 5, secondMs: 5 } },
    repository: { folder: 'test/repos/express', files: {}, private: true },
    env: { ...aws.env, SLIPWAY_AWS_OWNERS: 'acme' },
  })
  const { github, repository, alice, command } = scene
  await command('/cicd setup', /Ready for review/u)
  github.grant(repository, 'alice', 'maintain')
  await alice.merges(repository, repository.pulls()[0]?.number ?? 0)
})

afterEach(async () => {
  await scene.world.stop()
  await aws.stop()
  vi.unstubAllEnvs()
})

/** Connects up to the handshake, completes it, and waits until everything is there. */
async function connected(): Promise<void> {
  await scene.command('/cicd connect --yes', /handshake/u)
  const own = aws.region().connections.find(({ ConnectionName }) => ConnectionName === 'github')
  if (own !== undefined) own.Status = 'AVAILABLE'
  await scene.replied(/Everything is there/u)
}

describe('/cicd doctor with a way into AWS', () => {
  it('says what the merged set-up needs and is not there, and changes nothing in AWS', async () => {
    const reply = await scene.command('/cicd doctor', /Broken now[^\n]*is not in AWS/u)
    expect(reply).toContain('`/cicd connect --environment=production`')
    expect(reply).not.toContain('AWS was not asked')
    expect(aws.calls.filter(({ changes }) => changes)).toEqual([])
  })

  it('says that a connection waits for a person', async () => {
    await scene.command('/cicd connect --yes', /handshake/u)
    await scene.command('/cicd doctor', /Broken now[^\n]*`github`[^\n]*waits for a person/u)
  })

  it('has nothing to say of what is well, and names a connection that went wrong', async () => {
    await connected()
    const well = await scene.command('/cicd doctor', /./u)
    expect(well).not.toMatch(/Broken now|Unsafe now/u)
    for (const connection of aws.region().connections) connection.Status = 'ERROR'
    await scene.command('/cicd doctor', /Broken now[^\n]*connection `github`[^\n]*ERROR/u)
  })

  it('names a stack that was rolled back', async () => {
    await connected()
    for (const { stack } of aws.region().stacks) stack.StackStatus = 'ROLLBACK_COMPLETE'
    await scene.command('/cicd doctor', /Broken now[^\n]*failed/u)
  })

  it('takes a refusal for unknown, never for missing', async () => {
    aws.faults.push({ match: 'cloudformation:*', kind: 'denied', times: 100 })
    const reply = await scene.command('/cicd doctor', /./u)
    expect(reply).not.toMatch(/stack[^\n]*is not in AWS/u)
  })
})
