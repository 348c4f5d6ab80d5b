import { describe, expect, it } from 'vitest'
import { surveyOf } from '../../survey-of.ts'
import { packageJson } from './package.ts'

const vite = (name: string, fields: Readonly<Record<string, unknown>> = {}) =>
  packageJson({ name, private: true, scripts: { build: 'vite build' }, devDependencies: { vite: '^7.0.0' }, ...fields })
const shared = packageJson({ name: '@acme/shared', main: 'dist/index.js', scripts: { build: 'tsc' } })
const uses = { dependencies: { '@acme/shared': 'workspace:*' } }
const web = {
  'apps/web/package.json': vite('@acme/web', uses),
  'apps/web/index.html': '',
  'packages/shared/package.json': shared,
}

function only(files: Readonly<Record<string, string>>) {
  const { apps } = surveyOf(files)
  const [app] = apps
  if (!app || apps.length > 1) throw new Error(`found ${apps.map(({ root }) => root).join(', ') || 'none'}`)
  return app
}

const pnpm = {
  'pnpm-workspace.yaml': 'packages:\n  - apps/*\n  - packages/*\n',
  'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
}

describe('workspaces', () => {
  it('D11 D17 pnpm: installed from the root, the packages it uses are built first', () => {
    expect(only({ 'package.json': packageJson({ private: true }), ...pnpm, ...web })).toMatchObject({
      root: 'apps/web',
      install: 'pnpm install --frozen-lockfile',
      lockfile: 'pnpm-lock.yaml',
      build: 'pnpm --filter @acme/web... run build',
      output: 'dist',
      workspace: { root: '.', manager: 'pnpm', packageName: '@acme/web', members: ['packages/shared'] },
    })
  })

  it('D20 Turborepo runs what turbo.json knows', () => {
    const turbo = { 'turbo.json': '{ "tasks": { "build": { "dependsOn": ["^build"] } } }' }
    const root = packageJson({ private: true, packageManager: 'pnpm@10.1.0', devDependencies: { turbo: '^2.0.0' } })
    expect(only({ 'package.json': root, ...pnpm, ...turbo, ...web })).toMatchObject({
      build: 'cd ../.. && pnpm exec turbo run build --filter=@acme/web',
      workspace: { tool: 'turbo' },
    })
  })

  it('npm', () => {
    const root = packageJson({ private: true, workspaces: ['apps/*', 'packages/*'] })
    expect(only({ 'package.json': root, 'package-lock.json': '{}', ...web })).toMatchObject({
      install: 'npm ci --prefix ../..',
      build: 'npm run build --prefix ../.. -w @acme/shared && npm run build',
    })
  })

  it('Yarn', () => {
    const root = packageJson({ private: true, workspaces: { packages: ['apps/*', 'packages/*'] } })
    expect(only({ 'package.json': root, 'yarn.lock': '# yarn lockfile v1\n', ...web })).toMatchObject({
      install: 'yarn install --frozen-lockfile',
      build: 'yarn workspace @acme/shared run build && yarn build',
    })
  })

  it('Bun', () => {
    const root = packageJson({ private: true, workspaces: ['apps/*', 'packages/*'] })
    expect(only({ 'package.json': root, 'bun.lock': '{}', ...web })).toMatchObject({
      install: 'bun install --frozen-lockfile',
      build: 'bun run --filter @acme/shared build && bun run build',
    })
  })

  it('Nx with packages', () => {
    const root = packageJson({
      private: true,
      workspaces: ['apps/*', 'packages/*'],
      devDependencies: { nx: '^21.0.0' },
    })
    expect(only({ 'package.json': root, 'package-lock.json': '{}', 'nx.json': '{}', ...web })).toMatchObject({
      build: 'cd ../.. && npx nx build @acme/web',
      workspace: { tool: 'nx' },
    })
  })

  it('a package that uses nothing that is built has its plain build', () => {
    const { 'apps/web/package.json': _, ...rest } = web
    expect(
      only({ 'package.json': packageJson({}), ...pnpm, ...rest, 'apps/web/package.json': vite('web') }).build,
    ).toBe('pnpm run build')
  })

  it('D17 a workspace of the root alone gets no filter', () => {
    const app = only({
      'package.json': vite('web'),
      'index.html': '',
      'pnpm-workspace.yaml': 'onlyBuiltDependencies:\n  - esbuild\n',
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
    })
    expect(app).toMatchObject({ root: '.', build: 'pnpm run build', workspace: null })
  })

  it('D18 the root of a workspace may be an app beside its packages', () => {
    const { apps } = surveyOf({
      'package.json': vite('root'),
      'index.html': '',
      'pnpm-workspace.yaml': 'packages:\n  - proxy\n',
      'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
      'proxy/package.json': packageJson({
        name: 'proxy',
        private: true,
        scripts: { start: 'node index.js' },
        dependencies: { express: '^5.0.0' },
      }),
      'proxy/index.js': "import express from 'express'\nexpress().listen(3000)",
    })
    expect(apps.map(({ root, kind }) => `${root} ${kind}`)).toEqual(['. static', 'proxy server'])
  })

  it('D21 several apps for one host each have their own root and folder', () => {
    const { apps } = surveyOf({
      'package.json': packageJson({ private: true }),
      ...pnpm,
      ...web,
      'apps/admin/package.json': vite('admin'),
      'apps/admin/index.html': '',
    })
    expect(apps.map(({ root, output }) => `${root} ${output}`)).toEqual(['apps/admin dist', 'apps/web dist'])
  })

  it('D23 G5 functions of Supabase change nothing', () => {
    const app = only({
      'package.json': packageJson({ private: true }),
      ...pnpm,
      ...web,
      'supabase/functions/hello/index.ts': "import { serve } from 'https://deno.land/std/http/server.ts'",
    })
    expect(app).toMatchObject({ root: 'apps/web', language: 'node' })
  })

  it('G1 each folder has its own framework', () => {
    const next = packageJson({
      name: 'web',
      private: true,
      scripts: { build: 'next build', start: 'next start' },
      dependencies: { next: '^15.0.0' },
    })
    const { apps } = surveyOf({
      'package.json': packageJson({ private: true }),
      ...pnpm,
      'apps/web/package.json': next,
      'apps/docs/package.json': vite('docs'),
      'apps/docs/index.html': '',
    })
    expect(apps.map(({ root, framework }) => `${root} ${framework}`)).toEqual(['apps/docs vite', 'apps/web next'])
  })

  it('a client that Prisma generates in another package is generated first', () => {
    const database = packageJson({ name: '@acme/db', scripts: { generate: 'prisma generate', dev: 'prisma studio' } })
    const api = packageJson({
      name: '@acme/api',
      private: true,
      scripts: { build: "echo 'nothing to build'", start: 'node src/index.js' },
      dependencies: { express: '^5.0.0', '@acme/db': 'workspace:*' },
    })
    const app = only({
      'package.json': packageJson({ private: true }),
      ...pnpm,
      'packages/db/package.json': database,
      'apps/api/package.json': api,
      'apps/api/src/index.js': "import express from 'express'\nexpress().listen(3000)",
    })
    expect(app.build).toBe('pnpm --filter @acme/db run generate')
  })
})

