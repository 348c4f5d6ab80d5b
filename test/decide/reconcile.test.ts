import { describe, expect, it } from 'vitest'
import { reconcile } from '../../src/decide/reconcile.ts'
import type { GeneratedFile, Tree } from '../../src/model.ts'
import { blobId, lockPath } from '../../src/render/lock.ts'
import { textsIn } from '../../src/text.ts'
import { sampleApp, sampleChoice } from '../sample-app.ts'
import { treeOf } from '../tree-of.ts'

const generated = (path: string, content = 'new\n'): GeneratedFile => ({
  path,
  mode: '100644',
  content,
  purpose: 'test',
})
const choice = (root: string) => sampleChoice(sampleApp({ root }), { target: 'ecr' })
const run = (files: readonly GeneratedFile[], tree: Tree, ...roots: readonly string[]) =>
  reconcile(files, tree, (roots.length > 0 ? roots : ['.']).map(choice), textsIn('en'))
const lock = (files: Readonly<Record<string, string>>, apps: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    version: 1,
    template: '0.0.1',
    apps,
    files: Object.fromEntries(Object.entries(files).map(([path, content]) => [path, blobId(content)])),
  })
const actions = (files: readonly { readonly path: string; readonly action: string }[]) =>
  files.map(({ path, action }) => `${action} ${path}`)

it('a file that is not there is created, with the lock beside it', () => {
  const { files, leftAlone } = run([generated('amplify.yml')], treeOf({}))
  expect(actions(files)).toEqual(['create amplify.yml', `create ${lockPath}`])
  expect(leftAlone).toEqual([])
})

it('G44 a file that exists and is not ours is never replaced', () => {
  const { files, leftAlone } = run([generated('amplify.yml')], treeOf({ 'amplify.yml': 'mine\n' }))
  expect(files).toEqual([])
  expect(leftAlone).toEqual([{ path: 'amplify.yml', why: 'it exists and was not generated here' }])
})

it('G43 a workflow of the same name stays as it is, and ours takes another name', () => {
  const tree = treeOf({ '.github/workflows/ci.yml': 'theirs\n' })
  expect(run([generated('.github/workflows/ci.yml')], tree).files[0]?.path).toBe('.github/workflows/cicd-ci.yml')
})

it('G45 twins that differ in case or in .yml and .yaml are found', () => {
  const tree = treeOf({ '.github/workflows/Deploy.yml': 'x', 'amplify.yaml': 'x' })
  const { files, leftAlone } = run([generated('.github/workflows/deploy.yml'), generated('amplify.yml')], tree)
  expect(files).toEqual([])
  expect(leftAlone.map(({ why }) => why)).toEqual([
    '.github/workflows/Deploy.yml is there already',
    'amplify.yaml is there already',
  ])
})

it('G54 the same content is no change, and alone the lock is no reason for one', () => {
  const tree = treeOf({ 'amplify.yml': 'new\n', [lockPath]: lock({ 'amplify.yml': 'new\n' }) })
  expect(run([generated('amplify.yml')], tree)).toEqual({ files: [], leftAlone: [] })
})

it('a generated file that nobody changed is updated', () => {
  const tree = treeOf({ 'amplify.yml': 'old\n', [lockPath]: lock({ 'amplify.yml': 'old\n' }) })
  expect(actions(run([generated('amplify.yml')], tree).files)).toEqual(['update amplify.yml', `update ${lockPath}`])
})

it('a lock of unknown form is taken for none', () => {
  const tree = treeOf({ 'amplify.yml': 'old\n', [lockPath]: '{"version": 9}' })
  expect(run([generated('amplify.yml')], tree).leftAlone).toHaveLength(1)
})

it('B44 a path outside the allowed set is a bug, not a file', () => {
  expect(() => run([generated('src/index.js')], treeOf({}))).toThrow(/may not lie/)
})

describe('a generated file that a person changed', () => {
  const before = 'a\nb\nc\nd\ne\n'
  const tree = (yours: string, bases: readonly string[] = [before]) => ({
    ...treeOf({ 'amplify.yml': yours, [lockPath]: lock({ 'amplify.yml': before }) }),
    bases: new Map(bases.map((text) => [blobId(text), text])),
  })

  it('G55 stays as it is while the template says the same', () => {
    expect(run([generated('amplify.yml', before)], tree('a\nMINE\nc\nd\ne\n'))).toEqual({ files: [], leftAlone: [] })
  })

  it('G56 takes the lines that the template changed, and keeps the edit', () => {
    const { files } = run([generated('amplify.yml', 'a\nb\nc\nd\nTEMPLATE\n')], tree('a\nMINE\nc\nd\ne\n'))
    expect(files[0]).toMatchObject({ path: 'amplify.yml', action: 'update', content: 'a\nMINE\nc\nd\nTEMPLATE\n' })
  })

  it('G54 merged once, the same template changes nothing more', () => {
    const template = 'a\nb\nc\nd\nTEMPLATE\n'
    const first = run([generated('amplify.yml', template)], tree('a\nMINE\nc\nd\ne\n'))
    const merged = Object.fromEntries(first.files.map((file) => [file.path, file.content ?? '']))
    const again = { ...treeOf(merged), bases: new Map([[blobId(before), before]]) }
    expect(run([generated('amplify.yml', template)], again)).toEqual({ files: [], leftAlone: [] })
  })

  it('G55 is kept where both changed the same lines, and the conflict is shown', () => {
    const { files, leftAlone } = run([generated('amplify.yml', 'a\nTEMPLATE\nc\nd\ne\n')], tree('a\nMINE\nc\nd\ne\n'))
    expect(files).toEqual([])
    expect(leftAlone[0]?.why).toContain('<<<<<<< yours\nMINE\n=======\nTEMPLATE\n>>>>>>> template')
  })

  it('B40 is kept where the version before is not to be had, and the template is shown', () => {
    const { files, leftAlone } = run(
      [generated('amplify.yml', 'a\nb\nc\nd\nTEMPLATE\n')],
      tree('a\nMINE\nc\nd\ne\n', []),
    )
    expect(files).toEqual([])
    expect(leftAlone[0]?.why).toContain('TEMPLATE')
  })
})

describe('a file of the last run that nothing generates any more', () => {
  const apps = { '.': { target: 'ecr', ci: 'github-actions' } }
  it('goes where nobody changed it', () => {
    const tree = treeOf({ Dockerfile: 'old\n', [lockPath]: lock({ Dockerfile: 'old\n' }, apps) })
    expect(actions(run([generated('amplify.yml')], tree).files)).toEqual([
      'delete Dockerfile',
      'create amplify.yml',
      `update ${lockPath}`,
    ])
  })
  it('stays where somebody did, and is named', () => {
    const tree = treeOf({ Dockerfile: 'mine\n', [lockPath]: lock({ Dockerfile: 'old\n' }, apps) })
    expect(run([], tree)).toMatchObject({ files: [], leftAlone: [{ path: 'Dockerfile' }] })
  })
  it('is never a file outside the allowed set, whatever the lock says', () => {
    const tree = treeOf({ 'src/main.js': 'x\n', [lockPath]: lock({ 'src/main.js': 'x\n' }, apps) })
    expect(run([], tree)).toEqual({ files: [], leftAlone: [] })
  })
})
