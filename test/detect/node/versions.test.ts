import { describe, expect, it } from 'vitest'
import type { App } from '../../../src/model.ts'
import { appOf } from '../../survey-of.ts'
import { packageJson } from './package.ts'

const vite = { private: true, scripts: { build: 'vite build' }, devDependencies: { vite: '^5.0.0' } }

function app(files: Readonly<Record<string, string>>, fields: Readonly<Record<string, unknown>> = {}): App {
  return appOf({
    'package.json': packageJson({ ...vite, ...fields }),
    'index.html': '',
    'package-lock.json': '{}',
    ...files,
  })
}

const runtime = (files: Readonly<Record<string, string>>, fields: Readonly<Record<string, unknown>> = {}) => {
  const found = app(files, fields).runtime
  return found && `${found.version} from ${found.from}`
}

describe('Node versions', () => {
  it('nothing pinned: null', () => {
    expect(runtime({})).toBeNull()
  })

  it.each([
    ['v22.11.0', '22'],
    ['22', '22'],
    ['lts/jod', '22'],
    ['lts/*', '22'],
    ['node', '22'],
    ['24.x', '24'],
    ['20 # comment', '20'],
  ])('.nvmrc %s is Node %s', (text, version) => {
    expect(runtime({ '.nvmrc': `${text}\n` })).toBe(`${version} from .nvmrc`)
  })

  it.each([
    ['.node-version', '24.1.0\n'],
    ['.tool-versions', 'python 3.12\nnodejs 24.1.0\n'],
    ['mise.toml', '[tools]\nnode = "24"\n'],
    ['netlify.toml', '[build.environment]\n  NODE_VERSION = "24"\n'],
    ['render.yaml', 'services:\n  - envVars:\n      - key: NODE_VERSION\n        value: 24.1.0\n'],
  ])('%s pins it', (path, text) => {
    expect(runtime({ [path]: text })).toBe(`24 from ${path}`)
  })

  it('D16 lts/iron is 20, named as ended with 22 offered', () => {
    const found = app({ '.nvmrc': 'lts/iron\n' })
    expect(found.runtime?.version).toBe('20')
    expect(found.remarks).toContainEqual(expect.stringMatching(/Node 20 .*2026-04-30.*Node 22/))
  })

  it.each([
    ['^20.19.0 || >=22.12.0', '22'],
    ['>=18', '22'],
    ['>=23', '24'],
    ['20.x || 18.x', '20'],
    ['18.x', '18'],
    ['>=18 <21', '20'],
  ])('D16 the range %s gives the supported major %s', (range, version) => {
    expect(runtime({}, { engines: { node: range } })).toBe(`${version} from package.json`)
  })

  it('D12 packageManager and engines', () => {
    const found = app(
      { 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" },
      { packageManager: 'pnpm@9.0.0', engines: { node: '>=22' } },
    )
    expect(found).toMatchObject({
      packageManager: { name: 'pnpm', version: '9.0.0' },
      runtime: { version: '22' },
      install: 'pnpm install --frozen-lockfile',
      build: 'pnpm run build',
    })
  })

  it('G12 .nvmrc counts before engines; what agrees is no clash, what does not is named', () => {
    expect(app({ '.nvmrc': '24\n' }, { engines: { node: '>=22' } })).toMatchObject({
      runtime: { version: '24', from: '.nvmrc' },
    })
    expect(app({ '.nvmrc': '24\n' }, { engines: { node: '>=22' } }).remarks).toEqual([])
    expect(app({ '.nvmrc': '24\n' }, { engines: { node: '22.x' } }).remarks).toEqual([
      expect.stringMatching(/\.nvmrc says Node 24, package\.json says 22\.x/),
    ])
  })

  it('G12 an image within the bounds decides; one of a release that ended does not', () => {
    const of = (base: string) =>
      appOf({
        'package.json': packageJson({ dependencies: { express: '^4.0.0' }, engines: { node: '>=18' } }),
        'server.js': "require('express')().listen(3000)",
        Dockerfile: `FROM ${base}\nCOPY . .\nRUN npm install\nCMD ["node", "server.js"]\n`,
      })
    expect(of('node:24').runtime).toEqual({ name: 'node', version: '24', from: 'Dockerfile' })
    expect(of('node:24').remarks).not.toContainEqual(expect.stringContaining('Node'))
    expect(of('node:18').runtime).toEqual({ name: 'node', version: '22', from: 'package.json' })
  })

  it('G12 an old image beside them is named', () => {
    const json = packageJson({
      scripts: { start: 'node server.js' },
      dependencies: { express: '^4.0.0' },
      engines: { node: '>=22' },
    })
    const { runtime: found, remarks } = appOf({
      'package.json': json,
      'package-lock.json': '{}',
      '.nvmrc': '24\n',
      'server.js': "require('express')().listen(3000)",
      Dockerfile: 'FROM node:18\nCOPY . .\nRUN npm ci\nCMD ["node", "server.js"]\n',
    })
    expect(found).toEqual({ name: 'node', version: '24', from: '.nvmrc' })
    expect(remarks).toContainEqual(expect.stringContaining('Dockerfile says 18'))
  })

  it('a pin on which the framework does not run is stale: the next one counts', () => {
    const found = app({ '.nvmrc': '12.14.1\n' }, { engines: { node: '>=14' }, devDependencies: { vite: '^7.0.0' } })
    expect(found.runtime).toEqual({ name: 'node', version: '22', from: 'package.json' })
    expect(found.remarks).toEqual([expect.stringContaining('.nvmrc says Node 12.14.1, on which vite 7 does not run')])
  })

  it('a pin that floats gives way to one that does not', () => {
    expect(runtime({ '.nvmrc': 'lts/*\n' }, { engines: { node: '>=18 <=20' } })).toBe('20 from package.json')
  })

  it('a host that sets a version within the bounds counts', () => {
    expect(
      runtime({ 'netlify.toml': '[build.environment]\n  NODE_VERSION = "24"\n' }, { engines: { node: '>=20' } }),
    ).toBe('24 from netlify.toml')
  })

  it('a package has its own pin before that of the root', () => {
    const { runtime: found } = appOf({
      '.nvmrc': '24\n',
      'web/package.json': packageJson({ ...vite, engines: { node: '22' } }),
      'web/index.html': '',
    })
    expect(found).toEqual({ name: 'node', version: '22', from: 'web/package.json' })
  })

  it('a bound of a package leaves the choice to the file of the root', () => {
    const { runtime: found } = appOf({
      '.nvmrc': '24\n',
      'web/package.json': packageJson({ ...vite, engines: { node: '>=18' } }),
      'web/index.html': '',
    })
    expect(found).toEqual({ name: 'node', version: '24', from: '.nvmrc' })
  })
})
