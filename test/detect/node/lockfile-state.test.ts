import { describe, expect, it } from 'vitest'
import { appOf, surveyOf } from '../../survey-of.ts'
import { packageJson } from './package.ts'

const site = { private: true, scripts: { build: 'vite build' } }
const vite = { vite: '^7.0.0' }
const padding = { 'node_modules/a': { version: '1.0.0', integrity: `sha512-${'a'.repeat(500)}` } }
const lockfile = (packages: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ name: 'sample', lockfileVersion: 3, packages: { ...padding, ...packages } }, null, 2)

describe('a lockfile that no manager can read', () => {
  const files = (lock: string) => ({
    'package.json': packageJson({ ...site, devDependencies: vite }),
    'index.html': '',
    'package-lock.json': lock,
  })

  it('with the marks of a merge is not installed from, and is named', () => {
    const merged = `{\n  "name": "sample",\n<<<<<<< HEAD\n  "version": "1.0.0",\n=======\n  "version": "1.0.1",\n>>>>>>> main\n  "packages": {}\n}\n`
    const app = appOf(files(merged))
    expect(app.install).toBe('npm install')
    expect(app.remarks).toEqual([expect.stringContaining('unfinished merge')])
  })

  it('that ends too early is not installed from', () => {
    const app = appOf(files('{ "name": "sample", "packages": {'))
    expect(app.install).toBe('npm install')
    expect(app.remarks).toEqual([expect.stringContaining('no valid JSON')])
  })
})

describe('packages that want other versions beside them', () => {
  const testing = (more: Readonly<Record<string, unknown>> = {}) => ({
    version: '14.3.1',
    peerDependencies: { react: '^18.0.0' },
    ...more,
  })
  const app = (range: string, library: unknown, files: Readonly<Record<string, string>> = {}) =>
    appOf({
      'package.json': packageJson({
        ...site,
        dependencies: { react: range },
        devDependencies: { ...vite, lib: '^14.0.0' },
      }),
      'index.html': '',
      'package-lock.json': lockfile({
        'node_modules/lib': library,
        'node_modules/react': { version: '17.0.2' },
        'node_modules/vite': { version: '7.0.0' },
      }),
      ...files,
    })

  it('stop npm ci where the manifest allows no version that fits', () => {
    const found = app('^17.0.2', testing())
    expect(found.install).toBe('npm ci --legacy-peer-deps')
    expect(found.remarks).toEqual([expect.stringContaining('lib wants react ^18.0.0 beside it, and 17.0.2 is locked')])
  })

  it.each<[string, string, unknown, Readonly<Record<string, string>>]>([
    ['the manifest allows one that fits', '>=17', testing(), {}],
    ['the wish is optional', '^17.0.2', testing({ peerDependenciesMeta: { react: { optional: true } } }), {}],
    ['the package brings its own', '^17.0.2', testing({ dependencies: { react: '^18.0.0' } }), {}],
    ['.npmrc says so already', '^17.0.2', testing(), { '.npmrc': 'legacy-peer-deps=true\n' }],
  ])('are left to npm where %s', (_, range, library, files) => {
    expect(app(range, library, files).install).toBe('npm ci')
  })
})

describe('the lockfile of a workspace', () => {
  const member = (name: string, dependencies: Readonly<Record<string, string>>) =>
    packageJson({ name, ...site, dependencies })
  const yarn = (...names: readonly string[]) =>
    `# yarn lockfile v1\n\n${'# padding\n'.repeat(50)}${names.map((name) => `"${name}":\n  version "7.0.0"\n`).join('\n')}`
  const files = (lock: string) => ({
    'package.json': packageJson({ private: true, workspaces: ['apps/*', 'packages/*'] }),
    'yarn.lock': lock,
    'apps/shop/package.json': member('shop', { vite: '^7.0.0', util: '^1.0.0' }),
    'apps/shop/index.html': '',
    'apps/admin/package.json': member('admin', { vite: '^7.0.0', chart: '^4.0.0' }),
    'apps/admin/index.html': '',
    'packages/util/package.json': packageJson({ name: 'util', version: '1.0.0', exports: './index.js' }),
  })
  const installs = (lock: string) => surveyOf(files(lock)).apps.map(({ install }) => install)

  it('is out of step for every member where it is for one', () => {
    expect(installs(yarn('vite@^7.0.0'))).toEqual(['yarn install', 'yarn install'])
  })

  it('need not hold the members themselves', () => {
    const frozen = 'yarn install --frozen-lockfile'
    expect(installs(yarn('chart@^4.0.0', 'vite@^7.0.0'))).toEqual([frozen, frozen])
  })
})
