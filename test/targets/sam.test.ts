import { describe, expect, it } from 'vitest'
import type { App, Context } from '../../src/model.ts'
import { withDefaultEnvironments } from '../../src/targets/default-environments.ts'
import { featureScript } from '../../src/targets/sam/scripts.ts'
import { stackStatements } from '../../src/targets/sam/statements.ts'
import { sam } from '../../src/targets/sam.ts'
import { textsIn } from '../../src/text.ts'
import { type ContextParts, sampleApp, sampleChoice, sampleContext } from '../sample-app.ts'
import { runScript } from './ecr/script.ts'
import { expectGolden, fileOf } from './golden.ts'

const template = (given: Partial<App> = {}): App =>
  sampleApp({
    kind: 'serverless',
    framework: 'sam',
    frameworkMajor: null,
    language: 'python',
    packageManager: { name: 'pip', version: null },
    runtime: { name: 'python', version: '3.13', from: 'template.yaml' },
    install: null,
    build: 'sam build',
    test: null,
    start: null,
    port: null,
    honoursPort: null,
    lockfile: null,
    definition: 'template.yaml',
    needs: [
      'aws resource: AWS::Serverless::Api',
      'aws resource: AWS::Serverless::Function',
      'aws resource: AWS::SQS::Queue',
      'aws resource: AWS::DynamoDB::Table (named)',
    ],
    ...given,
  })

const where = (parts: ContextParts = {}, app: App = template()): Context =>
  withDefaultEnvironments([sampleChoice(app, { target: 'sam' })], sampleContext(parts))

const nodeInFolder = template({
  root: 'services/orders',
  name: 'orders',
  definition: 'services/orders/template.yaml',
  language: 'node',
  packageManager: { name: 'npm', version: null },
  runtime: { name: 'node', version: '22', from: 'services/orders/template.yaml' },
  install: 'npm ci',
  build: 'npm run build && sam build',
  test: 'npm test',
  lockfile: 'services/orders/package-lock.json',
  needs: [
    'aws resource: AWS::Serverless::HttpApi',
    'aws resource: AWS::Serverless::Application',
    'aws resource: AWS::Serverless::StateMachine',
  ],
})

const images = template({
  name: 'vision',
  language: 'python',
  needs: [
    'aws resource: AWS::ECR::Repository',
    'aws resource: AWS::Serverless::Function',
    'aws resource: AWS::RDS::DBInstance',
  ],
})

describe('golden files', () => {
  it('python', () => expectGolden('python', sam, [sampleChoice(template())], where()))
  it('node in a folder', () => expectGolden('node-in-folder', sam, [sampleChoice(nodeInFolder)], where()))
  it('functions that are images', () => expectGolden('images', sam, [sampleChoice(images)], where()))
  it('without environments', () =>
    expectGolden('no-environments', sam, [sampleChoice(template())], where({ config: { environments: 'none' } })))
  it('two apps, an unknown repository', () =>
    expectGolden(
      'two-apps',
      sam,
      [sampleChoice(template()), sampleChoice(nodeInFolder)],
      where({ repository: { owner: null, id: null, ownerId: null, subject: { known: false, why: 'not asked' } } }),
    ))
})

describe('what it serves', () => {
  it.each([
    ['cdk', 'this is a CDK app'],
    ['serverless-framework', 'this is a Serverless Framework service'],
    ['cloudformation', 'this is a plain CloudFormation template'],
  ])('G15 refuses %s by its name', (framework, because) => {
    expect(sam.serves(template({ framework }), textsIn('en'))).toMatchObject({
      ok: false,
      because: expect.stringContaining(because),
    })
  })

  it('refuses a server', () => {
    expect(sam.serves(sampleApp(), textsIn('en'))).toMatchObject({ ok: false, because: 'There is no SAM template.' })
  })
})

