import { describe, expect, it } from 'vitest'
import { propose } from '../../src/propose.ts'
import { sampleContext } from '../sample-app.ts'
import { treeOf } from '../tree-of.ts'

const site = {
  'package.json': JSON.stringify({ scripts: { build: 'vite build' }, devDependencies: { vite: '^7.0.0' } }),
  'index.html': '<script type="module" src="/main.js"></script>',
}
const removal = sampleContext({ request: { remove: true } })

/** The site after its set-up was merged, with these changes on top. */
function setUp(changes: Readonly<Record<string, string>> = {}) {
  const first = propose(treeOf(site), sampleContext())
  if (first.kind !== 'proposal') throw new Error(first.kind)
  return { ...site, ...Object.fromEntries(first.files.map(({ path, content }) => [path, content ?? ''])), ...changes }
}

describe('--remove', () => {
  it('takes out exactly what was added, and lists what stays in AWS', () => {
    const before = setUp()
    const outcome = propose(treeOf(before), removal)
    if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
    expect(outcome.pullRequest.branch).toBe('cicd/remove')
    expect(outcome.files.every(({ action, content }) => action === 'delete' && content === null)).toBe(true)
    const left = Object.keys(before).filter((path) => !outcome.files.some((file) => file.path === path))
    expect(left.sort()).toEqual(Object.keys(site).sort())
    expect(outcome.pullRequest.body).toContain('Amplify app itself')
  })

  it('keeps what a person changed, and names it', () => {
    const outcome = propose(treeOf(setUp({ 'amplify.yml': 'mine\n' })), removal)
    if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
    expect(outcome.files.map(({ path }) => path)).not.toContain('amplify.yml')
    expect(outcome.pullRequest.body).toContain('amplify.yml was changed since it was generated')
  })

  it('has nothing to do where nothing was set up', () => {
    expect(propose(treeOf(site), removal)).toMatchObject({
      kind: 'nothing',
      because: expect.stringContaining('Nothing was set up here'),
    })
  })
})
