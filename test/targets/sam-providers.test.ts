import { describe, it } from 'vitest'
import type { App, Context, ProviderId } from '../../src/model.ts'
import { withDefaultEnvironments } from '../../src/targets/default-environments.ts'
import { sam } from '../../src/targets/sam.ts'
import { type ContextParts, sampleApp, sampleChoice, sampleContext } from '../sample-app.ts'
import { expectGolden } from './golden.ts'

const template = (given: Partial<App> = {}): App =>
  sampleApp({
    kind: 'serverless',
    framework: 'sam',
    frameworkMajor: null,
    language: 'python',
    packageManager: { name: 'uv', version: null },
    runtime: { name: 'python', version: '3.13', from: 'template.yaml' },
    install: 'uv sync --frozen',
    build: 'sam build',
    test: 'uv run pytest',
    start: null,
    port: null,
    honoursPort: null,
    lockfile: 'uv.lock',
    definition: 'template.yaml',
    needs: ['aws resource: AWS::Serverless::Api', 'aws resource: AWS::Serverless::Function'],
    ...given,
  })

const orders = template({
  root: 'services/orders',
  name: 'orders',
  definition: 'services/orders/template.yaml',
  language: 'node',
  packageManager: { name: 'pnpm', version: '9.1.0' },
  runtime: { name: 'node', version: '22', from: 'services/orders/template.yaml' },
  install: 'pnpm install --frozen-lockfile',
  lint: 'pnpm lint',
  build: 'pnpm build && sam build',
  test: 'pnpm test',
  lockfile: 'services/orders/pnpm-lock.yaml',
  env: ['DATABASE_URL'],
  needs: ['aws resource: AWS::Serverless::HttpApi', 'postgresql'],
})

const images = template({
  name: 'vision',
  test: null,
  needs: ['aws resource: AWS::ECR::Repository', 'aws resource: AWS::Serverless::Function'],
})

const environments = [
  { name: 'development', account: '012345678901', region: 'ap-northeast-1', branch: 'develop', approval: false },
  { name: 'staging', account: '111111111111', region: 'ap-northeast-1', branch: null, approval: false },
  { name: 'production', account: '222222222222', region: 'ap-northeast-1', branch: null, approval: true },
]

const where = (app: App, parts: ContextParts = {}): Context =>
  withDefaultEnvironments([sampleChoice(app, { target: 'sam' })], sampleContext(parts))

const providers: readonly ProviderId[] = ['gitlab', 'bitbucket', 'jenkins', 'codepipeline']

describe.each(providers)('golden files of %s', (ci) => {
  it('python', () => expectGolden(`${ci}-python`, sam, [sampleChoice(template(), { ci })], where(template())))
  it('three environments, two branches, two apps', () =>
    expectGolden(
      `${ci}-three-environments`,
      sam,
      [sampleChoice(template(), { ci }), sampleChoice(orders, { ci })],
      where(template(), { config: { environments } }),
    ))
  it('functions that are images, one environment', () =>
    expectGolden(
      `${ci}-images`,
      sam,
      [sampleChoice(images, { ci })],
      where(images, { config: { environments: 'none' } }),
    ))
})
