import { StartJobCommand } from '@aws-sdk/client-amplify'
import { StartDeploymentCommand } from '@aws-sdk/client-apprunner'
import type { Task } from '@aws-sdk/client-ecs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Account, enter, usualManner } from '../../src/aws/account.ts'
import { commitOfImage } from '../../src/aws/commit-of-image.ts'
import { readDeployment } from '../../src/aws/deployment.ts'
import { seeFoundStack } from '../../src/aws/deployments/stack.ts'
import { readSession } from '../../src/aws/read-session.ts'
import type { DeliveredApp, DeploymentStatus, Host } from '../../src/model.ts'
import { reading } from '../../src/render/aws-policy/reading.ts'
import { makeApp, makeBranch } from '../aws/services/amplify.ts'
import { makeService } from '../aws/services/apprunner.ts'
import { cloudformation } from '../aws/services/cloudformation.ts'
import { makeExpressService, settleEcs, startDeployment } from '../aws/services/ecs-service.ts'
import { type Aws, ownAccount, ownRegion } from '../aws/start-aws.ts'
import { token } from './drive.ts'
import { freshAws } from './scene.ts'

let aws: Aws
let account: Account
beforeEach(async () => {
  aws = await freshAws()
  aws.world.durations.deployment = 60_000
  account = await entered(aws)
  aws.calls.splice(0)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await aws.stop()
})

async function entered(_: Aws): Promise<Account> {
  const entry = { region: ownRegion, account: null, role: null, externalId: 'x', session: 'test', write: false }
  const way = await enter(entry, { ...usualManner, attempts: 1 })
  if (!way.ok) throw new Error(way.refusal.why)
  return way.account
}

const repositoryUrl = 'https://github.com/acme/shop'
const sha = '0123456789abcdef0123456789abcdef01234567'

function delivered(host: Host): DeliveredApp {
  return {
    ...{ app: { root: '.', name: 'shop' }, target: 'ecr', host, workflow: null, merged: true },
    destination: {
      ...{ environment: 'production', slug: 'production', account: null, region: ownRegion, branch: 'main' },
      production: true,
    },
  }
}

/** Reads as a new command does, with nothing remembered, and keeps to the rights that are published. */
async function read(host: Host): Promise<DeploymentStatus> {
  account = await entered(aws)
  aws.calls.splice(0)
  const status = await readDeployment(delivered(host), account)
  const actions = aws.calls.map(({ service, operation }) => `${service}:${operation}`)
  expect(reading.flatMap(({ Action }) => Action)).toEqual(expect.arrayContaining(actions))
  expect(actions.filter((action) => !allowedBySession(action))).toEqual([])
  expect(aws.calls.filter(({ changes }) => changes)).toEqual([])
  return status
}

function allowedBySession(action: string): boolean {
  const statements: readonly { readonly Action: readonly string[] }[] = JSON.parse(readSession).Statement
  const patterns = statements.flatMap(({ Action }) => Action)
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? action.startsWith(pattern.slice(0, -1)) : action === pattern,
  )
}

/** What a reader sees first. */
const short = ({ state, url, cause }: DeploymentStatus) => ({ state, url, cause })
const operations = () => aws.calls.map(({ operation }) => operation)

