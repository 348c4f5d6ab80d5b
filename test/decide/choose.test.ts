import { describe, expect, it } from 'vitest'
import { propose } from '../../src/propose.ts'
import { type ContextParts, sampleContext } from '../sample-app.ts'
import { treeOf } from '../tree-of.ts'

const json = (value: unknown) => JSON.stringify(value)
const files = {
  'apps/web/package.json': json({
    scripts: { build: 'next build', start: 'next start' },
    dependencies: { next: '15' },
  }),
  'apps/docs/package.json': json({ scripts: { build: 'vite build' }, devDependencies: { vite: '6' } }),
  'apps/docs/index.html': '',
}
const outcomeOf = (given: ContextParts) => propose(treeOf(files), sampleContext(given))

describe('--path', () => {
  it('G1 narrows to the app of that folder', () => {
    const { choices } = outcomeOf({ request: { path: 'apps/docs' } })
    expect(choices.map(({ app }) => [app.root, app.framework])).toEqual([['apps/docs', 'vite']])
    expect(JSON.stringify(choices)).not.toContain('next')
  })

  it('takes all apps below a folder', () => {
    expect(outcomeOf({ request: { path: 'apps' } }).choices).toHaveLength(2)
  })

  it('says which apps there are where none is there', () => {
    expect(() => outcomeOf({ request: { path: 'infra' } })).toThrow(
      'There is no app in infra. Apps are in: apps/docs, apps/web.',
    )
  })
})

it('D21 several sites share one build specification, each with its own folder', () => {
  const outcome = outcomeOf({})
  const spec = outcome.kind === 'proposal' ? outcome.files.find(({ path }) => path === 'amplify.yml')?.content : ''
  expect(spec).toMatch(/appRoot: apps\/docs(\s|$)/m)
  expect(spec).toMatch(/appRoot: apps\/web(\s|$)/m)
  expect(spec).toContain('AMPLIFY_MONOREPO_APP_ROOT')
})

describe('an app that no target of ours serves', () => {
  const sst = { 'sst.config.ts': 'export default $config({})', 'package.json': '{}' }

  it('says what to do instead', () => {
    const [choice] = propose(treeOf(sst), sampleContext()).choices
    expect(choice).toMatchObject({ target: null, ci: null })
    expect(choice?.because).toContain('npx sst deploy')
  })

  it('rejects every target with its reason, numbered', () => {
    const [choice] = propose(treeOf(sst), sampleContext()).choices
    expect(choice?.rejected.map(({ id }) => id)).toEqual(choice?.rejected.map((_, i) => `R${i + 1}`))
    expect(choice?.rejected.every(({ because }) => because.length > 20)).toBe(true)
  })
})

it('a target that fits none of the apps is a question with those that do', () => {
  const outcome = outcomeOf({ request: { target: 'sam' } })
  expect(outcome.kind).toBe('ask')
  expect(outcome.kind === 'ask' && outcome.question.choices).toEqual(['/cicd setup --target=amplify'])
})

describe('a question of one app among several', () => {
  const several = {
    ...files,
    'api/requirements.txt': 'fastapi\n',
    'api/routes.py': 'from fastapi import APIRouter\n',
  }

  it('leaves that app out with its question, and proposes the others', () => {
    const outcome = propose(treeOf(several), sampleContext())
    expect(outcome.kind).toBe('proposal')
    expect(outcome.choices.map(({ app, target }) => [app.root, target])).toContainEqual(['api', null])
    expect(outcome.notes.join('\n')).toContain('api was left out, with a question: fastapi is listed in')
  })

  it('is asked where it is the app that was asked for', () => {
    expect(propose(treeOf(several), sampleContext({ request: { path: 'api' } })).kind).toBe('ask')
  })
})

it('more apps than a person can review in one go are a question, answered by a path', () => {
  const collection = Object.fromEntries(
    Array.from({ length: 16 }, (_, i) => [
      [`sites/s${i}/package.json`, json({ scripts: { build: 'vite build' }, devDependencies: { vite: '6' } })],
      [`sites/s${i}/index.html`, ''],
    ]).flat(),
  )
  const outcome = propose(treeOf(collection), sampleContext())
  expect(outcome.kind === 'ask' && outcome.question.choices[0]).toBe('/cicd setup --path=sites/s0')
  expect(propose(treeOf(collection), sampleContext({ request: { path: 'sites/s3' } })).kind).toBe('proposal')
})