describe('D19 Nx without a package.json for each project', () => {
  it('apps are those of project.json, wherever they lie', () => {
    const app = only({
      'package.json': packageJson({
        private: true,
        devDependencies: { nx: '^21.0.0', '@nx/vite': '^21.0.0', vite: '^7.0.0' },
        dependencies: { react: '^19.0.0' },
      }),
      'package-lock.json': '{}',
      'nx.json': '{}',
      'products/shop/project.json':
        '{ "name": "shop", "projectType": "application", "targets": { "build": { "executor": "@nx/vite:build", "options": { "outputPath": "dist/products/shop" } } } }',
      'products/shop/index.html': '',
      'products/shop/vite.config.ts': 'export default defineConfig({})',
      'libs/ui/project.json': '{ "name": "ui", "projectType": "library" }',
    })
    expect(app).toMatchObject({
      root: 'products/shop',
      framework: 'vite',
      install: 'npm ci --prefix ../..',
      build: 'cd ../.. && npx nx build shop',
      output: '../../dist/products/shop',
    })
  })

  it('a server among them', () => {
    const app = only({
      'package.json': packageJson({
        private: true,
        devDependencies: { nx: '^20.0.0' },
        dependencies: { '@nestjs/core': '^11.0.0', react: '^19.0.0' },
      }),
      'package-lock.json': '{}',
      'nx.json': '{}',
      'apps/api/project.json':
        '{ "name": "api", "projectType": "application", "targets": { "build": { "executor": "@nx/webpack:webpack", "options": { "target": "node", "outputPath": "dist/apps/api" } } } }',
      'apps/api/src/main.ts': "import { NestFactory } from '@nestjs/core'\nawait app.listen(process.env.PORT || 3000)",
      'apps/api-e2e/project.json':
        '{ "name": "api-e2e", "projectType": "application", "targets": { "e2e": { "executor": "@nx/jest:jest" } } }',
    })
    expect(app).toMatchObject({
      root: 'apps/api',
      framework: 'nestjs',
      build: 'cd ../.. && npx nx build api',
      start: 'cd ../.. && node dist/apps/api/main.js',
      port: 3000,
    })
  })
})

