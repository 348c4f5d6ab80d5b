import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'
import { packageJson } from './package.ts'

const express = { express: '^5.0.0' }
const listens = "import express from 'express'\nexpress().listen(3000)"
const server = { 'src/index.ts': listens, 'package-lock.json': '{}' }
const image = (...lines: readonly string[]) =>
  [
    'FROM node:22',
    'WORKDIR /app',
    'COPY . .',
    'RUN npm ci',
    ...lines,
    'EXPOSE 3000',
    'CMD ["node", "dist/index.js"]',
  ].join('\n')

describe('the build that the image runs', () => {
  const scripts = { build: 'tsc', 'build-prod': 'tsc -p tsconfig.build.json', start: 'node dist/index.js' }

  it('is the build, by whatever name', () => {
    const app = appOf({
      'package.json': packageJson({ scripts, dependencies: express }),
      Dockerfile: image('RUN npm run build-prod'),
      ...server,
    })
    expect(app.build).toBe('npm run build-prod')
  })

  it('is not looked at where the image is for work on the code', () => {
    const app = appOf({
      'package.json': packageJson({ scripts, dependencies: express }),
      'Dockerfile.dev': image('RUN npm run build-prod'),
      ...server,
    })
    expect(app.build).toBe('npm run build')
  })

  it('has assets besides the program', () => {
    const app = appOf({
      'package.json': packageJson({
        scripts: { start: 'node src/index.js', 'build-assets': 'mjml src/*.mjml -o out' },
        dependencies: express,
      }),
      Dockerfile: image('RUN npm run build-assets').replace('dist/index.js', 'src/index.js'),
      'src/index.js': listens,
    })
    expect(app.build).toBe('npm run build-assets')
  })

  it('is the build of a web app too', () => {
    const app = appOf({
      'package.json': packageJson({
        scripts: { build: 'vite build', 'build:ci': 'CI=1 vite build' },
        devDependencies: { vite: '^7.0.0' },
      }),
      'index.html': '<html></html>',
      Dockerfile:
        'FROM node:22 AS build\nCOPY . .\nRUN npm ci && npm run build:ci\nFROM nginx\nCOPY --from=build dist /usr',
    })
    expect(app).toMatchObject({
      build: 'npm run build:ci',
      runtime: { name: 'node', version: '22', from: 'Dockerfile' },
    })
  })
})

describe('what else tells of a build', () => {
  it('is the compiler that the image calls where no script does', () => {
    const app = appOf({
      'package.json': packageJson({ scripts: { start: 'node dist/index.js' }, dependencies: express }),
      'tsconfig.json': '{ "compilerOptions": { "outDir": "dist" } }',
      Dockerfile: image('RUN npx tsc || exit 0'),
      ...server,
    })
    expect(app).toMatchObject({ build: 'npx tsc', output: 'dist', start: 'npm start' })
  })

  it('is a step of the script that moves the pages', () => {
    const app = appOf({
      'package.json': packageJson({
        scripts: { build: 'craco build && mv build dist' },
        dependencies: { '@craco/craco': '7', 'react-scripts': '5' },
      }),
    })
    expect(app.output).toBe('dist')
  })

  it.each([
    [
      'a workflow that generates',
      { '.github/workflows/release.yml': 'jobs:\n  a:\n    steps:\n      - run: yarn generate' },
      {},
    ],
    ['a start script that hands out files', {}, { start: 'npx serve .output/public' }],
  ])('is %s', (_, files, scripts) => {
    const app = appOf({
      'package.json': packageJson({
        scripts: { build: 'nuxt build', generate: 'nuxt generate', ...scripts },
        dependencies: { nuxt: '4.0.0' },
      }),
      'yarn.lock': '',
      'nuxt.config.ts': '',
      ...files,
    })
    expect(app).toMatchObject({ kind: 'static', output: '.output/public', build: 'yarn generate' })
  })
})

describe('the client that Prisma generates', () => {
  const json = (fields: object) =>
    packageJson({
      scripts: { build: 'tsc', start: 'node dist/index.js' },
      dependencies: { ...express, '@prisma/client': '6.0.0' },
      devDependencies: { prisma: '6.0.0' },
      ...fields,
    })
  const schema = (provider: string) =>
    `generator client {\n  provider = "${provider}"\n  output = "../src/generated"\n}`

  it.each([
    ['by a generator that an install does not run', json({}), 'prisma-client', 'npx prisma generate && npm run build'],
    ['by an install', json({}), 'prisma-client-js', 'npm run build'],
    [
      'by the build script',
      json({ scripts: { build: 'prisma generate && tsc', start: 'node dist/index.js' } }),
      'prisma-client',
      'npm run build',
    ],
  ])('%s', (_, manifest, provider, build) => {
    expect(appOf({ 'package.json': manifest, 'prisma/schema.prisma': schema(provider), ...server }).build).toBe(build)
  })

  it('by the image', () => {
    const app = appOf({
      'package.json': json({}),
      'prisma/schema.prisma': schema('prisma-client-js'),
      Dockerfile: image('RUN npx prisma generate', 'RUN npm run build'),
      ...server,
    })
    expect(app.build).toBe('npx prisma generate && npm run build')
  })
})

