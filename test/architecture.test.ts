import { describe, expect, it } from 'vitest'
import { importsOf, roomOf, sources } from './architecture/imports.ts'
import { faults } from './architecture/rules.ts'

const faultsOf = (path: string, text: string) =>
  faults({ path, room: roomOf(path), text, imports: importsOf(text, path) })

it('no source file breaks a rule of the architecture', () => {
  const all = sources()
  expect(all.length).toBeGreaterThan(20)
  expect(all.flatMap(faults)).toEqual([])
})

describe('each rule can fail', () => {
  it.each([
    ['detect/x.ts', "import { readFileSync } from 'node:fs'", 'in the pure middle'],
    ['detect/x.ts', "import { choose } from '../decide/choose.ts'", 'imports from decide'],
    ['render/x.ts', 'export const now = () => Date.now()', 'in the pure middle'],
    ['targets/x.ts', 'export const at = process.cwd()', 'in the pure middle'],
    ['decide/x.ts', 'export async function f() { await g() }', 'in the pure middle'],
    ['github/x.ts', "import { git } from '../local/git.ts'", 'imports from local'],
    ['local/x.ts', "import { Octokit } from '@octokit/core'", 'belongs to another room'],
    ['app/x.ts', "import { enter } from '../aws/account.ts'", 'loads aws/account.ts at once'],
    ['tree.ts', "import { readFileSync } from 'node:fs'", 'belongs to another room'],
    ['github/x.ts', 'const host = process.env.GHE_HOST', 'only settings.ts may'],
    ['detect/helpers.ts', '', 'says nothing'],
    ['detect/Vite.ts', '', 'kebab'],
  ])('%s with %j', (path, text, expected) => {
    expect(faultsOf(path, text).join('\n')).toContain(expected)
  })
})
