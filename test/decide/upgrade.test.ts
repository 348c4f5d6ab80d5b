import { describe, expect, it } from 'vitest'
import { examine } from '../../src/decide/doctor.ts'
import { upgrade } from '../../src/decide/upgrade.ts'
import type { RenderedFile } from '../../src/model.ts'
import { propose } from '../../src/propose.ts'
import { blobId, lockPath, readLock, templateVersion } from '../../src/render/lock.ts'
import { reasonsIn } from '../../src/render/upgrade.ts'
import { type ContextParts, sampleContext } from '../sample-app.ts'
import { treeOf } from '../tree-of.ts'
import { express, today } from './doctor/check-up.ts'

type Files = Readonly<Record<string, string>>

const own = express('22.x')
/** A generated file that no fact is about. */
const service = 'infra/cicd/shop/apprunner.yaml'

/** The repository after its set-up was merged, with some generated files as an older version had them. */
function afterSetUp(older: Files, template: string = templateVersion): Files {
  const outcome = propose(treeOf(own), sampleContext())
  if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
  const written = outcome.files.flatMap(({ path, content }) => (content === null ? [] : [[path, content] as const]))
  const files = { ...own, ...Object.fromEntries(written), ...older }
  const lock = readLock(files[lockPath] ?? '')
  const ids = Object.fromEntries(Object.entries(older).map(([path, text]) => [path, blobId(text)]))
  return { ...files, [lockPath]: JSON.stringify({ ...lock, template, files: { ...lock?.files, ...ids } }) }
}

function upgraded(files: Files, parts: ContextParts = {}) {
  const tree = treeOf(files)
  const context = sampleContext({ ...parts, request: { settledOnly: true, ...parts.request } })
  const outcome = propose(tree, context)
  return upgrade(tree, outcome, examine({ tree, context, outcome, today, faulty: [], watched: null }), context)
}

const paths = (files: readonly RenderedFile[] | undefined) => files?.map(({ path }) => path)
const old =
  'version: 1.0\nruntime: nodejs16\nbuild:\n  commands:\n    build:\n      - npm ci\nrun:\n  command: npm start\n'

describe('an upgrade', () => {
  it('is nothing where nothing has changed', () => {
    expect(upgraded(afterSetUp({}))).toBeNull()
  })

  it('is nothing where a repository was never set up', () => {
    expect(upgraded(own)).toBeNull()
  })

  it('comes when a fact has passed that a generated file rests on, and says which', () => {
    const found = upgraded(afterSetUp({ 'apprunner.yaml': old }))
    expect(paths(found?.files)).toEqual(['apprunner.yaml', lockPath])
    expect(found?.reasons).toEqual(['app-runner-runtimes:2025-12-01'])
    expect(found?.files[0].content).toContain('runtime: nodejs22')
    expect(found?.pullRequest.body).toContain(
      '(2025-12-01, https://docs.aws.amazon.com/apprunner/latest/dg/service-source-code.html)',
    )
  })

  it('for a fact changes the files that rest on it alone', () => {
    const found = upgraded(afterSetUp({ 'apprunner.yaml': old, [service]: 'Resources: {}\n' }))
    expect(paths(found?.files)).toEqual(['apprunner.yaml', lockPath])
  })

  it('does not come for a change without a newer template and without a fact', () => {
    expect(upgraded(afterSetUp({ [service]: 'Resources: {}\n' }))).toBeNull()
  })

  it('comes when the templates are newer, with every file of theirs', () => {
    const found = upgraded(afterSetUp({ [service]: 'Resources: {}\n' }, '0.0.1'))
    expect(paths(found?.files)).toEqual([service, lockPath])
    expect(found?.reasons).toEqual([`template:${templateVersion}`])
  })

  it('leaves out what people took away, and apps that were not set up', () => {
    const { 'apprunner.yaml': _gone, ...rest } = afterSetUp({ [service]: 'Resources: {}\n' }, '0.0.1')
    const site = {
      'web/package.json': '{"scripts":{"build":"vite build"},"devDependencies":{"vite":"7"}}',
      'web/index.html': '<p>',
    }
    const found = upgraded({ ...rest, ...site })
    expect(paths(found?.files)).toEqual([service, lockPath])
    const lock = readLock(found?.files.at(-1)?.content ?? '')
    expect(Object.keys(lock?.apps ?? {})).toEqual(['.'])
    expect(lock?.template).toBe(templateVersion)
  })

  it('is nothing where an app would go somewhere else: that is for a person to decide', () => {
    expect(upgraded(afterSetUp({ 'apprunner.yaml': old }, '0.0.1'), { aws: { appRunnerCustomer: false } })).toBeNull()
  })

  it('names what lies in files of people and is not changed', () => {
    const found = upgraded({
      ...afterSetUp({ 'apprunner.yaml': old }),
      'worker/Dockerfile': 'FROM python:3.8\nCMD ["python","a.py"]\n',
    })
    expect(found?.pullRequest.body).toContain('`python:3.8`')
    expect(paths(found?.files)).toEqual(['apprunner.yaml', lockPath])
  })

  it('keeps its reasons in the text, where the next look finds them', () => {
    const found = upgraded(afterSetUp({ 'apprunner.yaml': old }, '0.0.1'))
    expect(reasonsIn(found?.pullRequest.body ?? '')).toEqual(found?.reasons)
    expect(reasonsIn('no mark')).toEqual([])
  })

  it.each(['en', 'ja'] as const)('reads well in %s', async (lang) => {
    const files = { ...afterSetUp({ 'apprunner.yaml': old }, '0.0.1'), 'worker/Dockerfile': 'FROM python:3.8\n' }
    const found = upgraded(files, { request: { lang } })
    const text = `# ${found?.pullRequest.title}\n\n${found?.pullRequest.body}\n`
    await expect(text.replaceAll('c'.repeat(40), 'COMMIT')).toMatchFileSnapshot(`../expected/upgrade/${lang}.md`)
  })
})
