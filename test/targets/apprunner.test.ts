import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { App } from '../../src/model.ts'
import { apprunner } from '../../src/targets/apprunner.ts'
import type { Verdict } from '../../src/targets/target.ts'
import { textsIn } from '../../src/text.ts'
import { type ContextParts, sampleApp, sampleChoice, sampleContext, sampleSite } from '../sample-app.ts'
import { expectGolden, fileOf } from './golden.ts'

const python = (given: Partial<App> = {}): App =>
  sampleApp({
    language: 'python',
    framework: 'fastapi',
    frameworkMajor: null,
    packageManager: { name: 'pip', version: null },
    runtime: { name: 'python', version: '3.11', from: '.python-version' },
    install: 'pip install -r requirements.txt',
    build: null,
    start: 'uvicorn main:app',
    port: 8000,
    honoursPort: false,
    lockfile: null,
    ...given,
  })

const samples: Readonly<Record<string, App>> = {
  'node-npm': sampleApp({ healthPath: '/health', env: ['PORT', 'DATABASE_URL', 'SMTP_HOST'] }),
  'node-pnpm': sampleApp({
    packageManager: { name: 'pnpm', version: '9.1.0' },
    install: 'pnpm install --frozen-lockfile',
    build: 'pnpm run build',
    start: 'node dist/main.js',
    lockfile: 'pnpm-lock.yaml',
  }),
  'node-yarn-berry': sampleApp({
    packageManager: { name: 'yarn', version: '4.5.0' },
    install: 'yarn install --immutable',
    build: 'yarn build',
    start: 'yarn start',
    lockfile: 'yarn.lock',
  }),
  'node-sub-folder': sampleApp({
    root: 'backend',
    name: 'backend',
    build: null,
    lockfile: 'backend/package-lock.json',
  }),
  'python-pip': python(),
  'python-poetry': python({
    framework: 'django',
    packageManager: { name: 'poetry', version: null },
    install: 'poetry install --only main',
    lockfile: 'poetry.lock',
    build: 'python manage.py collectstatic --noinput',
    start: 'gunicorn shop.wsgi',
    env: ['SECRET_KEY'],
  }),
  'python-uv': python({
    packageManager: { name: 'uv', version: null },
    install: 'uv sync --frozen --no-dev',
    lockfile: 'uv.lock',
    start: 'uv run uvicorn app.main:app',
  }),
  'python-pipenv': python({
    framework: 'flask',
    packageManager: { name: 'pipenv', version: null },
    install: 'pipenv sync',
    lockfile: 'Pipfile.lock',
    start: 'gunicorn app:app --workers 2',
  }),
}

const config = (app: App): unknown => {
  const path = app.root === '.' ? 'apprunner.yaml' : `${app.root}/apprunner.yaml`
  return parse(fileOf(apprunner.render([sampleChoice(app)], sampleContext()), path))
}

describe('golden files', () => {
  it.each(Object.entries(samples))('%s', async (name, app) => {
    expect(apprunner.serves(app, textsIn('en'))).toMatchObject({ ok: true })
    await expectGolden(name, apprunner, [sampleChoice(app)], sampleContext())
  })

  it('two servers in two environments of a repository of unknown owner', async () => {
    const environments = ['staging', 'production'].map((name) => ({
      name,
      account: null,
      region: 'ap-northeast-1',
      branch: name === 'staging' ? 'develop' : 'main',
      approval: false,
    }))
    const context = sampleContext({ config: { environments }, repository: { owner: null } })
    await expectGolden(
      'two-environments',
      apprunner,
      [sampleChoice(samples['node-sub-folder'] ?? python()), sampleChoice(python())],
      context,
    )
  })
})

function verdictOn(app: App, given: ContextParts = {}): Verdict {
  const serves = apprunner.serves(app, textsIn('en'))
  return serves.ok ? apprunner.fits(app, sampleContext(given), 'github-actions') : serves
}