describe('a site on Amplify', () => {
  const host = { kind: 'amplify', name: 'shop-shop', repositoryUrl, root: '.', branch: 'feature/a' } as const

  function branch() {
    const region = aws.region()
    const app = makeApp(region, { name: 'shop-shop', repository: `${repositoryUrl}.git`, accessToken: token })
    return makeBranch(region, app, { appId: app.app.appId, branchName: host.branch })
  }
  const start = () =>
    account.amplify.send(
      new StartJobCommand({
        ...{ appId: aws.region().apps[0]?.app.appId, branchName: host.branch, jobType: 'RELEASE', commitId: sha },
      }),
    )

  it('is none without app, branch or build', async () => {
    expect(short(await read(host))).toEqual({ state: 'none', url: null, cause: null })
    expect(operations()).toEqual(['ListApps'])
    const { branches } = aws.region().apps[0] ?? { branches: new Map() }
    expect(branches.size).toBe(0)
    branch()
    expect(await read(host)).toMatchObject({ state: 'none', service: 'shop-shop' })
    expect(operations()).toEqual(['ListApps', 'ListJobs'])
  })

  it('is deploying, then running with commit, time, address and pages', async () => {
    branch()
    await start()
    expect(await read(host)).toMatchObject({ state: 'deploying', url: null, last: { commit: sha } })
    aws.advance(60_000)
    const domain = aws.region().apps[0]?.app.defaultDomain
    const id = aws.region().apps[0]?.app.appId
    const page = `https://${ownRegion}.console.aws.amazon.com/amplify/apps/${id}/branches/feature%2Fa`
    expect(await read(host)).toMatchObject({
      ...{ state: 'running', url: `https://feature-a.${domain}`, console: page, logs: `${page}/deployments/1` },
      last: { commit: sha, at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/u), url: `${page}/deployments/1` },
    })
    expect(operations()).toEqual(['ListApps', 'ListJobs'])
  })

  it('that failed says which step and why, and still answers where an earlier build did not fail', async () => {
    branch()
    await start()
    aws.advance(60_000)
    await read(host)
    aws.world.failing.job = 'Cannot find module ./App'
    await start()
    aws.advance(60_000)
    const failed = await read(host)
    expect(failed).toMatchObject({ state: 'failed', cause: ['BUILD: Cannot find module ./App'] })
    expect(failed.url).toMatch(/^https:\/\/feature-a\./u)
    // The address of a step's log is signed.
    expect(JSON.stringify(failed)).not.toContain('logs.example')
    expect(operations()).toEqual(['ListApps', 'ListJobs', 'GetJob'])
  })

  it('is what the newest build says that nobody cancelled', async () => {
    const { jobs } = branch()
    await start()
    aws.advance(60_000)
    await read(host)
    await start()
    const [newest] = jobs
    if (newest?.job.summary !== undefined) newest.job.summary = { ...newest.job.summary, status: 'CANCELLED' }
    expect(await read(host)).toMatchObject({
      state: 'running',
      last: { url: expect.stringMatching(/deployments\/1$/u) },
    })
  })
})

