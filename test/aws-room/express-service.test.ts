import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pushImage } from '../aws/services/ecr.ts'
import { createExpress, startDeployment } from '../aws/services/ecs-service.ts'
import { type Aws, ownAccount, ownRegion } from '../aws/start-aws.ts'
import { sampleContext } from '../sample-app.ts'
import { treeOf } from '../tree-of.ts'
import { act, connectOnce, connectToTheEnd, holdings } from './drive.ts'
import { freshAws, mergedTree, samples } from './scene.ts'

let aws: Aws
beforeEach(async () => {
  aws = await freshAws()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await aws.stop()
})

const express = samples['ECS Express']
const service = 'cicd-shop-production-shop'
const changes = () => aws.calls.filter((call) => call.changes).map(({ operation }) => operation)

/** The workflow's own first deployment, which makes the service as well as connect does. */
function deployedByWorkflow(serviceName = service, repository = 'shop/shop') {
  const digest = pushImage(aws.region(), repository, 'a'.repeat(40))
  const image = `${ownAccount}.dkr.ecr.${ownRegion}.amazonaws.com/${repository}@${digest}`
  createExpress(aws.region(), { serviceName, primaryContainer: { image }, infrastructureRoleArn: 'arn' })
}

describe('an ECS Express Mode service', () => {
  it('waits for its first image, and is made of the newest one', async () => {
    const asked = await connectOnce(aws, express)
    expect([asked.kind, changes()]).toEqual(['waiting', ['CreateStack']])
    pushImage(aws.region(), 'shop/shop', 'a'.repeat(40))
    aws.advance(1000)
    const newest = pushImage(aws.region(), 'shop/shop', 'b'.repeat(40))
    // What a build leaves behind without a tag is no image to run.
    aws.advance(1000)
    aws
      .region()
      .imageDetails.push({ repositoryName: 'shop/shop', imageDigest: 'sha256:layer', imagePushedAt: new Date() })
    expect((await connectToTheEnd(aws, express)).kind).toBe('done')
    expect(aws.region().expressServices[0]?.activeConfigurations?.[0]?.primaryContainer?.image).toContain(newest)
  })

  it('that the workflow has made first is used, and none is made beside it', async () => {
    await connectOnce(aws, express)
    deployedByWorkflow()
    const { kind } = await connectToTheEnd(aws, express)
    expect([kind, changes()]).toEqual(['done', ['CreateStack']])
    expect(holdings(aws)).toMatchObject({ expressServices: 1, stacks: 1 })
  })

  it('that the workflow makes in the very moment in which connect does is one', async () => {
    await connectOnce(aws, express)
    pushImage(aws.region(), 'shop/shop', 'c'.repeat(40))
    const justBefore = ({ operation }: { readonly operation: string }) => {
      if (operation === 'CreateStack') deployedByWorkflow()
      return operation === 'CreateStack'
    }
    aws.faults.push({ kind: 'slow', ms: 0, match: justBefore })
    await connectOnce(aws, express)
    expect(aws.region().stacks.map(({ stack }) => stack.StackStatus)).toEqual(['CREATE_COMPLETE', 'CREATE_FAILED'])
    expect((await connectToTheEnd(aws, express)).kind).toBe('done')
    expect(holdings(aws)).toMatchObject({ expressServices: 1 })
  })

  it('whose first deployment fails is kept with AWS’s words, and the next push mends it', async () => {
    await connectOnce(aws, express)
    aws.world.failing.deployment = 'tasks failed to start: health checks failed'
    act(aws)
    await connectOnce(aws, express)
    aws.advance(60_000)
    const failed = await connectOnce(aws, express, { follows: true })
    expect(failed.kind).toBe('stopped')
    expect(failed.text).toContain('health checks failed')
    expect(aws.region().expressServices).toHaveLength(1)
    aws.world.failing.deployment = null
    for (const one of aws.region().ecsServices) startDeployment(aws.region(), one)
    expect((await connectToTheEnd(aws, express)).kind).toBe('done')
    expect(changes()).toEqual(['CreateStack', 'CreateStack'])
  })

  it('whose stack failed before there was one is made again when somebody says so', async () => {
    await connectOnce(aws, express)
    aws.world.failing.resource = { type: 'AWS::ECS::ExpressGatewayService', reason: 'no default VPC' }
    act(aws)
    const failed = await connectOnce(aws, express)
    expect([failed.kind, failed.text]).toEqual(['stopped', expect.stringContaining('no default VPC')])
    aws.world.failing.resource = null
    expect((await connectToTheEnd(aws, express)).kind).toBe('done')
    expect(holdings(aws)).toMatchObject({ expressServices: 1, stacks: 2 })
  })

  it('of that name which runs another app’s image is left alone', async () => {
    await connectOnce(aws, express)
    aws.region().repositories.push({ repositoryName: 'other/api' })
    deployedByWorkflow(service, 'other/api')
    const { kind, text } = await connectOnce(aws, express)
    expect([kind, text]).toEqual(['stopped', expect.stringContaining('another app’s image')])
    expect(changes()).toEqual(['CreateStack'])
  })

  it('with settings that a person changed is made by the workflow alone, which follows them', async () => {
    const path = 'infra/cicd/shop/service.json'
    const files = Object.fromEntries(express.tree.files)
    const tree = treeOf({ ...files, [path]: (files[path] ?? '').replace('"512"', '"2048"') })
    await connectOnce(aws, { tree })
    act(aws)
    expect((await connectOnce(aws, { tree })).kind).toBe('waiting')
    deployedByWorkflow()
    expect((await connectToTheEnd(aws, { tree })).kind).toBe('done')
    expect(changes()).toEqual(['CreateStack'])
  })
})

describe('two environments in one account', () => {
  const environments = [
    { name: 'staging', account: null, region: null, branch: null, approval: false },
    { name: 'production', account: null, region: null, branch: null, approval: true },
  ]
  const config = { environments }
  const tree = mergedTree('go', sampleContext({ config }))

  it('have a service each, and the second gets its image by the workflow, after its approval', async () => {
    await connectOnce(aws, { tree, config })
    act(aws)
    await connectOnce(aws, { tree, config })
    const names = () => aws.region().expressServices.map(({ serviceName }) => serviceName)
    expect(names()).toEqual(['cicd-shop-staging-shop'])
    aws.advance(60_000)
    expect((await connectOnce(aws, { tree, config }, { follows: true })).kind).toBe('waiting')
    deployedByWorkflow(service)
    aws.advance(60_000)
    expect((await connectOnce(aws, { tree, config }, { follows: true })).kind).toBe('done')
    expect(names()).toEqual(['cicd-shop-staging-shop', service])
  })
})
