import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planJson } from '../src/cli/plan-json.ts'
import { propose } from '../src/propose.ts'
import { sampleContext } from './sample-app.ts'
import { treeOf, treeOfFolder } from './tree-of.ts'

const repos = new URL('./repos/', import.meta.url).pathname
const expected = new URL('./expected/proposals/', import.meta.url).pathname
const names = readdirSync(repos).sort()

/** The fixture's proposal in an older private repository `octo-org/NAME` of which GitHub tells everything. */
function proposalOf(name: string) {
  return propose(treeOfFolder(join(repos, name)), sampleContext({ repository: { name } }))
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
}

describe('the proposal for each repository in test/repos', () => {
  it('covers at least 24 repositories', () => expect(names.length).toBeGreaterThanOrEqual(24))

  it.each(names)('%s', async (name) => {
    const outcome = proposalOf(name)
    const { files, pullRequest, ...plan } = planJson(outcome)
    const folder = join(expected, name)
    await expect(
      `${JSON.stringify({ ...plan, files: files.map(({ path, action, mode }) => ({ path, action, mode })) }, null, 2)}\n`,
    ).toMatchFileSnapshot(join(folder, 'plan.json'))
    if (pullRequest)
      await expect(`# ${pullRequest.title}\n\n${pullRequest.body}`).toMatchFileSnapshot(join(folder, 'pull-request.md'))
    for (const file of files) await expect(file.content).toMatchFileSnapshot(join(folder, 'files', file.path))
    const wanted = [
      'plan.json',
      ...(pullRequest ? ['pull-request.md'] : []),
      ...files.map((file) => join('files', file.path)),
    ]
    expect(filesBelow(folder), 'golden files that nothing generates any more').toEqual(wanted.sort())
  })

  it('has no golden folder without its repository', () => {
    expect(readdirSync(expected).sort()).toEqual(names)
  })
})

it('G30 the same repository gives the same answer a hundred times', () => {
  const tree = treeOfFolder(join(repos, 'monorepo-turbo-pnpm'))
  const answers = new Set(Array.from({ length: 100 }, () => JSON.stringify(propose(tree, sampleContext()))))
  expect(answers.size).toBe(1)
})

it('G30 the order in which paths are listed does not matter', () => {
  for (const name of names) {
    const tree = treeOfFolder(join(repos, name))
    const reversed = { ...tree, entries: tree.entries.toReversed(), files: new Map([...tree.files].toReversed()) }
    expect(propose(reversed, sampleContext()), name).toEqual(propose(tree, sampleContext()))
  }
})

it('D35 an answer does not depend on what was looked at before', () => {
  const alone = names.map((name) => JSON.stringify(proposalOf(name)))
  const backwards = names.toReversed().map((name) => JSON.stringify(proposalOf(name)))
  expect(backwards.toReversed()).toEqual(alone)
})

it('G54 D30 after the merge of its own files there is nothing to do, our own Dockerfile or not', () => {
  for (const name of names) {
    const before = treeOfFolder(join(repos, name))
    const first = propose(before, sampleContext({ repository: { name } }))
    if (first.kind !== 'proposal') continue
    const generated = Object.fromEntries(first.files.map((file) => [file.path, file.content ?? '']))
    const merged = treeOf({ ...Object.fromEntries(before.files), ...generated })
    const second = propose(merged, sampleContext({ repository: { name } }))
    expect([name, second.kind]).toEqual([name, 'nothing'])
    expect(second.choices.map(({ app, target }) => [app.root, app.kind, app.framework, target])).toEqual(
      first.choices.map(({ app, target }) => [app.root, app.kind, app.framework, target]),
    )
  }
})

it('G53 pins every action to a commit and names those that an organisation has to allow', () => {
  const outcome = propose(treeOfFolder(join(repos, 'go')), sampleContext())
  if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
  const used = outcome.files.flatMap(({ content }) =>
    [...(content ?? '').matchAll(/uses: (\S+)/g)].map(([, one = '']) => one),
  )
  expect(used.every((one) => /^[\w./-]+@[0-9a-f]{40}$/.test(one))).toBe(true)
  const foreign = [...new Set(used.filter((one) => !one.startsWith('actions/')))]
  expect(foreign.length).toBeGreaterThan(1)
  for (const one of foreign) expect(outcome.pullRequest.body).toContain(`\`${one}\``)
})
