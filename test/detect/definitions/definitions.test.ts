import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'

const json = (value: unknown) => JSON.stringify(value, null, 2)

describe('G15 what is not SAM is named for what it is', () => {
  it.each([
    ['cdk', 'node', { 'cdk.json': json({ app: 'npx ts-node --prefer-ts-exts bin/x.ts' }), 'package.json': '{}' }],
    ['cdk', 'python', { 'cdk.json': json({ app: 'python3 app.py' }), 'requirements.txt': 'aws-cdk-lib\n' }],
    ['cdk', 'java', { 'cdk.json': json({ app: 'mvn -e -q compile exec:java' }), 'pom.xml': '<project/>' }],
    ['cdk', 'go', { 'cdk.json': json({ app: 'go mod download && go run x.go' }) }],
    ['cdk', 'dotnet', { 'cdk.json': json({ app: 'dotnet run --project src/X/X.csproj' }) }],
    [
      'serverless-framework',
      'node',
      { 'serverless.yml': 'service: a\nprovider:\n  name: aws\n  runtime: nodejs20.x\n' },
    ],
    [
      'serverless-framework',
      'python',
      { 'serverless.ts': "export default { service: 'a', provider: { runtime: 'python3.12' } }" },
    ],
    [
      'sst',
      'node',
      {
        'sst.config.ts': 'export default $config({})',
        'cdk.context.json': '{}',
        'package.json': json({ dependencies: { 'aws-cdk-lib': '2' } }),
      },
    ],
    ['chalice', 'python', { '.chalice/config.json': '{}', 'app.py': 'from chalice import Chalice\napp = Chalice()\n' }],
    ['azure-functions', 'node', { 'host.json': '{"version": "2.0"}', 'package.json': '{}' }],
    ['cloudflare-workers', 'node', { 'wrangler.toml': 'name = "w"\nmain = "src/index.ts"\n', 'package.json': '{}' }],
    ['architect', null, { 'app.arc': '@app\nx\n' }],
    ['amplify-gen2', 'node', { 'amplify/backend.ts': 'defineBackend({})', 'package.json': '{}' }],
  ])('%s in %s', (framework, language, files) => {
    expect(appOf(files)).toMatchObject({
      kind: 'serverless',
      framework,
      language,
      start: null,
      port: null,
      output: null,
    })
  })

  it('cdk.context.json alone is no CDK app', () => {
    expect(surveyOf({ 'cdk.context.json': '{}', 'package.json': '{}' }).apps).toEqual([])
  })

  it('a wrangler file that only publishes a folder is no app', () => {
    const site = 'name = "s"\nmain = "workers-site/index.js"\n[site]\nbucket = "./dist"\n'
    expect(surveyOf({ 'wrangler.toml': site, 'package.json': '{}' }).apps).toEqual([])
  })
})

describe('the commands of a definition', () => {
  it('CDK in TypeScript builds by its script, and has no build without one', () => {
    const app = { 'cdk.json': json({ app: 'npx tsx bin/x.ts' }), 'package-lock.json': '{}' }
    expect(appOf({ ...app, 'package.json': json({ scripts: { build: 'tsc' } }) }).build).toBe('npm run build')
    expect(appOf({ ...app, 'package.json': json({ scripts: { cdk: 'cdk' } }) }).build).toBeNull()
  })

  it('CDK in Python without aws-cdk-lib installs it by name and says so', () => {
    const app = appOf({ 'cdk.json': json({ app: 'python3 app.py' }), 'requirements.txt': 'boto3\n', 'app.py': '' })
    expect(app.install).toBe('pip install aws-cdk-lib -r requirements.txt')
    expect(app.remarks).toEqual(['requirements.txt does not name aws-cdk-lib, so it is installed by name.'])
  })

  it('Chalice is installed from the list that names it', () => {
    const files = { '.chalice/config.json': '{}', 'requirements.txt': '# none\n', 'requirements-dev.txt': 'chalice\n' }
    expect(appOf(files).install).toBe('pip install -r requirements-dev.txt')
  })

  it('a lockfile without a manifest names the package manager and installs nothing', () => {
    const app = appOf({ 'serverless.yml': 'service: a\nprovider:\n  runtime: python3.8\n', 'package-lock.json': '{}' })
    expect(app).toMatchObject({ packageManager: { name: 'npm' }, install: null })
    expect(app.runtime).toEqual({ name: 'python', version: '3.8', from: 'serverless.yml' })
  })
})

it('Firebase functions are the folder that firebase.json names, and the root is none of them', () => {
  const files = {
    'firebase.json': json({ functions: [{ source: 'functions' }], hosting: { public: 'dist' } }),
    'functions/package.json': json({ dependencies: { 'firebase-functions': '5', express: '4' } }),
    'package.json': json({ dependencies: { 'firebase-functions': '5' } }),
  }
  expect(surveyOf(files).apps.map(({ root, framework }) => [root, framework])).toEqual([
    ['functions', 'firebase-functions'],
  ])
})

it('sites that an SST app deploys are no apps besides it, other programs of the repository are', () => {
  const kit = json({
    name: 'web',
    scripts: { build: 'vite build' },
    devDependencies: { '@sveltejs/kit': '2', vite: '6' },
  })
  const rootsOf = (files: Readonly<Record<string, string>>) => surveyOf(files).apps.map(({ root }) => root)
  const packages = {
    'package.json': json({ private: true }),
    'packages/web/package.json': kit,
    'packages/web/svelte.config.js': 'export default {}',
    'packages/admin/package.json': kit,
    'packages/admin/svelte.config.js': 'export default {}',
  }
  const stacks =
    "import { SvelteKitSite } from 'sst/constructs'\nnew SvelteKitSite(stack, 'site', { path: 'packages/web' })\n"
  expect(rootsOf({ ...packages, 'sst.config.ts': '', 'stacks/Site.ts': stacks })).toEqual(['.', 'packages/admin'])
  const third =
    'new sst.aws.SvelteKit("Web", { link: [table], path: "packages/web/" })\n// new sst.aws.Nextjs("Old", { path: "packages/admin" })\n'
  expect(rootsOf({ ...packages, 'sst.config.ts': third })).toEqual(['.', 'packages/admin'])
  const own = { 'package.json': kit, 'svelte.config.js': '', 'sst.config.ts': 'new sst.aws.SvelteKit("Web")' }
  expect(surveyOf(own).apps.map(({ framework }) => framework)).toEqual(['sst'])
})