describe('build steps', () => {
  it('that stand between the build and the program in the start script', () => {
    const app = appOf({
      'package.json': packageJson({
        scripts: {
          build: 'tsc',
          copy: 'copyfiles -u 1 views/*.ejs dist',
          'start:prod': 'npm run build && npm run copy && node dist/index.js',
        },
        dependencies: express,
      }),
      ...server,
    })
    expect(app).toMatchObject({ build: 'npm run build && npm run copy', start: 'node dist/index.js' })
  })

  const workspace = (web: object, files: Record<string, string> = {}) =>
    surveyOf({
      'package.json': packageJson({ private: true }),
      'pnpm-workspace.yaml': 'packages: [apps/*, packages/*]',
      'pnpm-lock.yaml': "lockfileVersion: '9.0'",
      'apps/web/package.json': packageJson({
        name: 'web',
        dependencies: { '@acme/client': 'workspace:*' },
        devDependencies: { vite: '7' },
        ...web,
      }),
      'apps/web/index.html': '<html></html>',
      'packages/client/package.json': packageJson({ name: '@acme/client', scripts: { build: 'tsc' } }),
      ...files,
    }).apps[0]?.build

  it.each([
    ['that the build script takes by itself', { scripts: { build: 'pnpm --filter @acme/client build && vite build' } }],
    ['of a package that the bundler takes from its sources', { scripts: { build: 'vite build' } }],
  ])('%s are not taken twice', (_, web) => {
    const config = "export default { resolve: { alias: { '@acme/client': '../../packages/client/src/index.ts' } } }"
    expect(workspace(web, { 'apps/web/vite.config.ts': config })).toBe('pnpm run build')
  })

  it('of packages by a script of the same name', () => {
    const client = packageJson({ name: '@acme/client', scripts: { build: 'tsc', 'build:ci': 'tsc' } })
    const files = {
      'packages/client/package.json': client,
      'apps/web/Dockerfile': 'FROM node:22 AS b\nRUN pnpm --filter web... run build:ci\nFROM nginx\nCOPY --from=b a b',
    }
    expect(workspace({ scripts: { build: 'vite build', 'build:ci': 'vite build' } }, files)).toBe(
      'pnpm --filter web... run build:ci',
    )
  })
})

describe('what is started', () => {
  it('is the source where the compiler leaves aliases that a loader has to resolve', () => {
    const app = appOf({
      'package.json': packageJson({
        scripts: { run: 'ts-node -r tsconfig-paths/register src/index.ts', build: 'tsc' },
        dependencies: { ...express, 'ts-node': '10' },
      }),
      'tsconfig.json': '{ "compilerOptions": { "outDir": "dist" } }',
      ...server,
    })
    expect(app).toMatchObject({ start: 'npm run run', build: null })
  })

  it('is a script of an unusual name where there is no other', () => {
    const app = appOf({
      'package.json': packageJson({ scripts: { 'app:start': 'node lib/main.js' }, dependencies: express }),
      'lib/main.js': listens,
    })
    expect(app.start).toBe('npm run app:start')
  })

  it('has the port that its committed settings give to the variable it reads', () => {
    const app = appOf({
      'package.json': packageJson({ scripts: { start: 'node app.js' }, dependencies: express }),
      'app.js': "const app = require('express')()\napp.listen(process.env.NODE_PORT)",
      '.env.production': 'DB_PORT=3306\nNODE_PORT = 5200\n',
    })
    expect(app.port).toBe(5200)
  })

  it('is served by Bun, which listens for what the entry exports', () => {
    const app = appOf({
      'package.json': packageJson({ scripts: { start: 'bun run src/index.ts' }, dependencies: { hono: '4' } }),
      'bun.lock': '{}',
      'src/index.ts': "import { Hono } from 'hono'\nconst app = new Hono()\nexport default app\n",
    })
    expect(app).toMatchObject({ kind: 'server', framework: 'hono', start: 'bun run start', port: 3000 })
  })

  it('has the port that the settings of the whole workspace give to its own variable', () => {
    const { apps } = surveyOf({
      'package.json': packageJson({ private: true, workspaces: ['apps/*'] }),
      '.env.example': 'PORT=3000\nAPI_PORT=8080\n',
      'apps/api/package.json': packageJson({ scripts: { start: 'node app.js' }, dependencies: express }),
      'apps/api/app.js': "require('express')().listen(config.get('API_PORT'))",
    })
    expect(apps).toMatchObject([{ root: 'apps/api', port: 8080 }])
  })

  it('is a file that Bun runs', () => {
    const app = appOf({
      'package.json': packageJson({
        scripts: { build: 'bun build src/index.ts --outdir dist', start: 'bun dist/index.js' },
        dependencies: { hono: '4' },
      }),
      'bun.lock': '{}',
      'src/index.ts':
        "import { Hono } from 'hono'\nconst app = new Hono()\nexport default { port: 8080, fetch: app.fetch }\n",
    })
    expect(app).toMatchObject({ build: 'bun run build', start: 'bun run start', output: 'dist', port: 8080 })
  })

  it('is the server in front of bundled pages, though its script watches', () => {
    const app = appOf({
      'package.json': packageJson({
        scripts: { start: 'nodemon server.js', build: 'webpack' },
        dependencies: { koa: '2' },
        devDependencies: { webpack: '5', 'html-webpack-plugin': '5' },
      }),
      'server.js': "const Koa = require('koa')\nrouter.post('/api/x')\nnew Koa().listen(3000)",
      'webpack.config.js': 'module.exports = {}',
    })
    expect(app).toMatchObject({ kind: 'server', framework: 'koa', build: 'npm run build' })
  })

  it('is a React app that was ejected, not the development server in its scripts', () => {
    const app = appOf({
      'package.json': packageJson({
        scripts: { start: 'set PORT=9999 && node scripts/start.js', build: 'tsc --build && node scripts/build.js' },
        dependencies: { react: '16', 'react-dev-utils': '9', express: '4' },
      }),
      'scripts/start.js':
        "const WebpackDevServer = require('webpack-dev-server')\nnew WebpackDevServer(a).listen(3000)",
      'config/paths.js': "module.exports = { appBuild: resolveApp('build') }",
    })
    expect(app).toMatchObject({ kind: 'static', framework: 'create-react-app', output: 'build' })
  })

  it('is a page made by the compiler of Elm', () => {
    const app = appOf({
      'package.json': packageJson({ scripts: { build: 'elm make src/Main.elm --optimize --output=dist/elm.js' } }),
      'elm.json': '{}',
    })
    expect(app).toMatchObject({ kind: 'static', framework: 'elm', output: 'dist', build: 'npm run build' })
  })
})

