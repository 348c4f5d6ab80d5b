import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { classify } from '../../src/decide/classify.ts'
import { detect } from '../../src/detect.ts'
import type { Evidence } from '../../src/model.ts'
import { treeOfFolder } from '../tree-of.ts'

const repos = 'test/repos'
const isEvidence = (key: string, value: unknown): value is readonly Evidence[] =>
  key === 'evidence' && Array.isArray(value)

/** What says nothing is left out, and a piece of evidence is one line, so that a person can read the golden file. */
function quiet(key: string, value: unknown): unknown {
  if (value === null || value === false || (Array.isArray(value) && value.length === 0)) return undefined
  if (isEvidence(key, value)) return value.map(({ path, line, says }) => `${path}${line ? `:${line}` : ''} ${says}`)
  return value
}

it.each(readdirSync(repos).sort())('the repository %s is made of what its golden file says', async (name) => {
  const { looked: _, ...survey } = classify(detect(treeOfFolder(`${repos}/${name}`)), name)
  const json = `${JSON.stringify(survey, quiet, 2)}\n`
  await expect(json).toMatchFileSnapshot(`../expected/surveys/${name}.json`)
})
