import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { examplePages } from '../../scripts/examples/example-pages.ts'

const folder = new URL('../../docs/examples/', import.meta.url)

it('the examples in docs/examples are current: npm run examples writes them', () => {
  const pages = examplePages()
  expect(pages.size).toBeGreaterThanOrEqual(11)
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort())
  for (const [name, text] of pages) expect(readFileSync(new URL(name, folder), 'utf8'), name).toBe(text)
})