describe('programs without HTTP', () => {
  const bolt = (options: string) =>
    `import { App } from '@slack/bolt'\nconst app = new App({ ${options} })\nawait app.start(3000)`

  it.each([
    ['socketMode: true, appToken: process.env.TOKEN', 'worker', null],
    ['token: process.env.TOKEN', 'server', 3000],
  ])('a Slack app with { %s } is a %s', (options, kind, port) => {
    const app = appOf({
      'package.json': packageJson({ scripts: { start: 'node app.js' }, dependencies: { '@slack/bolt': '4' } }),
      'app.js': bolt(options),
    })
    expect(app).toMatchObject({ kind, framework: 'slack-bolt', port })
  })

  it('a worker of a workspace whose queue is a matter of another package', () => {
    const { apps } = surveyOf({
      'package.json': packageJson({ private: true, workspaces: ['apps/*', 'packages/*'] }),
      'apps/worker/package.json': packageJson({
        name: 'worker',
        scripts: { build: 'node esbuild.mjs', start: 'node dist/index.mjs' },
        dependencies: { '@acme/queue': '*' },
      }),
      'apps/worker/src/index.ts': "import { consume } from '@acme/queue'\nconsume()",
      'packages/queue/package.json': packageJson({ name: '@acme/queue', dependencies: { bullmq: '5' } }),
    })
    expect(apps).toMatchObject([{ root: 'apps/worker', kind: 'worker', framework: 'bullmq', start: 'npm start' }])
  })

  it('a bot with a program of its own', () => {
    const app = appOf({
      'package.json': packageJson({ scripts: { start: 'bin/hubot -a slack' }, dependencies: { hubot: '11' } }),
    })
    expect(app).toMatchObject({ kind: 'worker', framework: 'hubot', start: 'npm start' })
  })

  it('a Worker of Cloudflare whose file is named by a script', () => {
    const app = appOf({
      'package.json': packageJson({
        scripts: { deploy: 'wrangler deploy src/index.ts' },
        dependencies: { axios: '1' },
      }),
      'wrangler.toml': 'name = "api"\n',
      'src/index.ts': 'export default { fetch: () => new Response() }',
    })
    expect(app).toMatchObject({ kind: 'serverless', framework: 'cloudflare-workers' })
  })

  it('a Worker of Cloudflare has the name of its framework, and stays with its own tool', () => {
    const app = appOf({
      'package.json': packageJson({ scripts: { deploy: 'wrangler deploy' }, dependencies: { hono: '4' } }),
      'wrangler.jsonc': '{\n  "name": "api",\n  "main": "src/index.ts"\n}',
      'src/index.ts': "import { Hono } from 'hono'\nexport default new Hono()",
    })
    expect(app).toMatchObject({ kind: 'serverless', framework: 'hono', start: null })
  })
})
