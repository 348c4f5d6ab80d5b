import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readSession } from '../../src/aws/read-session.ts'
import { making } from '../../src/render/aws-policy/making.ts'
import { reading } from '../../src/render/aws-policy/reading.ts'
import { type Aws, ownAccount, ownRegion } from '../aws/start-aws.ts'
import { treeOf, treeOfFolder } from '../tree-of.ts'
import { connectOnce, connectToTheEnd, type Given, holdings } from './drive.ts'
import { freshAws, samples } from './scene.ts'

let aws: Aws
beforeEach(async () => {
  aws = await freshAws()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await aws.stop()
})

const changes = () => aws.calls.filter((call) => call.changes).map(({ operation }) => operation)

describe.each(Object.entries<Given>(samples))('the rights that connect with %s needs', (_, repository) => {
  it('are those of the published policy, and looking needs those to read alone', async () => {
    await connectOnce(aws, repository, { yes: false })
    const looked = aws.calls.map(({ service, operation }) => `${service}:${operation}`)
    expect(reading.flatMap(({ Action }) => Action)).toEqual(expect.arrayContaining([...new Set(looked)]))
    expect(looked.filter((action) => !allowedBySession(action) && action !== 'sts:GetCallerIdentity')).toEqual([])
    await connectToTheEnd(aws, repository)
    const all = new Set(aws.calls.map(({ service, operation }) => `${service}:${operation}`))
    expect([...reading, ...making].flatMap(({ Action }) => Action)).toEqual(expect.arrayContaining([...all]))
  })
})

function allowedBySession(action: string): boolean {
  const statements: readonly { readonly Action: readonly string[] }[] = JSON.parse(readSession).Statement
  const patterns = statements.flatMap(({ Action }) => Action)
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? action.startsWith(pattern.slice(0, -1)) : action === pattern,
  )
}

describe('what is asked before anything is made', () => {
  it('shows the plan, and makes it only when the very same plan is confirmed', async () => {
    const plan = await connectOnce(aws, samples['App Runner'], { yes: true, shown: null })
    expect(plan.kind).toBe('waiting')
    await aws.stop()
    aws = await freshAws()
    const first = await connectOnce(aws, merged, { yes: false })
    expect(first.kind).toBe('plan')
    expect(changes()).toEqual([])
    const other = await connectOnce(aws, merged, { yes: false, shown: 'another plan' })
    expect(other.kind).toBe('plan')
    const confirmed = await connectOnce(aws, merged, { yes: false, shown: first.mark })
    expect(confirmed.kind).toBe('working')
    expect(changes()).toEqual(['CreateApp', 'CreateBranch', 'StartJob'])
  })

  it('lets only maintainers and administrators change production', async () => {
    const { kind, text } = await connectOnce(aws, merged, { production: false })
    expect(kind).toBe('denied')
    expect(text).toContain('is production')
    expect(changes()).toEqual([])
  })

  it('makes nothing before the merge without --yes', async () => {
    const { kind, text } = await connectOnce(aws, samples['App Runner'], { yes: false })
    expect(kind).toBe('refused')
    expect(text).toContain('is not on the default branch yet')
  })

  it('deploys no template that was changed by hand, even with --yes', async () => {
    const files = Object.fromEntries(treeOfFolder('test/repos/express').files)
    const edited = {
      ...files,
      'apprunner.yaml': 'version: 1.0\n',
      'infra/cicd/shop/apprunner.yaml': 'Resources: { Admin: { Type: AWS::IAM::Role } }\n',
    }
    const { kind, text } = await connectOnce(aws, { tree: treeOf(edited), target: 'apprunner' })
    expect(kind).toBe('refused')
    expect(text).toContain('was changed by hand')
    expect(changes()).toEqual([])
  })
})

/** A static site that needs no file but `amplify.yml`. */
const site = Object.fromEntries(treeOfFolder('test/repos/vite-react').files)
const merged: Given = { tree: treeOf({ ...site, 'amplify.yml': 'version: 1\n' }), target: 'amplify' }

describe('what there is nothing to make for', () => {
  it('names the environments where one is asked for that there is not', async () => {
    const { kind, text } = await connectOnce(aws, { ...merged, environment: 'prodction' })
    expect([kind, text]).toEqual(['refused', expect.stringContaining('No environment is called `prodction`')])
  })

  it('gives the steps where only people know what the template asks for, as for another CI system', async () => {
    const apps = [{ path: '.', target: 'sam' as const, ci: 'gitlab' as const }]
    const { kind, text } = await connectOnce(aws, { tree: treeOfFolder('test/repos/sam-python'), config: { apps } })
    expect(kind).toBe('nothing')
    expect(text).toContain('values that only you know')
    expect(text).toContain('aws cloudformation deploy --stack-name cicd-shop-production')
    expect(changes()).toEqual([])
  })

  it('says so for a repository that is not delivered', async () => {
    const { kind } = await connectOnce(aws, { tree: treeOf({ 'README.md': 'hello\n' }) })
    expect(kind).toBe('nothing')
    expect(changes()).toEqual([])
  })
})

describe('server code on Amplify', () => {
  it('may write its logs, by a role of its own', async () => {
    expect((await connectToTheEnd(aws, samples['Amplify with server code'])).kind).toBe('done')
    const [role] = [...aws.region().account.roles.values()]
    expect(role?.RoleName).toMatch(/^cicd-shop-amplify-logs-LogRole-/u)
    expect(aws.region().apps[0]?.app).toMatchObject({ platform: 'WEB_COMPUTE', iamServiceRoleArn: role?.Arn })
  })
})