describe('a service on App Runner', () => {
  const source = { repositoryUrl, directory: '/', branch: 'main' }
  const host = { kind: 'apprunner', stack: 'shop-shop-production', source } as const

  const input = {
    ServiceName: 'shop',
    SourceConfiguration: {
      AuthenticationConfiguration: { ConnectionArn: `arn:aws:apprunner:${ownRegion}:${ownAccount}:connection/a/1` },
      CodeRepository: {
        ...{ RepositoryUrl: 'https://github.com/Acme/Shop', SourceDirectory: '/' },
        SourceCodeVersion: { Type: 'BRANCH' as const, Value: 'main' },
      },
    },
  }
  function service() {
    const { ConnectionArn } = input.SourceConfiguration.AuthenticationConfiguration
    const connection = { ConnectionName: 'a', ConnectionArn, ProviderType: 'GITHUB', Status: 'AVAILABLE' } as const
    aws.region().connections.push({ ...connection, tags: {} })
    return makeService(aws.region(), input)
  }

  it('is none where neither the stack nor a service of that source is there', async () => {
    expect(short(await read(host))).toEqual({ state: 'none', url: null, cause: null })
    expect(operations()).toEqual(['DescribeStacks', 'ListServices'])
  })

  it('made by a person is found by its source: deploying, running, paused', async () => {
    const made = service()
    expect(await read(host)).toMatchObject({ state: 'deploying', service: 'shop' })
    aws.advance(60_000)
    expect(await read(host)).toMatchObject({ state: 'running', url: `https://${made.service.ServiceUrl}` })
    expect(operations()).toEqual(['DescribeStacks', 'ListServices', 'DescribeService', 'ListOperations'])
    made.service = { ...made.service, Status: 'PAUSED' }
    expect(await read(host)).toMatchObject({ state: 'paused' })
  })

  it('that runs has failed where its last deployment did, and answers as before', async () => {
    const made = service()
    aws.advance(60_000)
    await read(host)
    aws.world.failing.service = 'Failed to build your application source code. Reason: Failed to execute build command.'
    await account.apprunner.send(new StartDeploymentCommand({ ServiceArn: made.service.ServiceArn }))
    aws.advance(60_000)
    const failed = await read(host)
    expect(failed).toMatchObject({
      state: 'failed',
      cause: [aws.world.failing.service, expect.stringMatching(/^Deployment with ID : \d+ failed\.$/u)],
    })
    expect(operations()).toEqual([
      ...['DescribeStacks', 'ListServices', 'DescribeService', 'ListOperations', 'FilterLogEvents'],
    ])
    aws.faults.push({ kind: 'denied', match: 'logs:FilterLogEvents' })
    expect(await read(host)).toMatchObject({ state: 'failed', cause: ['START_DEPLOYMENT: FAILED'], silence: null })
    expect(failed.url).toBe(`https://${made.service.ServiceUrl}`)
    expect(failed.logs).toContain('log-group/$252Faws$252Fapprunner$252Fshop$252F')
    expect(failed.logs).toMatch(/\$252Fservice$/u)
  })

  it('that runs has failed where CloudFormation took back the update of its stack', async () => {
    service()
    const named = { ...input, ServiceName: 'of-the-stack' }
    const outputs = { ServiceArn: { Value: { 'Fn::GetAtt': ['Service', 'ServiceArn'] } } }
    await stack(host.stack, { Service: { Type: 'AWS::AppRunner::Service', Properties: named } }, outputs)
    aws.advance(60_000)
    expect(await read(host)).toMatchObject({ state: 'running', service: 'of-the-stack' })
    aws.world.failing.resource = { type: 'AWS::IAM::Role', reason: 'the role may not be made' }
    const Resources = {
      Service: { Type: 'AWS::AppRunner::Service', Properties: named },
      Role: { Type: 'AWS::IAM::Role' },
    }
    const input2 = { StackName: host.stack, TemplateBody: JSON.stringify({ Resources, Outputs: outputs }) }
    await cloudformation.UpdateStack?.(aws.region(), { ...input2, Capabilities: ['CAPABILITY_IAM'] }, '')
    const failed = await read(host)
    expect(failed).toMatchObject({ state: 'failed', cause: ['Role: the role may not be made'] })
    expect(failed.url).toMatch(/^https:/u)
  })

  it('whose stack failed says why in the words of CloudFormation', async () => {
    service()
    aws.world.failing.resource = {
      type: 'AWS::AppRunner::Service',
      reason: 'Failed to build your application source code',
    }
    await stack(host.stack, {
      Service: { Type: 'AWS::AppRunner::Service', Properties: input },
    })
    expect(short(await read(host))).toEqual({
      ...{ state: 'failed', url: null, cause: ['Service: Failed to build your application source code'] },
    })
    expect(operations()).toEqual(['DescribeStacks', 'DescribeStackEvents'])
  })
})

/** Makes a stack from a template of these resources. */
async function stack(name: string, Resources: object, Outputs: object = {}, Parameters: Record<string, string> = {}) {
  const TemplateBody = JSON.stringify({
    Resources,
    Outputs,
    Parameters: Object.fromEntries(Object.keys(Parameters).map((key) => [key, { Type: 'String' }])),
  })
  const given = Object.entries(Parameters).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }))
  await cloudformation.CreateStack?.(aws.region(), { StackName: name, TemplateBody, Parameters: given }, '')
}

const digest = `sha256:${'1'.repeat(64)}`
const image = (name: string) => `${ownAccount}.dkr.ecr.${ownRegion}.amazonaws.com/${name}@${digest}`