it('Rush installs and builds by the script that it keeps in the repository', () => {
  const rush =
    '{ "rushVersion": "5.150.0", "pnpmVersion": "9.1.0", "projects": [{ "packageName": "@acme/web", "projectFolder": "apps/web" }, { "packageName": "@acme/shared", "projectFolder": "packages/shared" }] }'
  expect(only({ 'rush.json': rush, 'common/config/rush/pnpm-lock.yaml': 'x', ...web })).toMatchObject({
    packageManager: { name: 'pnpm', version: '9.1.0' },
    lockfile: 'common/config/rush/pnpm-lock.yaml',
    install: 'node ../../common/scripts/install-run-rush.js install',
    build: 'node ../../common/scripts/install-run-rush.js build --to @acme/web',
    workspace: { tool: 'rush', members: ['packages/shared'] },
  })
})

describe('D19 an older Nx workspace, with its projects in one file', () => {
  const build = (builder: string, outputPath: string) => ({ build: { builder, options: { outputPath } } })
  const files = (definition: string) => ({
    'nx.json': '{}',
    'package.json': packageJson({ private: true, devDependencies: { '@angular/core': '12', '@nrwl/web': '12' } }),
    'yarn.lock': '',
    [definition]: JSON.stringify({
      projects: {
        portal: {
          root: 'apps/portal',
          projectType: 'application',
          architect: build('@angular-devkit/build-angular:browser', 'dist/apps/portal'),
        },
        shop: { root: 'apps/shop', projectType: 'application', architect: build('@nrwl/web:build', 'dist/apps/shop') },
        'shop-e2e': { root: 'apps/shop-e2e', projectType: 'application', architect: {} },
        ui: { root: 'libs/ui', projectType: 'library', architect: build('@nrwl/web:package', 'dist/libs/ui') },
      },
    }),
    'apps/portal/src/index.html': '',
    'apps/portal/tsconfig.json': '{}',
    'apps/shop/src/index.html': '',
    'apps/shop-e2e/cypress.json': '{}',
    'libs/ui/src/index.ts': '',
  })

  it.each(['workspace.json', 'angular.json'])('%s', (definition) => {
    const { apps } = surveyOf(files(definition))
    expect(apps).toMatchObject([
      {
        root: 'apps/portal',
        framework: 'angular',
        output: '../../dist/apps/portal',
        build: 'cd ../.. && yarn nx build portal',
      },
      { root: 'apps/shop', kind: 'static', output: '../../dist/apps/shop', build: 'cd ../.. && yarn nx build shop' },
    ])
    expect(apps[0]?.evidence.some(({ path }) => path === definition)).toBe(true)
  })
})

it('D19 a project.json beside a package.json that only has a name', () => {
  const { apps } = surveyOf({
    'nx.json': '{}',
    'package.json': packageJson({ private: true, workspaces: ['apps/*'], devDependencies: { '@angular/core': '20' } }),
    'apps/shop/package.json': packageJson({ name: 'shop', private: true }),
    'apps/shop/project.json': JSON.stringify({
      name: 'shop',
      projectType: 'application',
      targets: {
        build: {
          executor: '@nx/angular:application',
          options: { outputPath: { base: 'dist/apps/shop', browser: '' } },
        },
      },
    }),
    'apps/shop/src/index.html': '',
  })
  expect(apps).toMatchObject([
    { root: 'apps/shop', framework: 'angular', output: '../../dist/apps/shop', build: 'cd ../.. && npx nx build shop' },
  ])
})
