import { join } from 'node:path'
import { expect, it } from 'vitest'
import { propose } from '../../src/propose.ts'
import { sampleContext } from '../sample-app.ts'
import { treeOfFolder } from '../tree-of.ts'

const repos = new URL('../repos/', import.meta.url).pathname

function proposalIn(lang: 'en' | 'ja', name: string, target: 'ecr' | null) {
  const outcome = propose(treeOfFolder(join(repos, name)), sampleContext({ request: { lang, target } }))
  if (outcome.kind !== 'proposal') throw new Error(`${name}: ${outcome.kind}`)
  return outcome
}

it.each([
  ['static', 'vite-react', null],
  ['server', 'express', null],
  ['image', 'fastify-typescript', 'ecr'],
  ['sam', 'sam-python', null],
] as const)('a Japanese pull request for a %s, whole', async (kind, name, target) => {
  const { title, body } = proposalIn('ja', name, target).pullRequest
  await expect(`# ${title}\n\n${body}`).toMatchFileSnapshot(`../expected/ja/${kind}.md`)
})

it.each(['vite-react', 'express', 'sam-python'])('%s: the files do not depend on the language', (name) => {
  const files = (lang: 'en' | 'ja') => proposalIn(lang, name, null).files.map(({ path, content }) => [path, content])
  expect(files('ja')).toEqual(files('en'))
})