describe('a service of ECS Express Mode', () => {
  const logGroup = '/ecs/cicd-shop-production/shop'
  const host = { kind: 'express', cluster: 'default', service: 'shop', images: 'shop/shop', logGroup } as const

  it('is none without the cluster, without the service, and where the service runs the image of another app', async () => {
    expect(short(await read(host))).toEqual({ state: 'none', url: null, cause: null })
    aws.region().clusters.push({ clusterName: 'default' })
    expect(short(await read(host))).toEqual({ state: 'none', url: null, cause: null })
    const given = { serviceName: 'shop', infrastructureRoleArn: '', primaryContainer: { image: image('other/shop') } }
    makeExpressService(aws.region(), given)
    const other = await read(host)
    expect(other.state).toBe('none')
    expect(other.cause?.join()).toContain('other/shop')
  })

  it('is deploying, then running, with the commit that the image is tagged with', async () => {
    const given = { serviceName: 'shop', infrastructureRoleArn: '', primaryContainer: { image: image('shop/shop') } }
    makeExpressService(aws.region(), given)
    aws.region().imageDetails.push({ repositoryName: 'shop/shop', imageDigest: digest, imageTags: ['latest', sha] })
    expect(await read(host)).toMatchObject({ state: 'deploying' })
    aws.advance(60_000)
    expect(await read(host)).toMatchObject({
      ...{ state: 'running', url: `https://shop.ecs.${ownRegion}.on.aws`, last: { commit: sha }, cause: null },
      logs: expect.stringContaining('log-group/$252Fecs$252Fcicd-shop-production$252Fshop'),
    })
    expect(operations()).toEqual([
      ...['DescribeServices', 'DescribeExpressGatewayService', 'ListServiceDeployments', 'DescribeImages'],
    ])
  })

  async function rolledBack(stopped: Partial<Task> = {}): Promise<readonly string[]> {
    const given = {
      serviceName: 'shop',
      infrastructureRoleArn: '',
      primaryContainer: { image: image('shop/shop-staging') },
    }
    makeExpressService(aws.region(), given)
    aws.region().imageDetails.push({ repositoryName: 'shop/shop-staging', imageDigest: digest, imageTags: [sha] })
    aws.advance(60_000)
    await read(host)
    const [found] = aws.region().ecsServices
    // Trouble of an earlier deployment.
    found?.service.events?.push({ id: '1', createdAt: new Date(0), message: 'unable to place a task' })
    aws.world.failing.deployment = 'failed container health checks.'
    if (found !== undefined) startDeployment(aws.region(), found)
    aws.advance(60_000)
    settleEcs(aws.region())
    const [task] = found?.stopped ?? []
    if (task !== undefined) Object.assign(task, stopped)
    const { cause, last } = await read(host)
    // The image is the one that is back in service.
    expect(last?.commit).toBeNull()
    return cause ?? []
  }

  it('that was rolled back says why, by its deployment, its tasks and its events', async () => {
    expect(await rolledBack()).toEqual([
      'Service deployment rolled back because the circuit breaker threshold was exceeded.',
      'Essential container in task exited: Main: exit code 1',
      '(service shop) failed container health checks.',
    ])
    expect(operations()).toEqual([
      ...['DescribeServices', 'DescribeExpressGatewayService', 'ListServiceDeployments', 'ListTasks', 'DescribeTasks'],
    ])
  })

  it('does not blame a task that made room for another, nor one of an earlier deployment', async () => {
    const [first, ...rest] = await rolledBack({ stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)' })
    expect([first?.includes('circuit breaker'), rest]).toEqual([
      true,
      ['(service shop) failed container health checks.'],
    ])
    for (const one of aws.region().ecsServices)
      for (const task of one.stopped) {
        Object.assign(task, { stoppedReason: 'CannotPullContainerError', stoppedAt: new Date(0) })
      }
    expect((await read(host)).cause).not.toContain('CannotPullContainerError: Main: exit code 1')
  })

  it('goes without its tasks where AWS does not show them', async () => {
    await rolledBack()
    aws.faults.push({ kind: 'denied', match: 'ecs:ListTasks' })
    expect(await read(host)).toMatchObject({ state: 'failed', silence: null, cause: { length: 2 } })
  })
})

describe('a worker and a stack', () => {
  const worker = { kind: 'worker', stack: 'cicd-shop-production-queue', logGroup: '/ecs/x/queue' } as const
  const resources = {
    Cluster: { Type: 'AWS::ECS::Cluster' },
    Service: { Type: 'AWS::ECS::Service', Properties: { Cluster: { Ref: 'Cluster' } } },
  }
  const outputs = {
    ClusterName: { Value: { Ref: 'Cluster' } },
    ServiceName: { Value: { 'Fn::GetAtt': ['Service', 'Name'] } },
  }

  it('a worker is found by the outputs of its stack, and its commit by the image that the stack was given', async () => {
    expect(await read(worker)).toMatchObject({ state: 'none', service: worker.stack })
    await stack(worker.stack, resources, outputs, { Image: image('shop/queue') })
    aws.region().imageDetails.push({ repositoryName: 'shop/queue', imageDigest: digest, imageTags: [sha] })
    expect(await read(worker)).toMatchObject({ state: 'deploying' })
    aws.advance(60_000)
    expect(await read(worker)).toMatchObject({ state: 'running', url: null, last: { commit: sha } })
    expect(operations()).toEqual(['DescribeStacks', 'DescribeServices', 'ListServiceDeployments', 'DescribeImages'])
    aws.region().ecsServices.splice(0)
    expect(await read(worker)).toMatchObject({ state: 'removed' })
  })

  it('a stack gives the address among its outputs, and after a failed update why it was taken back', async () => {
    const host = { kind: 'stack', stack: 'shop-production' } as const
    expect(await read(host)).toMatchObject({ state: 'none' })
    await stack('shop-production', { A: { Type: 'AWS::SNS::Topic' } }, { Api: { Value: 'https://api.example/prod' } })
    expect(await read(host)).toMatchObject({ state: 'running', url: 'https://api.example/prod' })
    expect(operations()).toEqual(['DescribeStacks'])
    aws.world.failing.resource = { type: 'AWS::SQS::Queue', reason: 'a queue of that name already exists' }
    const TemplateBody = JSON.stringify({
      Resources: { A: { Type: 'AWS::SNS::Topic' }, B: { Type: 'AWS::SQS::Queue' } },
    })
    await cloudformation.UpdateStack?.(aws.region(), { StackName: 'shop-production', TemplateBody }, '')
    expect(await read(host)).toMatchObject({ state: 'failed', cause: ['B: a queue of that name already exists'] })
    await cloudformation.DeleteStack?.(aws.region(), { StackName: 'shop-production' }, '')
  })
})

describe('a stack that was deployed more than once', () => {
  const host = { kind: 'stack', stack: 'shop-production' } as const
  const topics = (...names: readonly string[]) =>
    JSON.stringify({ Resources: Object.fromEntries(names.map((name) => [name, { Type: `AWS::SNS::${name}` }])) })
  const update = (...names: readonly string[]) =>
    cloudformation.UpdateStack?.(aws.region(), { StackName: host.stack, TemplateBody: topics(...names) }, '')
  const failAt = (name: string | null) => {
    aws.world.failing.resource = name === null ? null : { type: `AWS::SNS::${name}`, reason: `no ${name}` }
  }

  it('has failed for what failed in the last operation alone', async () => {
    await stack(host.stack, { First: { Type: 'AWS::SNS::First' } })
    failAt('Second')
    await update('First', 'Second')
    expect(await read(host)).toMatchObject({ state: 'failed', cause: ['Second: no Second'] })
    failAt('Third')
    await update('First', 'Third')
    expect(await read(host)).toMatchObject({ state: 'failed', cause: ['Third: no Third'] })
  })

  it('has failed for what failed in the stack within it', async () => {
    await stack(host.stack, { First: { Type: 'AWS::SNS::First' } })
    await stack('inner', { First: { Type: 'AWS::SNS::First' } })
    const [outer, inner] = aws.region().stacks
    const failed = { Timestamp: new Date(), ResourceStatus: 'UPDATE_FAILED' } as const
    const ids = { StackId: outer?.stack.StackId, StackName: outer?.stack.StackName }
    outer?.events.unshift({
      ...{ ...failed, ...ids, EventId: '1', LogicalResourceId: 'Api', ResourceType: 'AWS::CloudFormation::Stack' },
      ...{ PhysicalResourceId: inner?.stack.StackId, ResourceStatusReason: 'Embedded stack was not updated' },
    })
    const own = { StackId: inner?.stack.StackId, StackName: inner?.stack.StackName }
    inner?.events.unshift({
      ...{ ...failed, ...own, EventId: '2', LogicalResourceId: 'Table', ResourceStatusReason: 'no such key' },
    })
    if (outer !== undefined) outer.stack.StackStatus = 'UPDATE_ROLLBACK_COMPLETE'
    expect((await read(host)).cause).toEqual(['Table: no such key', 'Api: Embedded stack was not updated'])
    expect(operations()).toEqual(['DescribeStacks', 'DescribeStackEvents', 'DescribeStackEvents'])
  })

  it.each([
    ['REVIEW_IN_PROGRESS', 'none'],
    ['DELETE_IN_PROGRESS', 'removed'],
    ['UPDATE_IN_PROGRESS', 'deploying'],
    ['UPDATE_ROLLBACK_IN_PROGRESS', 'deploying'],
    ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'running'],
    ['IMPORT_COMPLETE', 'running'],
    ['DELETE_FAILED', 'failed'],
  ] as const)('%s is %s', async (StackStatus, state) => {
    await stack('shop', { First: { Type: 'AWS::SNS::First' } })
    const found = { StackName: 'shop', CreationTime: new Date(0), StackStatus }
    expect(await seeFoundStack(found, account)).toMatchObject({ state })
  })
})

