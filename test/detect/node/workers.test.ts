import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'
import { packageJson } from './package.ts'

const lock = { 'package-lock.json': '{}' }

describe('workers on Node', () => {
  it('a bot that is compiled', () => {
    const app = appOf({
      ...lock,
      'package.json': packageJson({
        scripts: { build: 'tsc', start: 'ts-node index.ts' },
        dependencies: { 'discord.js': '^14.0.0' },
        devDependencies: { typescript: '^5.0.0' },
      }),
      'tsconfig.json': '{ "compilerOptions": { "outDir": "./dist" } }',
      'index.ts': "import { Bot } from './structs/bot'\nnew Bot()",
      'structs/bot.ts': "import { Client } from 'discord.js'",
    })
    expect(app).toMatchObject({
      kind: 'worker',
      framework: 'discord.js',
      frameworkMajor: 14,
      build: 'npm run build',
      start: 'node dist/index.js',
      port: null,
    })
  })

  it('a bot without a start script, main is built', () => {
    const app = appOf({
      ...lock,
      'package.json': packageJson({
        main: 'build/main.js',
        scripts: { build: 'tsc' },
        dependencies: { 'discord.js': '^13.0.0' },
      }),
      'tsconfig.json': '{ "compilerOptions": { "outDir": "build", "rootDir": "src" } }',
      'src/main.ts': "import { Client } from 'discord.js'",
    })
    expect(app).toMatchObject({ kind: 'worker', start: 'node build/main.js' })
  })

  it('a consumer of a queue, with what it needs', () => {
    const app = appOf({
      ...lock,
      'package.json': packageJson({ scripts: { start: 'node src/worker.js' }, dependencies: { bullmq: '^5.0.0' } }),
      'src/worker.js': "import { Worker } from 'bullmq'",
    })
    expect(app).toMatchObject({ kind: 'worker', framework: 'bullmq', start: 'npm start', needs: ['redis'] })
  })

  it('a bot that answers webhooks is a server', () => {
    const app = appOf({
      ...lock,
      'package.json': packageJson({
        scripts: { start: 'node index.js' },
        dependencies: { telegraf: '^4.0.0', express: '^5.0.0' },
      }),
      'index.js':
        "import { Telegraf } from 'telegraf'\nimport express from 'express'\nexpress().listen(process.env.PORT || 3000)",
    })
    expect(app).toMatchObject({ kind: 'server', framework: 'express' })
  })

  it('a package that nothing reaches makes no worker', () => {
    const json = packageJson({ scripts: { start: 'node index.js' }, dependencies: { 'node-cron': '^4.0.0' } })
    expect(surveyOf({ ...lock, 'package.json': json, 'index.js': "console.log('once')" }).apps).toEqual([])
  })
})
