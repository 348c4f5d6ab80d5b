import { describe, expect, it } from 'vitest'
import { appOf } from '../../survey-of.ts'
import { packageJson } from './package.ts'

const app = { scripts: { start: 'node app.js' }, dependencies: { express: '^5.0.0' } }
const listens = "require('express')().listen(3000)"
const yarnLock = `# yarn lockfile v1\n\nexpress@^5.0.0:\n  version "5.1.0"\n${'#'.repeat(400)}`
const npmLock = JSON.stringify(
  { lockfileVersion: 3, packages: { 'node_modules/express': { version: '5.1.0' } } },
  null,
  2,
)
const full = `${npmLock}${' '.repeat(400)}`
const stale = `${npmLock.replace('5.1.0', '4.0.0')}${' '.repeat(400)}`

const managerOf = (files: Readonly<Record<string, string>>, fields: object = {}) => {
  const found = appOf({ 'package.json': packageJson({ ...app, ...fields }), 'app.js': listens, ...files })
  return { name: found.packageManager?.name, question: found.question !== null, install: found.install }
}

describe('a package manager', () => {
  it('G4 is the one whose lockfile is in step, whatever an image runs', () => {
    const files = { 'package-lock.json': stale, 'yarn.lock': yarnLock, Dockerfile: 'FROM node\nRUN npm install' }
    expect(managerOf(files)).toMatchObject({ name: 'yarn', question: false })
  })

  it.each([
    ['engines', { engines: { npm: 'please-use-yarn' } }],
    ['a script before the install', { scripts: { ...app.scripts, preinstall: 'npx only-allow yarn' } }],
  ])('G4 is the one that %s asks for', (_, fields) => {
    const files = { 'package-lock.json': full, 'yarn.lock': yarnLock }
    expect(managerOf(files, fields)).toMatchObject({ name: 'yarn', question: false })
  })

  it.each([
    ['installs with', '# App\n\n```\nyarn install\n```\nthen `npm run dev`', 'yarn'],
    ['runs scripts with', 'Run `npm start` and `npm test`.', 'npm'],
  ])('G4 is the one that the read-me %s', (_, readme, name) => {
    const files = { 'package-lock.json': full, 'yarn.lock': yarnLock, 'README.md': readme }
    expect(managerOf(files)).toMatchObject({ name, question: false })
  })

  it('G4 is asked for where the read-me names both', () => {
    const files = { 'package-lock.json': full, 'yarn.lock': yarnLock, 'README.md': 'npm install\nyarn install\n' }
    expect(managerOf(files).question).toBe(true)
  })

  it('without a lockfile is the one of the read-me', () => {
    expect(managerOf({ 'README.md': '$ pnpm install\n' })).toMatchObject({ name: 'pnpm', install: 'pnpm install' })
  })
})
