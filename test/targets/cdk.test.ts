import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { App } from '../../src/model.ts'
import { cdk } from '../../src/targets/cdk.ts'
import { textsIn } from '../../src/text.ts'
import { sampleApp, sampleChoice, sampleContext } from '../sample-app.ts'
import { expectGolden, fileOf } from './golden.ts'

const typescript = (given: Partial<App> = {}): App =>
  sampleApp({
    kind: 'serverless',
    framework: 'cdk',
    frameworkMajor: null,
    build: 'npm run build',
    start: null,
    port: null,
    honoursPort: null,
    definition: 'cdk.json',
    ...given,
  })

const python = typescript({
  root: 'infra',
  name: 'infra',
  language: 'python',
  definition: 'infra/cdk.json',
  packageManager: { name: 'uv', version: null },
  runtime: { name: 'python', version: '3.12', from: 'infra/.python-version' },
  install: 'uv sync --frozen',
  build: null,
  test: null,
  lockfile: 'infra/uv.lock',
})

const environments = [
  { name: 'development', account: '012345678901', region: 'ap-northeast-1', branch: 'develop', approval: false },
  { name: 'staging', account: '111111111111', region: 'ap-northeast-1', branch: null, approval: false },
  { name: 'production', account: '222222222222', region: 'ap-northeast-1', branch: null, approval: true },
]

describe('golden files', () => {
  it('typescript', () => expectGolden('typescript', cdk, [sampleChoice(typescript())], sampleContext()))
  it('python in a folder', () => expectGolden('python-in-folder', cdk, [sampleChoice(python)], sampleContext()))
  it('three environments', () =>
    expectGolden('three-environments', cdk, [sampleChoice(typescript())], sampleContext({ config: { environments } })))
  it('a subject that is not known', () =>
    expectGolden(
      'unknown-subject',
      cdk,
      [sampleChoice(typescript())],
      sampleContext({ repository: { subject: { known: false, why: 'refused' } } }),
    ))
})

describe('golden files of other providers', () => {
  it('codepipeline, typescript, three environments', () =>
    expectGolden(
      'codepipeline-typescript',
      cdk,
      [sampleChoice(typescript(), { ci: 'codepipeline' })],
      sampleContext({ config: { environments } }),
    ))
  it('codepipeline, python in a folder', () =>
    expectGolden('codepipeline-python', cdk, [sampleChoice(python, { ci: 'codepipeline' })], sampleContext()))
  it.each(['gitlab', 'bitbucket', 'jenkins'] as const)('%s, typescript', async (ci) => {
    const context = sampleContext({ config: { environments } })
    await expectGolden(`${ci}-typescript`, cdk, [sampleChoice(typescript(), { ci })], context)
  })

  it('a person who approves sees before what would change', () => {
    const { deliveries } = cdk.render(
      [sampleChoice(typescript(), { ci: 'codepipeline' })],
      sampleContext({ config: { environments } }),
    )
    expect(deliveries?.[0]?.deployments.map(({ preview }) => preview.join())).toEqual(
      expect.arrayContaining([expect.stringContaining('cdk diff --all')]),
    )
  })

  it.each(['gitlab', 'bitbucket', 'jenkins'] as const)('%s is refused where the CLI has no Node.js beside it', (ci) => {
    expect(cdk.fits(python, sampleContext(), ci)).toMatchObject({
      ok: false,
      because: expect.stringContaining('Node.js beside Python'),
    })
  })
})

const workflow = fileOf(cdk.render([sampleChoice(typescript())], sampleContext()), '.github/workflows/deploy-shop.yml')

describe('the workflow', () => {
  it('G36 never runs on pull requests, which get no credentials', () => {
    expect(Object.keys(parse(workflow).on)).toEqual(['push', 'workflow_dispatch'])
  })

  it('shows the difference with a role that only reads, before the environment asks for approval', () => {
    const { jobs } = parse(workflow)
    expect(jobs['diff-production'].environment).toBeUndefined()
    expect(jobs['deploy-production'].needs).toBe('diff-production')
    expect(workflow.indexOf('AWS_DIFF_ROLE_ARN_PRODUCTION')).toBeGreaterThan(0)
  })

  it('installs packages before it has credentials', () => {
    expect(workflow.lastIndexOf('npm ci')).toBeLessThan(workflow.lastIndexOf('Sign in to AWS'))
  })

  it('keeps a failure of the diff in spite of the pipe', () => {
    expect(workflow).toContain('set -o pipefail')
  })

  it('does not fall for the stray 3.0.0 of the CLI', () => {
    const text = fileOf(cdk.render([sampleChoice(python)], sampleContext()), '.github/workflows/deploy-infra.yml')
    expect(text).toContain('aws-cdk@^2.1148.1')
  })
})

describe('permissions', () => {
  it('G38 are the roles of the bootstrap and nothing else', () => {
    const { permissions } = cdk.render([sampleChoice(typescript())], sampleContext())
    expect(permissions.flatMap(({ statement }) => statement.Action)).toEqual(['sts:AssumeRole'])
    expect(JSON.stringify(permissions)).not.toContain('cfn-exec')
  })

  it('of the diff are the lookup role alone, for runs of the branch alone', () => {
    const role = JSON.stringify(cdk.render([sampleChoice(typescript())], sampleContext()).bootstrap?.resources)
    expect(role).toContain('cdk-hnb659fds-lookup-role')
    expect(role).not.toContain('deploy-role')
    expect(role).toContain('repo:octo-org/shop:ref:refs/heads/main')
  })
})

describe('what it serves', () => {
  it('G15 refuses a SAM template', () => {
    expect(cdk.serves(typescript({ framework: 'sam', definition: 'template.yaml' }), textsIn('en'))).toMatchObject({
      ok: false,
    })
  })
})
