import { describe, expect, it } from 'vitest'
import type { App } from '../../../src/model.ts'
import { appOf, surveyOf } from '../../survey-of.ts'
import { packageJson } from './package.ts'

interface Sample {
  readonly name: string
  readonly scripts?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly fields?: Readonly<Record<string, unknown>>
  readonly files?: Readonly<Record<string, string>>
  readonly expect: Partial<App>
}

function appFrom({ scripts = {}, dependencies = {}, devDependencies = {}, fields = {}, files = {} }: Sample): App {
  return appOf({
    'package.json': packageJson({ scripts, dependencies, devDependencies, ...fields }),
    'package-lock.json': '{}',
    ...files,
  })
}

const express = { express: '^5.0.0' }
const typescript = { typescript: '^5.0.0' }
const listens = (port: string) => `import express from 'express'\nconst app = express()\napp.listen(${port})\n`
const tsconfig = { 'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }' }
const running = { kind: 'server', language: 'node' } as const

const samples: readonly Sample[] = [
  {
    name: 'a build script whose settings are gone',
    scripts: { start: 'ts-node src/index.ts', build: 'rollup -c rollup.config.js' },
    dependencies: { ...express, 'ts-node': '^10.0.0' },
    files: { 'src/index.ts': listens('3000') },
    expect: { build: null, start: 'npm start' },
  },
  {
    name: 'PM2 with settings, beside pages that webpack bundles',
    scripts: {
      start: 'pm2-runtime start ecosystem.config.js --env production',
      build: 'run-p build:*',
      'build:server': 'babel src -d build',
      'build:pages': 'webpack',
    },
    dependencies: { koa: '^2.0.0', pm2: '^5.0.0' },
    devDependencies: { webpack: '^5.0.0', 'html-webpack-plugin': '^5.0.0' },
    files: {
      'ecosystem.config.js':
        "// script: 'old.js'\nmodule.exports = {\n  apps: [{ name: 'bot', script: 'build/index.js', instances: -1 }],\n}\n",
      'webpack.config.js': "module.exports = { entry: './src/pages.js', plugins: [new HtmlWebpackPlugin()] }",
      'src/index.js':
        "import Koa from 'koa'\nimport Router from '@koa/router'\nconst router = new Router()\nrouter.post('/callback', handle)\nnew Koa().listen(process.env.PORT || 5001)\n",
    },
    expect: { ...running, framework: 'koa', start: 'npm start', port: 5001, honoursPort: true },
  },
  {
    name: 'PM2 with settings in JSON that run a script of the manifest',
    scripts: { start: 'pm2-runtime process.json', serve: 'node lib/boot/http.js' },
    dependencies: { fastify: '^5.0.0', pm2: '^5.0.0' },
    files: {
      'process.json': '{ "apps": [{ "script": "npm", "args": "run serve" }] }',
      'lib/boot/http.js': "import fastify from 'fastify'\nfastify().listen({ port: 7070 })\n",
    },
    expect: { ...running, framework: 'fastify', start: 'npm start', port: 7070 },
  },
  {
    name: 'express-generator',
    scripts: { start: 'node ./bin/www' },
    dependencies: { express: '~4.16.1' },
    files: {
      'bin/www':
        "var app = require('../app');\nvar port = normalizePort(process.env.PORT || '3000');\nserver.listen(port);",
      'app.js': "var express = require('express');",
    },
    expect: { ...running, framework: 'express', start: 'npm start', port: 3000, honoursPort: true, build: null },
  },
  {
    name: 'Express with a fixed port',
    scripts: { start: 'node server.js' },
    dependencies: express,
    files: { 'server.js': listens('8080') },
    expect: { port: 8080, honoursPort: false },
  },
  {
    name: 'Express with the port in a constant',
    scripts: { start: 'node index.js' },
    dependencies: express,
    files: { 'index.js': 'const port = 5000\nimport express from "express"\nexpress().listen(port)' },
    expect: { port: 5000, honoursPort: false },
  },
  {
    name: 'Express with the port in a settings module',
    scripts: { start: 'node src/index.js' },
    dependencies: express,
    files: {
      'src/index.js':
        "import { config } from './config.js'\nimport express from 'express'\nexpress().listen(config.port)",
      'src/config.js': 'export const config = { port: Number(process.env.PORT) || 4321 }',
    },
    expect: { port: 4321, honoursPort: true },
  },
  {
    name: 'Express with an environment schema',
    scripts: { start: 'node dist/index.js', build: 'tsc' },
    dependencies: express,
    devDependencies: typescript,
    files: {
      ...tsconfig,
      'src/index.ts': "import { env } from './env.js'\nimport express from 'express'\nexpress().listen(env.PORT)",
      'src/env.ts':
        'const schema = z.object({\n  PORT: z.coerce.number().default(9999),\n})\nexport const env = schema.parse(process.env)',
    },
    expect: { port: 9999, honoursPort: true, build: 'npm run build', start: 'npm start' },
  },
  {
    name: 'G7 no start script, an entry that listens',
    dependencies: express,
    files: { 'server.js': listens('process.env.PORT ?? 3000') },
    expect: { start: 'node server.js', port: 3000 },
  },
  {
    name: 'D31 no start script, a Procfile',
    dependencies: express,
    files: { 'web.js': listens('process.env.PORT || 3000'), Procfile: 'web: node web.js' },
    expect: { start: 'node web.js' },
  },
  {
    name: 'no start script, main is built',
    scripts: { build: 'tsc' },
    dependencies: express,
    devDependencies: typescript,
    fields: { main: 'dist/index.js', private: true },
    files: { ...tsconfig, 'src/index.ts': listens('3000') },
    expect: { start: 'node dist/index.js', build: 'npm run build' },
  },
  {
    name: 'an env file that is not committed',
    scripts: { start: 'node --env-file=.env src/index.js' },
    dependencies: express,
    files: { 'src/index.js': listens('process.env.PORT || 3000') },
    expect: { start: 'node src/index.js' },
  },
  {
    name: 'a start script for a desk, tsc beside it',
    scripts: { start: 'ts-node src/index.ts', build: 'tsc' },
    dependencies: express,
    devDependencies: typescript,
    files: { ...tsconfig, 'src/index.ts': listens('3000') },
    expect: { start: 'node dist/index.js', build: 'npm run build' },
  },
  {
    name: 'a start script for a desk, tsup beside it',
    scripts: { start: 'tsx watch src/server.ts', build: 'tsup src/server.ts' },
    dependencies: express,
    devDependencies: typescript,
    files: { 'src/server.ts': listens('3000') },
    expect: { start: 'node dist/server.js' },
  },
  {
    name: 'esbuild to one file',
    scripts: {
      dev: 'nodemon',
      start: 'nodemon src/app.ts',
      build: 'esbuild src/app.ts --bundle --platform=node --outfile=out/app.js',
    },
    dependencies: express,
    files: { 'src/app.ts': listens('3000') },
    expect: { start: 'node out/app.js' },
  },
  {
    name: 'tsx without a build',
    scripts: { start: 'tsx src/index.ts' },
    dependencies: { ...express, tsx: '^4.0.0' },
    files: { 'src/index.ts': listens('3000') },
    expect: { start: 'npm start', build: null },
  },
  {
    name: 'start:prod beside start',
    scripts: { start: 'nodemon src/index.js', 'start:prod': 'NODE_ENV=production node src/index.js' },
    dependencies: express,
    files: { 'src/index.js': listens('3000') },
    expect: { start: 'npm run start:prod' },
  },
  {
    name: 'a start script that builds first',
    scripts: { start: 'npm run build && node dist/index.js', build: 'tsc' },
    dependencies: express,
    devDependencies: typescript,
    files: { ...tsconfig, 'src/index.ts': listens('3000') },
    expect: { start: 'node dist/index.js', build: 'npm run build' },
  },
  {
    name: 'a start script that migrates first',
    scripts: { start: 'prisma migrate deploy && node dist/index.js', build: 'tsc' },
    dependencies: express,
    devDependencies: typescript,
    files: { ...tsconfig, 'src/index.ts': listens('3000') },
    expect: { start: 'npm start' },
  },
  {
    name: 'a start script that names a missing file',
    scripts: { start: 'node api/index.js' },
    dependencies: express,
    fields: { main: 'index.js' },
    files: { 'index.js': listens('8000') },
    expect: { start: 'node index.js', port: 8000 },
  },
  {
    name: 'a hook that builds before the start',
    scripts: { 'prestart:prod': 'tsc', 'start:prod': 'node dist/main.js', start: 'node index.js' },
    dependencies: { '@nestjs/core': '^7.0.0' },
    files: { ...tsconfig, 'src/main.ts': 'await app.listen(3000)' },
    expect: { build: 'npx tsc', start: 'node dist/main.js' },
  },
  {
    name: 'tsx among the packages for production, a compiler only to check',
    scripts: { start: 'tsx src/index.ts', build: 'tsc' },
    dependencies: { ...express, tsx: '^4.0.0' },
    files: { 'src/index.ts': listens('3000') },
    expect: { build: null, start: 'npm start' },
  },
  {
    name: 'a script that only sets variables before another program',
    scripts: { 'with-env': 'dotenv -e ../../.env --', start: 'npm run with-env -- node server.js' },
    dependencies: express,
    files: { 'server.js': listens('3000') },
    expect: { start: 'npm start', port: 3000 },
  },
  {
    name: 'a port in a list of choices',
    scripts: { start: 'node a.js' },
    dependencies: express,
    files: {
      'a.js':
        "import express from 'express'\nconst port = [args.port, process.env.APP_PORT, process.env.PORT, 3001].find(Boolean)\napp.listen(port)",
    },
    expect: { port: 3001, honoursPort: true },
  },
  {
    name: 'parseInt with its base',
    scripts: { start: 'node a.js' },
    dependencies: express,
    files: { 'a.js': "import express from 'express'\napp.listen(parseInt(process.env.PORT, 10) || 7000)" },
    expect: { port: 7000 },
  },
  {
    name: 'an Nx project that is the whole repository',
    scripts: { start: 'nx serve', build: 'nx build' },
    dependencies: express,
    files: {
      'nx.json': '{}',
      'project.json':
        '{ "name": "api", "targets": { "build": { "executor": "@nx/esbuild:esbuild", "options": { "outputPath": "dist/api" } } } }',
      'src/main.ts': listens('process.env.PORT || 3000'),
    },
    expect: { build: 'npm run build', start: 'node dist/api/main.js', port: 3000 },
  },
  {
    name: 'a start script that watches plain JavaScript',
    scripts: { start: 'nodemon index.js' },
    dependencies: { ...express, nodemon: '^3.0.0' },
    files: { 'index.js': listens('5000') },
    expect: { start: 'node index.js', build: null },
  },
  {
    name: 'ports of other programs in the settings',
    scripts: { start: 'node a.js' },
    dependencies: express,
    files: {
      'a.js': "import express from 'express'\nimport { config } from './config.js'\nexpress().listen(config.port)",
      'config.js':
        'export const mail = { port: process.env.MAIL_PORT || 587 }\nexport const config = {\n  port: process.env.APP_PORT\n    ? parseInt(process.env.APP_PORT, 10)\n    : process.env.PORT\n      ? parseInt(process.env.PORT, 10)\n      : 3000,\n}',
    },
    expect: { port: 3000, honoursPort: true },
  },
  {
    name: 'styles that are made before the start',
    scripts: { scss: 'sass a.scss b.css', start: 'npm run scss && node a.js' },
    dependencies: express,
    files: { 'a.js': listens('3000') },
    expect: { build: 'npm run scss', start: 'node a.js' },
  },
  {
    name: 'pm2 in the background',
    scripts: {
      build: 'tsc',
      start: 'nodemon --exec ts-node src/index.ts',
      'start:production': "pm2 start --name 'api' node -- -r ./tsconfig-paths.js build/index.js",
    },
    dependencies: express,
    files: {
      'src/index.ts': listens('3000'),
      'tsconfig.json': '{ "compilerOptions": { "outDir": "build", "rootDir": "src" } }',
    },
    expect: { start: 'node -r ./tsconfig-paths.js build/index.js' },
  },
  {
    name: 'pm2 with a file of settings',
    scripts: { start: 'pm2 start ecosystem.config.js' },
    dependencies: { ...express, pm2: '^6.0.0' },
    fields: { main: 'index.js' },
    files: {
      'index.js': listens('3000'),
      'ecosystem.config.js': "module.exports = { apps: [{ script: 'index.js' }] }",
    },
    expect: { start: 'npx pm2-runtime start ecosystem.config.js' },
  },
  {
    name: 'nest new',
    scripts: { build: 'nest build', start: 'nest start', 'start:prod': 'node dist/main' },
    dependencies: { '@nestjs/core': '^11.0.0', '@nestjs/platform-express': '^11.0.0' },
    files: {
      'src/main.ts':
        "import { NestFactory } from '@nestjs/core'\nasync function bootstrap() {\n  const app = await NestFactory.create(AppModule)\n  await app.listen(process.env.PORT ?? 3000)\n}",
    },
    expect: {
      ...running,
      framework: 'nestjs',
      build: 'npm run build',
      start: 'npm run start:prod',
      port: 3000,
      honoursPort: true,
    },
  },
  {
    name: 'NestJS without start:prod',
    scripts: { build: 'nest build', start: 'nest start' },
    dependencies: { '@nestjs/core': '^10.0.0' },
    files: { 'src/main.ts': 'await app.listen(3000)' },
    expect: { start: 'node dist/main', port: 3000, honoursPort: false },
  },
  {
    name: 'Fastify',
    scripts: { start: 'node server.js' },
    dependencies: { fastify: '^5.0.0' },
    files: { 'server.js': "import Fastify from 'fastify'\nawait fastify.listen({ port: 3000, host: '0.0.0.0' })" },
    expect: { framework: 'fastify', port: 3000 },
  },
  {
    name: 'fastify-cli',
    scripts: { start: 'fastify start -l info app.js' },
    dependencies: { fastify: '^5.0.0', 'fastify-cli': '^7.0.0' },
    files: { 'app.js': 'module.exports = async function (fastify, opts) {}' },
    expect: { framework: 'fastify', start: 'npm start', port: 3000 },
  },
  {
    name: 'Koa',
    scripts: { start: 'node app.js' },
    dependencies: { koa: '^3.0.0' },
    files: { 'app.js': "const Koa = require('koa')\nconst PORT = process.env.PORT || 1234\napp.listen(PORT)" },
    expect: { framework: 'koa', port: 1234 },
  },
  {
    name: 'hapi on localhost',
    scripts: { start: 'node server.js' },
    dependencies: { '@hapi/hapi': '^21.0.0' },
    files: {
      'server.js':
        "const Hapi = require('@hapi/hapi')\nconst server = Hapi.server({ port: 9000, host: 'localhost' })\nserver.start()",
    },
    expect: {
      framework: 'hapi',
      port: 9000,
      honoursPort: false,
      remarks: [
        'server.js listens on localhost only, which nothing outside of its container reaches; listen on 0.0.0.0.',
      ],
    },
  },
  {
    name: 'create-hono for Node',
    scripts: { dev: 'tsx watch src/index.ts', build: 'tsc', start: 'node dist/index.js' },
    dependencies: { hono: '^4.0.0', '@hono/node-server': '^1.0.0' },
    devDependencies: typescript,
    files: {
      ...tsconfig,
      'src/index.ts':
        "import { serve } from '@hono/node-server'\nserve({ fetch: app.fetch, port: 3000 }, (info) => {})",
    },
    expect: { framework: 'hono', build: 'npm run build', start: 'npm start', port: 3000 },
  },
  {
    name: 'Hono on Bun',
    scripts: { dev: 'bun run --hot src/index.ts', start: 'bun run src/index.ts' },
    dependencies: { hono: '^4.0.0' },
    files: {
      'src/index.ts': "import { Hono } from 'hono'\nBun.serve({ port: process.env.PORT || 3000, fetch: app.fetch })",
    },
    expect: { framework: 'hono', start: 'npm start', port: 3000, imageOnly: ['runs on Bun'] },
  },
  {
    name: 'AdonisJS 6',
    scripts: { start: 'node bin/server.js', build: 'node ace build', dev: 'node ace serve --hmr' },
    dependencies: { '@adonisjs/core': '^6.0.0' },
    files: { 'bin/server.ts': '', '.env.example': 'PORT=3333' },
    expect: { framework: 'adonisjs', build: 'npm run build', start: 'node build/bin/server.js', port: 3333 },
  },
  {
    name: 'Strapi',
    scripts: { build: 'strapi build', start: 'strapi start', develop: 'strapi develop' },
    dependencies: { '@strapi/strapi': '^5.0.0', pg: '^8.0.0' },
    expect: { framework: 'strapi', build: 'npm run build', start: 'npm start', port: 1337, needs: ['postgresql'] },
  },
  {
    name: 'plain http',
    scripts: { start: 'node server.js' },
    files: {
      'server.js': "const http = require('node:http')\nhttp.createServer(handler).listen(process.env.PORT || 8000)",
    },
    expect: { ...running, framework: 'node', port: 8000, honoursPort: true },
  },
  {
    name: 'D34 an Express server with public/index.html',
    scripts: { start: 'node app.js' },
    dependencies: express,
    files: { 'app.js': listens('3000'), 'public/index.html': '' },
    expect: { kind: 'server', framework: 'express', output: null },
  },
  {
    name: 'an Express server that serves the app built beside it',
    scripts: { build: 'vite build', start: 'node server.js' },
    dependencies: { ...express, react: '^19.0.0' },
    devDependencies: { vite: '^7.0.0' },
    files: {
      'index.html': '',
      'server.js':
        "import express from 'express'\nconst app = express()\napp.use(express.static('dist'))\napp.get('/api/items', list)\napp.post('/api/items', add)\napp.listen(process.env.PORT || 3000)",
    },
    expect: { kind: 'server', framework: 'express', build: 'npm run build', start: 'npm start' },
  },
  {
    name: 'a server that only hands out the pages',
    scripts: { build: 'vite build', start: 'node server.js' },
    dependencies: express,
    devDependencies: { vite: '^7.0.0' },
    files: {
      'index.html': '',
      'server.js':
        "import express from 'express'\nconst app = express()\napp.use(express.static('dist'))\napp.get('*', (_, res) => res.sendFile('index.html'))\napp.listen(3000)",
    },
    expect: { kind: 'static', framework: 'vite', output: 'dist' },
  },
  {
    name: 'a health check',
    scripts: { start: 'node a.js' },
    dependencies: express,
    files: { 'a.js': "import express from 'express'\napp.get('/healthz', (_, res) => res.send('ok'))\napp.listen(80)" },
    expect: { healthPath: '/healthz' },
  },
  {
    name: 'the build of a hosting hook, with the installs made exact',
    scripts: {
      start: 'node backend/server.js',
      'heroku-postbuild':
        'NPM_CONFIG_PRODUCTION=false npm install --prefix frontend && npm run build --prefix frontend',
    },
    dependencies: express,
    files: {
      'backend/server.js': "import express from 'express'\napp.use(express.static('frontend/build'))\napp.listen(5000)",
      'frontend/package.json': '{ "dependencies": { "left-pad": "1.0.0" } }',
      'frontend/package-lock.json': '{}',
    },
    expect: { build: 'npm ci --prefix frontend && npm run build --prefix frontend' },
  },
  {
    name: 'Chromium',
    scripts: { start: 'node a.js' },
    dependencies: { ...express, puppeteer: '^24.0.0', redis: '^5.0.0' },
    files: { 'a.js': listens('3000') },
    expect: { needs: ['redis', 'system package: chromium'], imageOnly: ['needs Chromium'] },
  },
  {
    name: 'WebSockets',
    scripts: { start: 'node a.js' },
    dependencies: { ...express, 'socket.io': '^4.0.0' },
    files: { 'a.js': "import { Server } from 'socket.io'\nconst io = new Server(http)\nhttp.listen(3000)" },
    expect: { imageOnly: ['talks over WebSockets, which App Runner does not pass on'] },
  },
]

