import { expect, it } from 'vitest'
import { reconcile } from '../../src/decide/reconcile.ts'
import type { GeneratedFile, Tree } from '../../src/model.ts'
import { blobId, lockPath } from '../../src/render/lock.ts'
import { treeOf } from '../tree-of.ts'

const generated = (path: string, content = 'new\n'): GeneratedFile => ({
  path,
  mode: '100644',
  content,
  purpose: 'test',
})

/** A tree whose entries carry the real blob ids. */
function repository(files: Readonly<Record<string, string>>): Tree {
  const tree = treeOf(files)
  return { ...tree, entries: tree.entries.map((entry) => ({ ...entry, sha: blobId(files[entry.path] ?? '') })) }
}

const lock = (files: Readonly<Record<string, string>>) =>
  JSON.stringify({
    version: 1,
    template: '0.0.1',
    files: Object.fromEntries(Object.entries(files).map(([path, content]) => [path, blobId(content)])),
  })

it('a file that is not there is created, with the lock beside it', () => {
  const { files, leftAlone } = reconcile([generated('amplify.yml')], repository({}), ['.'])
  expect(files.map(({ path, action }) => [path, action])).toEqual([
    ['amplify.yml', 'create'],
    [lockPath, 'create'],
  ])
  expect(leftAlone).toEqual([])
})

it('G44 a file that exists and is not ours is never replaced', () => {
  const { files, leftAlone } = reconcile([generated('amplify.yml')], repository({ 'amplify.yml': 'mine\n' }), ['.'])
  expect(files).toEqual([])
  expect(leftAlone).toEqual([{ path: 'amplify.yml', why: 'it exists and was not generated here' }])
})

it('G43 a workflow of the same name stays as it is, and ours takes another name', () => {
  const tree = repository({ '.github/workflows/ci.yml': 'theirs\n' })
  expect(reconcile([generated('.github/workflows/ci.yml')], tree, ['.']).files[0]?.path).toBe(
    '.github/workflows/cicd-ci.yml',
  )
})

it('G45 twins that differ in case or in .yml and .yaml are found', () => {
  const tree = repository({ '.github/workflows/Deploy.yml': 'x', 'amplify.yaml': 'x' })
  const { files, leftAlone } = reconcile([generated('.github/workflows/deploy.yml'), generated('amplify.yml')], tree, [
    '.',
  ])
  expect(files).toEqual([])
  expect(leftAlone.map(({ why }) => why)).toEqual([
    '.github/workflows/Deploy.yml is there already',
    'amplify.yaml is there already',
  ])
})

it('G54 the same content is no change, and alone the lock is no reason for one', () => {
  const tree = repository({ 'amplify.yml': 'new\n', [lockPath]: lock({ 'amplify.yml': 'new\n' }) })
  expect(reconcile([generated('amplify.yml')], tree, ['.'])).toEqual({ files: [], leftAlone: [] })
})

it('a generated file that nobody changed is updated; one that a person changed is kept', () => {
  const tree = repository({
    'amplify.yml': 'old\n',
    Dockerfile: 'edited\n',
    [lockPath]: lock({ 'amplify.yml': 'old\n', Dockerfile: 'old\n' }),
  })
  const { files, leftAlone } = reconcile([generated('amplify.yml'), generated('Dockerfile')], tree, ['.'])
  expect(files.map(({ path, action }) => [path, action])).toEqual([
    ['amplify.yml', 'update'],
    [lockPath, 'update'],
  ])
  expect(leftAlone).toEqual([
    { path: 'Dockerfile', why: 'it was changed since it was generated; your version is kept' },
  ])
})

it('what the lock knows of other apps stays in it', () => {
  const tree = repository({ 'web/apprunner.yaml': 'w\n', [lockPath]: lock({ 'web/apprunner.yaml': 'w\n' }) })
  const { files } = reconcile([generated('api/apprunner.yaml')], tree, ['api', 'web'])
  expect(Object.keys(JSON.parse(files.at(-1)?.content ?? '').files)).toEqual([
    'api/apprunner.yaml',
    'web/apprunner.yaml',
  ])
})

it('a lock of unknown form is taken for none', () => {
  const tree = repository({ 'amplify.yml': 'old\n', [lockPath]: '{"version": 9}' })
  expect(reconcile([generated('amplify.yml')], tree, ['.']).leftAlone).toHaveLength(1)
})

it('B44 a path outside the allowed set is a bug, not a file', () => {
  expect(() => reconcile([generated('src/index.js')], repository({}), ['.'])).toThrow(/may not lie/)
})
