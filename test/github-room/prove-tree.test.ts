import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Place } from '../../src/github/place.ts'
import { proveTree } from '../../src/github/prove-tree.ts'
import type { RenderedFile } from '../../src/model.ts'
import { asInstallation } from '../github/octokit.ts'
import type { RepositoryHandle } from '../github/repository-handle.ts'
import type { Files } from '../github/seed.ts'
import { type Github, startGithub } from '../github/start-github.ts'

const plan: readonly RenderedFile[] = [
  { path: 'amplify.yml', action: 'create', mode: '100644', content: 'a\n', purpose: '' },
  { path: 'infra/cicd/run.sh', action: 'create', mode: '100755', content: 'b\n', purpose: '' },
  { path: '.github/workflows/ci.yml', action: 'update', mode: '100644', content: 'c\n', purpose: '' },
  { path: 'old/only.yml', action: 'delete', mode: '100644', content: null, purpose: '' },
]
const base: Files = {
  'src/a.ts': 'a',
  '.github/workflows/ci.yml': 'x',
  '.github/workflows/own.yml': 'y',
  'old/only.yml': 'z',
  'infra/main.tf': 't',
}
const right: Files = {
  'src/a.ts': 'a',
  '.github/workflows/own.yml': 'y',
  'infra/main.tf': 't',
  'amplify.yml': 'a\n',
  'infra/cicd/run.sh': { executable: 'b\n' },
  '.github/workflows/ci.yml': 'c\n',
}

let github: Github
let place: Place
beforeEach(async () => {
  github = await startGithub()
})
afterEach(() => github.stop())

async function trees(after: Files): Promise<readonly [string, string]> {
  const before = await github.repository('acme/site', { files: base })
  const made = await github.repository('acme/other', { files: after })
  // Objects are shared by all repositories of the stand-in, as they are in a network of forks.
  place = { client: await asInstallation(github, 'acme'), owner: 'acme', name: 'other' }
  return [await treeOf(before), await treeOf(made)]
}
const treeOf = async (repository: RepositoryHandle) => (await repository.commit('main')).tree

describe('B42 a tree, where not every path of the base is known', () => {
  it('is right when it is the base and the plan', async () => {
    const [before, after] = await trees(right)
    await expect(proveTree(place, { base: before, entries: [], files: plan }, after)).resolves.toBeUndefined()
  })

  it.each<[string, Files]>([
    ['another byte in a file of the plan', { ...right, 'amplify.yml': 'a\r\n' }],
    ['another mode', { ...right, 'infra/cicd/run.sh': 'b\n' }],
    ['another file beside the plan', { ...right, 'infra/cicd/more.sh': 'x' }],
    ['another file in the root', { ...right, evil: 'x' }],
    ['a change elsewhere', { ...right, 'src/a.ts': 'b' }],
    ['a change in a file of a person', { ...right, '.github/workflows/own.yml': 'n' }],
    ['a file that should be gone', { ...right, 'old/only.yml': 'z' }],
    ['a file in the place of a folder', { 'src/a.ts': 'a', infra: 'x', 'amplify.yml': 'a\n' }],
  ])('is wrong with %s', async (_what, after) => {
    const [before, made] = await trees(after)
    await expect(proveTree(place, { base: before, entries: [], files: plan }, made)).rejects.toThrow(
      'differs from the plan',
    )
  })

  it.each([
    'amplify.yml',
    'infra/cicd/run.sh',
    '.github/workflows/ci.yml',
    'src/a.ts',
  ])('is wrong without %s', async (path) => {
    const { [path]: _, ...rest } = right
    const [before, made] = await trees(rest)
    await expect(proveTree(place, { base: before, entries: [], files: plan }, made)).rejects.toThrow(
      'differs from the plan',
    )
  })
})
