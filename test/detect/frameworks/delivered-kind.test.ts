import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'

const json = (value: unknown) => JSON.stringify(value, null, 2)

describe('Nuxt without server rendering', () => {
  const files = {
    'package.json': json({ scripts: { build: 'nuxt build', start: 'nuxt preview' }, dependencies: { nuxt: '^4.0.0' } }),
    'nuxt.config.ts': 'export default defineNuxtConfig({ ssr: false })',
  }

  it('is static', () => {
    expect(appOf(files)).toMatchObject({ kind: 'static', output: '.output/public' })
  })

  it.each([
    '["node", "output/server/index.mjs"]',
    '["npm", "start"]',
  ])('is a server where its image runs %s', (command) => {
    const app = appOf({ ...files, Dockerfile: `FROM node:22\nCOPY . .\nRUN npm i\nEXPOSE 3000\nCMD ${command}` })
    expect(app).toMatchObject({ kind: 'ssr', output: '.output', start: 'node .output/server/index.mjs' })
  })
})

it('D7 a Vite app without vite.config is a single-page app in dist', () => {
  const app = appOf({
    'package.json': json({ scripts: { build: 'vite build' }, devDependencies: { vite: '^7.0.0', react: '19' } }),
    'index.html': '<script type="module" src="/src/main.ts"></script>',
    'src/main.ts': '',
  })
  expect(app).toMatchObject({ kind: 'static', framework: 'vite', spa: true, output: 'dist', build: 'npm run build' })
})

describe('Next.js with a script of its own that exports', () => {
  const scripts = { build: 'next build', start: 'next start', export: 'yarn run build && next export' }
  const app = (fields: object, files = {}) =>
    appOf({ 'package.json': json({ scripts, dependencies: { next: '10', react: '17' }, ...fields }), ...files })

  it('is a server where nothing runs that script', () => {
    expect(app({}).kind).toBe('ssr')
  })

  it('is static where the read-me runs it', () => {
    expect(app({}, { 'README.md': '# Build\n\nyarn export\n', 'yarn.lock': '' })).toMatchObject({
      kind: 'static',
      output: 'out',
      build: 'NODE_OPTIONS=--openssl-legacy-provider yarn export',
    })
  })

  it('is static where nothing starts a server', () => {
    const { build, export: exports } = scripts
    expect(app({ scripts: { build, export: exports } }).kind).toBe('static')
  })
})

it('a folder that is published beside a function for every address is no site', () => {
  const { apps } = surveyOf({
    'vercel.json': json({ outputDirectory: 'public', rewrites: [{ source: '/(.*)', destination: '/api?path=$1' }] }),
    'public/index.html': '<html></html>',
    'apps/api/package.json': json({ scripts: { start: 'node index.js' }, dependencies: { express: '5' } }),
    'apps/api/index.js': "require('express')().listen(3000)",
  })
  expect(apps.map(({ root }) => root)).toEqual(['apps/api'])
})