describe('what it serves', () => {
  it.each([
    ['a static site', sampleSite(), 'A static site needs no server'],
    ['a worker', sampleApp({ kind: 'worker' }), 'answers no requests'],
    [
      'G23 Go',
      sampleApp({ language: 'go', runtime: { name: 'go', version: '1.22', from: 'go.mod' } }),
      'Node.js 22 and Python 3.11; Go 1.22 needs a container image',
    ],
    [
      'Node 24',
      sampleApp({ runtime: { name: 'node', version: '24', from: '.nvmrc' } }),
      'managed Node.js runtime ends at 22; this app pins 24',
    ],
    [
      'Python 3.12',
      python({ runtime: { name: 'python', version: '3.12', from: '.python-version' } }),
      'managed Python runtime ends at 3.11; this app pins 3.12',
    ],
    [
      'Bun',
      sampleApp({ runtime: { name: 'bun', version: '1.2', from: 'package.json' } }),
      'no managed runtime for bun',
    ],
    ['system packages', python({ imageOnly: ['needs ffmpeg'] }), 'it needs ffmpeg'],
    [
      'a member of a workspace',
      sampleApp({
        root: 'apps/api',
        workspace: { root: '.', manager: 'npm', packageName: 'api', tool: null, members: [] },
      }),
      'built from the workspace above it',
    ],
    ['a server that nothing starts', sampleApp({ start: null }), 'Nothing in the repository says how'],
  ])('refuses %s and says why', (_, app, because) => {
    expect(verdictOn(app)).toMatchObject({ ok: false, because: expect.stringContaining(because) })
  })

  it('takes an app that pins nothing', () => {
    expect(
      apprunner.serves(sampleApp({ runtime: { name: 'node', version: '24', from: 'default' } }), textsIn('en')),
    ).toMatchObject({
      ok: true,
    })
  })
})

describe('where it fits', () => {
  it('G48 refuses an account that is no customer, with the date', () => {
    const context = sampleContext({ aws: { appRunnerCustomer: false } })
    expect(apprunner.fits(sampleApp(), context, 'github-actions')).toMatchObject({
      ok: false,
      because: expect.stringContaining('2026-04-30'),
    })
  })

  it('G48 says so first where the account is not known, with the one command that switches', () => {
    const [first] = apprunner.render([sampleChoice(sampleApp())], sampleContext()).warnings
    expect(first).toContain('2026-04-30')
    expect(first).toContain('/cicd setup --target=ecr')
  })

  it('G48 says nothing of it to an account that is a customer', () => {
    const context = sampleContext({ aws: { appRunnerCustomer: true } })
    expect(apprunner.render([sampleChoice(sampleApp())], context).warnings).toEqual([])
  })

  it('G39 refuses partitions that do not have it', () => {
    expect(
      apprunner.fits(sampleApp(), sampleContext({ aws: { partition: 'aws-cn' } }), 'github-actions'),
    ).toMatchObject({ ok: false })
  })
})

describe('apprunner.yaml', () => {
  it('D32 lists the steps of a build one by one', () => {
    expect(config(sampleApp({ build: 'npm run lint && npm run build' }))).toMatchObject({
      build: { commands: { build: ['npm ci', 'npm run lint', 'npm run build'] } },
    })
  })

  it('always has a build, since App Runner requires one', () => {
    expect(config(sampleApp({ install: null, build: null }))).toMatchObject({
      build: { commands: { build: [expect.any(String)] } },
    })
  })

  it('installs Python packages in the image that serves, with the programs that it has', () => {
    const text = fileOf(apprunner.render([sampleChoice(python())], sampleContext()), 'apprunner.yaml')
    expect(config(python())).toMatchObject({ run: { 'pre-run': ['pip3 install -r requirements.txt'] } })
    expect(text).not.toMatch(/- (?:pip|python) |command: python /)
  })

  it('writes the version as the number that the reference shows', () => {
    expect(fileOf(apprunner.render([sampleChoice(sampleApp())], sampleContext()), 'apprunner.yaml')).toContain(
      '\nversion: 1.0\n',
    )
  })

  it('listens on all interfaces', () => {
    expect(config(python())).toMatchObject({
      run: { command: 'uvicorn --host 0.0.0.0 --port 8000 main:app', network: { port: 8000 } },
    })
  })

  it('G3 brings pnpm before it calls it', () => {
    const app = samples['node-pnpm'] ?? sampleApp()
    expect(config({ ...app, start: 'pnpm start' })).toMatchObject({
      build: { commands: { 'pre-build': ['npm install --global pnpm@9.1.0'] } },
      run: { 'pre-run': ['npm install --global pnpm@9.1.0'] },
    })
  })
})