describe('the commit of an image', () => {
  const digested = `sha256:${'2'.repeat(64)}`
  const of = (registry: string, region = ownRegion, rest = `@${digested}`) =>
    commitOfImage(account, `${registry}.dkr.ecr.${region}.amazonaws.com/shop/shop${rest}`)

  it('is its tag; what lies in another account or Region, or elsewhere, is not asked for', async () => {
    aws.region().imageDetails.push({ repositoryName: 'shop/shop', imageDigest: digested, imageTags: [sha] })
    expect(await of(ownAccount)).toBe(sha)
    aws.calls.splice(0)
    expect([await of('999988887777'), await of(ownAccount, 'eu-west-1')]).toEqual([null, null])
    expect([await of(ownAccount, ownRegion, `:${sha}`), await of(ownAccount, ownRegion, ':latest')]).toEqual([
      sha,
      null,
    ])
    expect(await commitOfImage(account, 'public.ecr.aws/nginx/nginx:latest')).toBeNull()
    expect(aws.calls).toEqual([])
  })
})

describe('what AWS does not say', () => {
  const express = { kind: 'express', cluster: 'default', service: 'a', images: 'a/a', logGroup: '/a' } as const
  const hosts: readonly Host[] = [
    { kind: 'amplify', name: 'a', repositoryUrl, root: '.', branch: 'main' },
    { kind: 'apprunner', stack: 'a', source: null },
    express,
    { kind: 'worker', stack: 'a', logGroup: '/a' },
    { kind: 'stack', stack: 'a' },
  ]
  it.each(hosts)('is unknown, never none: $kind', async (host) => {
    for (const [kind, why] of [
      ['denied', 'denied'],
      ['throttle', 'throttled'],
      ['error', 'unreachable'],
      ['drop', 'unreachable'],
    ] as const) {
      aws.faults.push({ kind, match: ({ operation }) => operation !== 'GetCallerIdentity' })
      expect(await read(host)).toMatchObject({ state: 'unknown', source: 'nobody', silence: { why }, last: null })
    }
  })

  it('about the commit of an image is left out', async () => {
    const given = { serviceName: 'a', infrastructureRoleArn: '', primaryContainer: { image: image('a/a') } }
    makeExpressService(aws.region(), given)
    aws.advance(60_000)
    aws.faults.push({ kind: 'denied', match: 'ecr:DescribeImages' })
    expect(await read(express)).toMatchObject({ state: 'running', last: { commit: null }, silence: null })
  })
})