describe('the pipeline', () => {
  const workflow = fileOf(sam.render([sampleChoice(template())], where()), '.github/workflows/pipeline-shop.yml')

  it('builds once, without AWS, and deploys that everywhere', () => {
    expect(workflow.match(/sam build/g)).toHaveLength(1)
    expect(workflow.match(/actions\/upload-artifact/g)).toHaveLength(1)
    expect(workflow.match(/actions\/download-artifact/g)).toHaveLength(2)
    expect(workflow.slice(0, workflow.indexOf('deploy-staging'))).not.toContain('id-token')
  })

  it('keeps the hidden folder that sam build writes', () => {
    expect(workflow).toContain('include-hidden-files: true')
  })

  it('runs sam build after the build of a repository that does not', () => {
    const workspace = { root: '.', manager: 'pnpm', packageName: 'api', tool: null, members: [] }
    const one = template({ root: 'apps/api', name: 'api', build: 'cd ../.. && pnpm build', workspace })
    const text = fileOf(sam.render([sampleChoice(one)], where()), '.github/workflows/pipeline-api.yml')
    expect(text).toContain('(cd ../.. && pnpm build) && sam build --template template.yaml')
    expect(text).not.toContain('paths:')
  })

  it('goes to production after staging', () => {
    expect(workflow).toMatch(/deploy-production:\n {4}name: .*\n {4}needs: deploy-staging/)
  })

  it('runs the tests of the repository before anything is deployed', () => {
    const text = fileOf(sam.render([sampleChoice(nodeInFolder)], where()), '.github/workflows/pipeline-orders.yml')
    expect(text.indexOf('run: npm test')).toBeGreaterThan(0)
    expect(text.indexOf('run: npm test')).toBeLessThan(text.indexOf('deploy-staging:'))
  })
})

describe('feature stacks', () => {
  const name = (branch: string) => runScript(featureScript(textsIn('en')).content, ['shop', branch], {}).output.trim()

  it('G47 have a name of their own for every branch, whatever its punctuation', () => {
    const branches = [
      'feature/login',
      'feature/log-in',
      'feature/log_in',
      'feature/a/login',
      'feature/<testing stack>',
      'feature/$(reboot)',
      'feature/日本語',
    ]
    const names = branches.map(name)
    expect(new Set(names).size).toBe(branches.length)
    for (const one of names) expect(one).toMatch(/^shop-feature-[a-z0-9]+(-[a-z0-9]+)*$/)
  })

  it('G47 are deployed by a role that reaches no other stack', () => {
    const resources = JSON.stringify(sam.render([sampleChoice(template())], where()).bootstrap?.resources)
    const role = /"FeatureRole":(.*?)"ShopFeatureStackRole":/.exec(resources)?.[1] ?? ''
    expect(role.match(/:stack\/[^"]+/g)).toEqual([':stack/shop-feature-*/*', ':stack/shop-feature-*/*'])
  })

  it('are left out where the repository has no environments', () => {
    const paths = sam
      .render([sampleChoice(template())], where({ config: { environments: 'none' } }))
      .files.map(({ path }) => path)
    expect(paths).not.toContain('.github/workflows/feature-shop.yml')
  })
})

describe('permissions', () => {
  const statements = stackStatements(template(), 'shop-${Environment}')
  const of = (sid: string) => JSON.stringify(statements.find(({ Sid }) => Sid === sid)?.Resource)

  it('G38 follow the kinds of resource of the template', () => {
    expect(statements.map(({ Sid }) => Sid)).toEqual([
      'Lambda',
      'ApiGateway',
      'SQS',
      'DynamoDB',
      'Roles',
      'PassRoles',
      'EventSources',
      'SharedLayers',
    ])
  })

  it('G38 reach what is named after the stack, and anything of that kind only where the template fixes a name', () => {
    expect(of('SQS')).toContain(':shop-${Environment}-*')
    expect(of('DynamoDB')).toContain(':table/*')
  })

  it('name kinds of resource that are not known', () => {
    const { warnings } = sam.render([sampleChoice(images)], where())
    expect(warnings.join()).toContain('`AWS::RDS::DBInstance`')
  })
})

describe('environments', () => {
  it('are staging and production where the configuration names none', () => {
    expect(where().config.environments).toMatchObject([{ name: 'staging' }, { name: 'production', approval: true }])
  })

  it('stay as they are configured', () => {
    expect(where({ config: { environments: 'none' } }).config.environments).toBe('none')
  })

  it('stay one for other targets', () => {
    const context = sampleContext()
    expect(withDefaultEnvironments([sampleChoice(sampleApp(), { target: 'ecr' })], context)).toBe(context)
  })
})