describe('from an image', () => {
  const go = sampleApp({
    language: 'go',
    framework: 'gin',
    packageManager: { name: 'go modules', version: null },
    runtime: { name: 'go', version: '1.24', from: 'go.mod' },
    install: 'go mod download',
    build: 'go build -o bin/shop .',
    start: './bin/shop',
    test: null,
    lockfile: 'go.sum',
    healthPath: '/health',
    env: ['DATABASE_URL', 'LOG_LEVEL'],
  })
  const customer = { aws: { appRunnerCustomer: true } } as const

  it('is for accounts that use App Runner, and for whoever asks for it by name', () => {
    expect(verdictOn(go).ok).toBe(false)
    expect(verdictOn(go, customer).ok).toBe(true)
    expect(verdictOn(go, { request: { target: 'apprunner' } }).ok).toBe(true)
    expect(verdictOn(go, { config: { apps: [{ path: '.', target: 'apprunner', ci: null }] } }).ok).toBe(true)
    expect(verdictOn(go, { ...customer, aws: { appRunnerCustomer: false } }).because).toContain('no new customers')
  })

  it('is not for WebSockets, arm64, a service of Copilot, or environments in several Regions', () => {
    expect(verdictOn({ ...go, needs: ['websockets'] }, customer).ok).toBe(false)
    expect(verdictOn({ ...go, needs: ['ecs'] }, customer).ok).toBe(false)
    const arm = {
      path: 'Dockerfile',
      context: '.',
      ports: [8080],
      usable: true,
      platform: 'linux/arm64',
      stage: null,
    } as const
    expect(verdictOn({ ...go, dockerfile: arm }, customer).ok).toBe(false)
    const stage = (name: string, region: string) => ({ name, account: null, region, branch: null, approval: false })
    const regions = { environments: [stage('staging', 'us-east-1'), stage('production', 'eu-west-1')] }
    expect(verdictOn(go, { ...customer, config: regions }).because).toContain('Region')
  })

  it('gives repository, roles, workflow and service', async () => {
    const rendering = await expectGolden('image-go', apprunner, [sampleChoice(go)], sampleContext(customer))
    expect(rendering.warnings).toEqual([])
    expect(fileOf(rendering, '.github/workflows/deploy-shop.yml')).toContain('SERVICE: shop-production-shop')
    expect(fileOf(rendering, 'infra/cicd/shop/service.yaml')).toContain('AutoDeploymentsEnabled: false')
  })

  it('stands beside a service that builds from source', () => {
    const node = sampleApp({ root: 'api', name: 'api' })
    const both = apprunner.render([sampleChoice(node), sampleChoice(go)], sampleContext())
    const paths = both.files.map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining(['api/apprunner.yaml', 'infra/cicd/deploy-apprunner.sh', 'Dockerfile']),
    )
    expect(both.warnings.filter((text) => text.includes('already uses App Runner'))).toHaveLength(1)
  })

  it('names a service in at most 40 characters, by the end of a long name', () => {
    const context = sampleContext({ ...customer, repository: { name: 'a-very-long-name-of-a-repository-indeed' } })
    const rendering = apprunner.render([sampleChoice(go)], context)
    const name = /SERVICE: (\S+)/.exec(fileOf(rendering, '.github/workflows/deploy-shop.yml'))?.[1] ?? ''
    expect(name).toMatch(/^[a-z0-9][a-z0-9-]{3,39}$/)
    expect(name).toMatch(/-production-shop$/)
  })
})
