import { describe, expect, it } from 'vitest'
import type { App } from '../../../src/model.ts'
import { appOf } from '../../survey-of.ts'
import { packageJson } from './package.ts'

const vite = { private: true, scripts: { build: 'vite build' }, devDependencies: { vite: '^7.0.0' } }
const page = { 'index.html': '' }

/** A Vite app with these files; `fields` go into its package.json. */
function app(files: Readonly<Record<string, string>>, fields: Readonly<Record<string, unknown>> = {}): App {
  return appOf({ 'package.json': packageJson({ ...vite, ...fields }), ...page, ...files })
}

const manager = ({ packageManager, install, build }: App) => ({ ...packageManager, install, build })
const berry = '# generated\n\n__metadata:\n  version: 8\n'

describe('package managers', () => {
  it('D14 no lockfile: npm install, never npm ci, and a note', () => {
    const found = app({})
    expect(manager(found)).toEqual({ name: 'npm', version: null, install: 'npm install', build: 'npm run build' })
    expect(found.remarks).toEqual([expect.stringContaining('There is no lockfile')])
    expect(found.lockfile).toBeNull()
  })

  it('npm with its lockfile', () => {
    expect(manager(app({ 'package-lock.json': '{}' })).install).toBe('npm ci')
    expect(manager(app({ 'npm-shrinkwrap.json': '{}' })).install).toBe('npm ci')
  })

  it('G3 packageManager and a lockfile of pnpm', () => {
    expect(
      manager(app({ 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n" }, { packageManager: 'pnpm@9.15.0+sha512.abc' })),
    ).toEqual({
      name: 'pnpm',
      version: '9.15.0',
      install: 'pnpm install --frozen-lockfile',
      build: 'pnpm run build',
    })
  })

  it.each([
    ["lockfileVersion: '6.0'", '8'],
    ['lockfileVersion: 5.4', '7'],
    ["lockfileVersion: '9.0'", '9'],
  ])('the format of pnpm-lock.yaml (%s) tells the major version', (head, version) => {
    expect(app({ 'pnpm-lock.yaml': `${head}\n` }).packageManager).toEqual({ name: 'pnpm', version })
  })

  it('Yarn 1', () => {
    expect(manager(app({ 'yarn.lock': '# yarn lockfile v1\n' }))).toEqual({
      name: 'yarn',
      version: '1',
      install: 'yarn install --frozen-lockfile',
      build: 'yarn build',
    })
  })

  it('D15 Yarn Berry is told by its lockfile, by .yarn/releases and by packageManager', () => {
    expect(manager(app({ 'yarn.lock': berry }))).toMatchObject({ version: '4', install: 'yarn install --immutable' })
    expect(manager(app({ 'yarn.lock': '', '.yarnrc.yml': '', '.yarn/releases/yarn-3.6.1.cjs': '' }))).toMatchObject({
      version: '3.6.1',
      install: 'yarn install --immutable',
    })
    expect(manager(app({ 'yarn.lock': berry }, { packageManager: 'yarn@4.9.1' }))).toMatchObject({
      version: '4.9.1',
      install: 'yarn install --immutable',
    })
  })

  it('D13 Bun by its text lockfile, with a yarn.lock beside it too', () => {
    expect(manager(app({ 'bun.lock': '{}' }))).toEqual({
      name: 'bun',
      version: null,
      install: 'bun install --frozen-lockfile',
      build: 'bun run build',
    })
    expect(app({ 'bun.lock': '{}', 'yarn.lock': '# yarn lockfile v1\n' }).packageManager?.name).toBe('bun')
  })

  it('a manager that is named without a lockfile installs without one', () => {
    expect(manager(app({}, { packageManager: 'pnpm@10.0.0' }))).toMatchObject({ name: 'pnpm', install: 'pnpm install' })
  })

  it('a manager that is named against the only lockfile yields to it, and is named', () => {
    const found = app({ 'package-lock.json': '{}' }, { packageManager: 'yarn@1.22.22' })
    expect(found.packageManager?.name).toBe('npm')
    expect(found.remarks).toEqual([expect.stringContaining('names yarn')])
  })
})

describe('G4 two lockfiles', () => {
  const both = { 'package-lock.json': '{}', 'yarn.lock': '# yarn lockfile v1\n' }

  it('are decided by packageManager, and the other is named', () => {
    const found = app(both, { packageManager: 'yarn@1.22.22' })
    expect(found.packageManager?.name).toBe('yarn')
    expect(found.remarks).toEqual(['package-lock.json is left over beside yarn.lock and is not used; delete it.'])
  })

  it.each([
    ['.github/workflows/ci.yml', 'jobs:\n  a:\n    steps:\n      - run: yarn install --frozen-lockfile\n'],
    ['Dockerfile', 'FROM node:22\nRUN yarn install\n'],
    ['netlify.toml', '[build]\n  command = "yarn build"\n'],
    ['.yarnrc.yml', 'nodeLinker: node-modules\n'],
  ])('are decided by %s', (path, text) => {
    const found = app({ ...both, [path]: text })
    expect(found.packageManager?.name).toBe('yarn')
    expect(found.question).toBeNull()
  })

  it('are a question where nothing decides', () => {
    expect(app(both).question?.text).toContain('yarn.lock and package-lock.json are both committed')
  })
})

describe('lockfiles that are out of step', () => {
  const filler = `"node_modules/x": { "version": "1.0.0", "resolved": "${'x'.repeat(400)}" }`
  const lock = (version: string) =>
    `{ "lockfileVersion": 3, "packages": { "node_modules/vite": { "version": "${version}" }, ${filler} } }`

  it('a dependency that the lockfile lacks stops npm ci, so the install goes without it', () => {
    const found = app({ 'package-lock.json': `{ "packages": { ${filler} } }` })
    expect(found.install).toBe('npm install')
    expect(found.remarks).toEqual([
      expect.stringContaining('package-lock.json is out of step with package.json (vite)'),
    ])
  })

  it('a version that the manifest does not allow does the same', () => {
    expect(app({ 'package-lock.json': lock('6.4.0') }).install).toBe('npm install')
    expect(app({ 'package-lock.json': lock('7.2.0') }).install).toBe('npm ci')
  })

  it('a range that the lockfile of Yarn lacks', () => {
    const text = (range: string) => `# yarn lockfile v1\n\n"vite@${range}":\n  version "7.0.0"\n# ${'x'.repeat(400)}\n`
    expect(app({ 'yarn.lock': text('^7.0.0') }).install).toBe('yarn install --frozen-lockfile')
    expect(app({ 'yarn.lock': text('^6.0.0') }).install).toBe('yarn install')
  })
})

it('peer conflicts that the repository installs over are installed over', () => {
  const files = {
    'package-lock.json': '{}',
    'amplify.yml': 'frontend:\n  phases:\n    preBuild:\n      commands:\n        - npm ci --legacy-peer-deps\n',
  }
  expect(app(files).install).toBe('npm ci --legacy-peer-deps')
})

it('G26 the test script that npm writes is no test', () => {
  expect(app({}, { scripts: { ...vite.scripts, test: 'echo "Error: no test specified" && exit 1' } }).test).toBeNull()
  expect(app({}, { scripts: { ...vite.scripts, test: 'vitest' } }).test).toBe('npm test')
})

it('a test that needs a browser is not run, the unit test beside it is', () => {
  expect(app({}, { scripts: { ...vite.scripts, test: 'playwright test', 'test:unit': 'vitest run' } }).test).toBe(
    'npm run test:unit',
  )
  expect(app({}, { scripts: { ...vite.scripts, test: 'cypress run' } }).test).toBeNull()
})

it('G50 packages of a private registry are a step for people, without a token', () => {
  const found = app({
    '.npmrc': '@acme:registry=https://npm.pkg.github.com\n//npm.pkg.github.com/:_authToken=${NPM_TOKEN}\n',
  })
  expect(found.remarks).toContainEqual(expect.stringContaining('npm.pkg.github.com'))
  expect(found.env).toContain('NPM_TOKEN')
})
