import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ProviderId } from '../../src/model.ts'
import { type Aws, ownAccount } from '../aws/start-aws.ts'
import { sampleContext } from '../sample-app.ts'
import { act, connectOnce, type Given } from './drive.ts'
import { freshAws, mergedTree } from './scene.ts'

let aws: Aws
beforeEach(async () => {
  aws = await freshAws()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await aws.stop()
})

const changes = () => aws.calls.filter((call) => call.changes).map(({ operation }) => operation)

/** A Go server on ECS Express Mode that another CI provider than GitHub Actions delivers. */
function deliveredBy(ci: ProviderId): Given {
  const config = { apps: [{ path: '.', target: 'ecr' as const, ci }] }
  return { tree: mergedTree('go', sampleContext({ config })), config }
}

describe.each(['gitlab', 'bitbucket', 'jenkins'] as const)('connect with %s, whose names only people know', (ci) => {
  it('gives the steps of the bootstrap stack and of the provider, and then waits for the service', async () => {
    const { kind, text } = await connectOnce(aws, deliveredBy(ci))
    expect(changes()).toEqual([])
    expect([kind, text]).toEqual([
      'waiting',
      expect.stringContaining('aws cloudformation deploy --stack-name cicd-shop'),
    ])
    expect(text).toContain('The service comes after the bootstrap stack')
    expect(text).toContain('ROLE_ARN')
  })
})

describe('connect with CodePipeline', () => {
  it('knows the account of the pipelines, makes the bootstrap stack with it, and leaves the pipeline itself to people', async () => {
    const given = deliveredBy('codepipeline')
    const { kind, text } = await connectOnce(aws, given)
    expect([kind, changes()]).toEqual(['waiting', ['CreateStack']])
    expect(aws.region().stacks[0]?.parameters).toMatchObject({ PipelineAccount: ownAccount })
    expect(text).toContain('run the pipeline, or push')
    expect(text).toContain('pipeline.yaml')
    act(aws)
    await connectOnce(aws, given, { follows: true })
    expect(aws.region().expressServices).toHaveLength(1)
  })
})
