import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** The names of all tests, as they stand in the files. */
const names = globSync('test/**/*.test.ts')
  .filter((path) => !path.startsWith('test/repos/') && !path.endsWith('cases.test.ts'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

it.each(
  Array.from({ length: 72 }, (_, index) => `B${index + 1}`),
)('%s has a test that carries its number', (number) => {
  expect(names).toMatch(new RegExp(`['"\`][^'"\`\\n]*\\b${number}\\b`, 'u'))
})
