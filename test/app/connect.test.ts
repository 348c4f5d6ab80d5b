import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { core } from '../../src/app/core.ts'
import { type Aws, startAws } from '../aws/start-aws.ts'
import { type Scene, startScene } from './scene.ts'

let aws: Aws
let scene: Scene
let folder: string

beforeEach(async () => {
  aws = await startAws()
  folder = await mkdtemp(join(tmpdir(), 'slipway-aws-'))
  for (const [name, value] of Object.entries(aws.env)) vi.stubEnv(name, value)
})

afterEach(async () => {
  await scene.world.stop()
  await aws.stop()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

const manner = { attempts: 2, pauseMs: 5, secondMs: 5 }

/** A repository whose pull request was merged by an administrator. */
async function merged(repository: string, setup = '/cicd setup'): Promise<void> {
  scene = await startScene({
    core,
    extras: { manner },
    repository: { files: {}, folder: `test/repos/${repository}`, private: true },
    env: { ...aws.env, SLIPWAY_AWS_OWNERS: 'acme', SLIPWAY_AWS_TRACE: join(folder, 'trace.jsonl') },
  })
  const { github, repository: handle, alice, command } = scene
  await command(setup, /Ready for review/u)
  github.grant(handle, 'alice', 'maintain')
  await alice.merges(handle, handle.pulls()[0]?.number ?? 0)
}

const trace = async () => {
  const lines = (await readFile(join(folder, 'trace.jsonl'), 'utf8')).trim().split('\n')
  return lines.map((line): { service: string; operation: string; input: unknown } => JSON.parse(line))
}

describe('connect with App Runner', () => {
  it('shows what it would make, makes it when told again, waits for the handshake and the service, and ends with the address', async () => {
    aws.world.durations.service = 60_000
    aws.region().connections.push({ ConnectionName: 'other', ProviderType: 'BITBUCKET', Status: 'AVAILABLE', tags: {} })
    await merged('express')
    const { command, replied } = scene
    const plan = await command('/cicd connect', /would do in AWS/u)
    expect(plan).toContain('| make |')
    expect(plan).toContain('What costs money')
    expect(aws.calls.filter(({ changes }) => changes)).toEqual([])

    const asked = await command('/cicd connect', /one handshake that no program can do/u)
    expect(asked).toContain('Waiting for you')
    expect(aws.region().connections.map(({ ConnectionName }) => ConnectionName)).toEqual(['other', 'github'])
    expect(aws.region().stacks).toEqual([])

    const [, connection] = aws.region().connections
    if (connection !== undefined) connection.Status = 'AVAILABLE'
    await replied(/AWS is at work/u)
    expect(aws.region().services).toHaveLength(1)
    aws.advance(60_000)
    const done = await replied(/Everything is there/u)
    expect(done).toContain(`https://${aws.region().services[0]?.service.ServiceUrl}`)
    expect(aws.region().services[0]?.service.SourceConfiguration).toMatchObject({ AutoDeploymentsEnabled: true })

    const changes = aws.calls.filter(({ changes }) => changes).map(({ operation }) => operation)
    expect(changes).toEqual(['CreateConnection', 'CreateStack'])
    await command('/cicd connect', /Everything is there/u)
    expect(aws.calls.filter(({ changes }) => changes)).toHaveLength(2)
    expect((await trace()).map(({ service, operation }) => `${service}.${operation}`)).toContain(
      'CloudFormation.CreateStack',
    )
  })
})
