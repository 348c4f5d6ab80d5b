import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'
import { packageJson } from './package.ts'

const start = { scripts: { start: 'node dist/server.js', build: 'tsc' }, dependencies: { fastify: '^5.0.0' } }
const listens = (from: string) =>
  `import fastify from 'fastify'\nimport { env } from '${from}'\nfastify().listen({ port: env.PORT })`
const settings = 'export const env = z.object({ PORT: z.coerce.number().default(3333) }).parse(process.env)'

describe('modules that a server reaches', () => {
  it.each([
    ['paths of tsconfig.json', '@app/env', { compilerOptions: { paths: { '@app/*': ['./src/shared/*'] } } }],
    ['a whole name', '@env', { compilerOptions: { baseUrl: './src', paths: { '@env': ['shared/env.ts'] } } }],
    ['baseUrl alone', 'shared/env', { compilerOptions: { baseUrl: 'src' } }],
  ])('by %s', (_, name, tsconfig) => {
    const app = appOf({
      'package.json': packageJson(start),
      'tsconfig.json': JSON.stringify(tsconfig),
      'src/server.ts': listens(name),
      'src/shared/env.ts': settings,
    })
    expect(app).toMatchObject({ framework: 'fastify', port: 3333 })
  })

  it('by settings that are extended', () => {
    const app = appOf({
      'package.json': packageJson(start),
      'tsconfig.json': '{ "extends": "./tsconfig.base.json" }',
      'tsconfig.base.json': '{ "compilerOptions": { "paths": { "@/*": ["./source/*"] } } }',
      'src/server.ts': listens('@/env'),
      'source/env.ts': settings,
    })
    expect(app.port).toBe(3333)
  })

  it('by the imports of the manifest', () => {
    const app = appOf({
      'package.json': packageJson({ ...start, imports: { '#env': './src/env.ts', '#lib/*': './src/lib/*.js' } }),
      'src/server.ts': listens('#env'),
      'src/env.ts': settings,
    })
    expect(app.port).toBe(3333)
  })

  it('in a package of the workspace that is imported by its name', () => {
    const { apps } = surveyOf({
      'package.json': packageJson({ private: true, workspaces: ['apps/*', 'packages/*'] }),
      'apps/api/package.json': packageJson({ ...start, name: 'api', dependencies: { fastify: '5', '@acme/env': '*' } }),
      'apps/api/src/server.ts': listens('@acme/env'),
      'packages/env/package.json': packageJson({ name: '@acme/env', main: 'index.ts' }),
      'packages/env/index.ts': settings,
    })
    expect(apps).toMatchObject([{ root: 'apps/api', port: 3333 }])
  })

  it('an alias that points at itself ends', () => {
    const app = appOf({
      'package.json': packageJson(start),
      'tsconfig.json': '{ "extends": "./tsconfig.json", "compilerOptions": { "paths": { "*": ["*"] } } }',
      'src/server.ts': listens('./server'),
    })
    expect(app.framework).toBe('fastify')
  })
})

describe('the folder of a build', () => {
  const server = { 'src/server.ts': "import fastify from 'fastify'\nfastify().listen({ port: 3000 })" }

  it('of a server is that of the file it starts', () => {
    expect(appOf({ 'package.json': packageJson(start), ...server }).output).toBe('dist')
  })

  it('is none where nothing is built', () => {
    const json = packageJson({ scripts: { start: 'node lib/server.js' }, dependencies: { fastify: '5' } })
    expect(appOf({ 'package.json': json, 'lib/server.js': server['src/server.ts'] }).output).toBeNull()
  })
})
