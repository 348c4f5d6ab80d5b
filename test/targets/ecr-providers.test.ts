import { describe, expect, it } from 'vitest'
import type { App, Choice, Environment, ProviderId, Some } from '../../src/model.ts'
import { imageScript } from '../../src/targets/ecr/image-script.ts'
import { ecr } from '../../src/targets/ecr.ts'
import { textsIn } from '../../src/text.ts'
import { sampleApp, sampleChoice, sampleContext } from '../sample-app.ts'
import { runScript } from './ecr/script.ts'
import { expectGolden } from './golden.ts'

const providers: readonly ProviderId[] = ['gitlab', 'bitbucket', 'jenkins', 'codepipeline']

const api = sampleApp({
  name: 'api',
  root: 'apps/api',
  lint: 'npm run lint',
  lockfile: 'apps/api/package-lock.json',
  healthPath: '/health',
  env: ['DATABASE_URL'],
  needs: ['postgresql', 'private packages: NPM_TOKEN'],
})
const mailer = sampleApp({
  name: 'mailer',
  root: 'apps/mailer',
  kind: 'worker',
  language: 'python',
  framework: 'celery',
  packageManager: { name: 'uv', version: '0.8.1' },
  runtime: { name: 'python', version: '3.13', from: 'apps/mailer/.python-version' },
  install: 'uv sync --frozen',
  build: null,
  test: null,
  start: 'celery -A tasks worker',
  port: null,
  honoursPort: null,
  lockfile: 'apps/mailer/uv.lock',
})
const arm: App = sampleApp({
  dockerfile: {
    path: 'deploy/Dockerfile',
    context: '.',
    ports: [8080],
    usable: true,
    platform: 'linux/arm64',
    stage: 'web',
  },
})

const accounts: readonly Environment[] = [
  { name: 'staging', account: '012345678901', region: 'ap-northeast-1', branch: null, approval: false },
  { name: 'production', account: '210987654321', region: 'ap-northeast-1', branch: null, approval: true },
]
const branches = accounts.map((item) => ({ ...item, branch: item.name === 'production' ? 'main' : 'develop' }))

describe.each(providers)('golden files of %s', (ci) => {
  it('one server', () => expectGolden(`${ci}-server`, ecr, [sampleChoice(sampleApp(), { ci })], sampleContext()))
  it('a server and a worker, two accounts', async () => {
    const choices: Some<Choice> = [sampleChoice(api, { ci }), sampleChoice(mailer, { ci })]
    await expectGolden(`${ci}-two-accounts`, ecr, choices, sampleContext({ config: { environments: accounts } }))
  })
  it('an environment for each branch', () =>
    expectGolden(
      `${ci}-two-branches`,
      ecr,
      [sampleChoice(sampleApp(), { ci })],
      sampleContext({ config: { environments: branches } }),
    ))
})

describe('architecture', () => {
  it('G59 an ARM64 image is built by CodeBuild on ARM64', async () => {
    await expectGolden('codepipeline-arm', ecr, [sampleChoice(arm, { ci: 'codepipeline' })], sampleContext())
  })

  it.each([
    'gitlab',
    'bitbucket',
    'jenkins',
  ] as const)('G59 an ARM64 image is refused for %s, with what can build it', (ci) => {
    expect(ecr.fits(arm, sampleContext(), ci)).toMatchObject({
      ok: false,
      because: expect.stringContaining('GitHub Actions and CodePipeline have.'),
    })
  })
})

describe('image.sh', () => {
  const digest = `sha256:${'a'.repeat(64)}`
  const variables = { COMMIT: 'c0ffee', AWS_REGION: 'ap-northeast-1' }
  const account = { 'sts-get-caller-identity': '012345678901\n', 'ecr-get-login-password': 'secret\n' }
  const build = ['shop/api', 'linux/amd64', 'apps/api/Dockerfile', '.']
  const run = (args: readonly string[], found: string, more: Readonly<Record<string, string>> = {}) =>
    runScript(
      imageScript(textsIn('en')).content,
      args,
      { ...account, 'ecr-batch-get-image': found },
      { ...variables, ...more },
    )
  // None at first, the digest after the push.
  const afterPush = `#!/usr/bin/env bash\nif grep -q 'docker push' "$CALLS"; then echo ${digest}; else echo None; fi\n`

  it('G51 takes the image of the commit where there is one, and builds nothing', () => {
    const { code, output, calls } = run(build, `${digest}\n`)
    expect([code, output]).toEqual([0, `012345678901.dkr.ecr.ap-northeast-1.amazonaws.com/shop/api@${digest}\n`])
    expect(calls.filter((call) => call.startsWith('docker'))).toEqual([])
  })

  it('builds and pushes it by the commit otherwise, and prints the digest alone', () => {
    const { code, output, calls } = run([...build, 'web'], afterPush, { BUILD_SECRETS: 'NPM_TOKEN' })
    expect([code, output]).toEqual([0, `012345678901.dkr.ecr.ap-northeast-1.amazonaws.com/shop/api@${digest}\n`])
    const docker = calls.filter((call) => call.startsWith('docker'))
    expect(docker[1]).toContain('--platform linux/amd64 --file apps/api/Dockerfile --tag')
    expect(docker[1]).toContain('shop/api:c0ffee --target web --secret id=NPM_TOKEN,env=NPM_TOKEN -- .')
    expect(docker[2]).toMatch(/^docker push .*shop\/api:c0ffee$/)
  })

  it('of a later environment builds nothing, and fails where there is no image', () => {
    const { code, output, calls } = run(['shop/api'], 'None\n', {
      BUILDER_ACCOUNT: '111111111111',
      BUILDER_REGION: 'cn-north-1',
    })
    expect(code).toBe(1)
    expect(output).toContain(
      'There is no image of the commit c0ffee in 111111111111.dkr.ecr.cn-north-1.amazonaws.com.cn/shop/api',
    )
    expect(calls.filter((call) => call.startsWith('docker'))).toEqual([])
  })

  it('fails without a commit', () => {
    expect(run(build, 'None\n', { COMMIT: '' }).code).toBe(1)
  })
})