describe('servers on Node', () => {
  it.each(samples)('$name', (sample) => {
    expect(appFrom(sample)).toMatchObject(sample.expect)
  })
})

describe('no server', () => {
  it('G25 a library that has Express among its development packages', () => {
    const json = packageJson({
      main: 'index.js',
      files: ['lib'],
      devDependencies: { express: '^5.0.0' },
      scripts: { test: 'mocha' },
    })
    expect(surveyOf({ 'package.json': json, 'index.js': 'module.exports = 1' }).apps).toEqual([])
  })

  it('a handler for Lambda', () => {
    const json = packageJson({ dependencies: { 'serverless-http': '^3.0.0', express: '^5.0.0' }, main: 'handler.js' })
    expect(
      surveyOf({ 'package.json': json, 'handler.js': 'module.exports.handler = serverless(express())' }).apps,
    ).toEqual([])
  })

  it('a folder whose modules the program above imports', () => {
    const json = packageJson({ scripts: { start: 'node app.js' }, dependencies: { express: '^4.0.0' } })
    const inner = packageJson({
      main: 'server.js',
      scripts: { start: 'node server.js' },
      dependencies: { express: '^4.0.0' },
    })
    const app =
      "const express = require('express')\nconst routes = require('./lessons/routes.js')\nexpress().listen(8080)"
    const { apps } = surveyOf({
      'package.json': json,
      'app.js': app,
      'lessons/package.json': inner,
      'lessons/routes.js': 'module.exports = 1',
      'lessons/server.js': "const express = require('express')\nexpress().listen(3000)",
    })
    expect(apps.map(({ root }) => root)).toEqual(['.'])
  })
})

it('the server of a package below is started there, and not from the tools of the root', () => {
  const { apps } = surveyOf({
    'package.json': packageJson({ private: true, scripts: { 'dev:app': 'npm --prefix app run dev' } }),
    'app/package.json': packageJson({ scripts: { start: 'node server.js' }, dependencies: express }),
    'app/server.js': listens('9527'),
  })
  expect(apps.map(({ root, start, port }) => [root, start, port])).toEqual([['app', 'npm start', 9527]])
})