describe('what the SDK would make twice by itself', () => {
  it('an app whose answer got lost, with all of the SDK’s retries on: there is one', async () => {
    aws.faults.push({ match: 'amplify:CreateApp', kind: 'lost-answer' }, { match: 'amplify:CreateApp', kind: 'half' })
    expect((await connectToTheEnd(aws, { ...merged, attempts: 4 })).kind).toBe('done')
    expect(holdings(aws)).toMatchObject({ apps: 1, branches: 1, jobs: 1 })
  })

  it('a first build, where a push has started one meanwhile: that one is waited for', async () => {
    aws.faults.push({ match: 'amplify:StartJob', kind: 'denied' })
    expect((await connectOnce(aws, merged)).kind).toBe('stopped')
    const { amplify } = await import('../aws/services/amplify.ts')
    const appId = aws.region().apps[0]?.app.appId
    amplify.StartJob?.(aws.region(), { appId, branchName: 'main', jobType: 'WEB_HOOK' }, '')
    expect((await connectToTheEnd(aws, { ...merged, attempts: 4 })).kind).toBe('done')
    expect(holdings(aws)).toMatchObject({ apps: 1, branches: 1, jobs: 1 })
  })
})

describe('what is there already', () => {
  it('uses a service that somebody made of the same branch and folder, and makes no second one', async () => {
    const connection = {
      ConnectionName: 'ours',
      ConnectionArn: `arn:aws:apprunner:${ownRegion}:${ownAccount}:connection/ours/1`,
      ProviderType: 'GITHUB' as const,
      Status: 'AVAILABLE' as const,
    }
    aws.region().connections.push({ ...connection, tags: {} })
    const source = {
      AuthenticationConfiguration: { ConnectionArn: connection.ConnectionArn },
      CodeRepository: {
        RepositoryUrl: 'https://github.com/Octo-Org/Shop',
        SourceCodeVersion: { Type: 'BRANCH' as const, Value: 'main' },
        SourceDirectory: '/',
      },
    }
    const { makeService } = await import('../aws/services/apprunner.ts')
    makeService(aws.region(), { ServiceName: 'by-hand', SourceConfiguration: source })
    const { kind, text } = await connectToTheEnd(aws, samples['App Runner'])
    expect(kind).toBe('done')
    expect(text).toContain('was there before, is used')
    expect(holdings(aws)).toMatchObject({ connections: 1, services: 1, stacks: 0 })
    expect(changes()).toEqual([])
  })

  it('leaves a stack of that name alone that belongs to another repository', async () => {
    const { cloudformation } = await import('../aws/services/cloudformation.ts')
    cloudformation.CreateStack?.(
      aws.region(),
      {
        StackName: 'cicd-shop-production',
        TemplateBody: 'Resources: { A: { Type: AWS::Logs::LogGroup } }',
        Tags: [{ Key: 'cicd:repository', Value: 'github.com/other/shop' }],
      },
      '',
    )
    const { kind, text } = await connectOnce(aws, samples['ECS Express'])
    expect(kind).toBe('stopped')
    expect(text).toContain('belongs to another repository')
    expect(changes()).toEqual([])
  })
})

describe('what goes wrong', () => {
  it('tells why a first build failed, and tries again only when somebody says so', async () => {
    aws.world.failing.service = 'Failed to build your application source code. Reason: npm ci failed'
    await connectOnce(aws, samples['App Runner'])
    for (const connection of aws.region().connections) connection.Status = 'AVAILABLE'
    await connectOnce(aws, samples['App Runner'], { follows: true })
    aws.advance(60_000)
    const failed = await connectOnce(aws, samples['App Runner'], { follows: true })
    expect(failed.kind).toBe('stopped')
    expect(failed.text).toContain('npm ci failed')
    await connectOnce(aws, samples['App Runner'], { follows: true })
    expect(changes()).toEqual(['CreateConnection', 'CreateStack'])
    aws.world.failing.service = null
    expect((await connectToTheEnd(aws, samples['App Runner'])).kind).toBe('done')
    expect(holdings(aws)).toMatchObject({ connections: 1, services: 1, stacks: 1 })
  })

  it.each([
    ['denied', /AWS refused `apprunner:ListConnections`: the role of this app is not allowed that/u],
    ['throttle', /AWS takes no more requests at the moment/u],
    ['error', /AWS could not be reached, or failed itself/u],
    ['drop', /AWS could not be reached, or failed itself/u],
  ] as const)('says so where a call is answered by: %s', async (kind, said) => {
    aws.faults.push({ match: 'apprunner:ListConnections', kind, times: 1000 })
    const { kind: end, text } = await connectOnce(aws, samples['App Runner'])
    expect(end).toBe('stopped')
    expect(text).toMatch(said)
    expect(text).not.toContain(ownAccount)
  })

  it('G48 takes a refused or silent AWS for unknown, never for "no"', async () => {
    aws.faults.push({ match: 'apprunner:ListServices', kind: 'denied', times: 1000 })
    const { text } = await connectOnce(aws, { tree: samples['App Runner'].tree })
    expect(text).toContain('connection of App Runner')
  })
})
