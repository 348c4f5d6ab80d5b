import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { printCases, readCases } from './cases/cases.ts'

const cases = readCases(readFileSync('docs/cases.md', 'utf8'))

/** The names of all tests, as they stand in the files. */
const names = globSync('test/**/*.test.ts')
  .filter((path) => !path.startsWith('test/repos/') && !path.endsWith('cases.test.ts'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

it('all cases are listed, in order', () => {
  expect(cases.map(({ number }) => number)).toEqual(Array.from({ length: 72 }, (_, index) => `B${index + 1}`))
})

it.each(cases.map(({ number }) => number))('%s has a test that carries its number', (number) => {
  expect(names).toMatch(new RegExp(`['"\`][^'"\`\\n]*\\b${number}\\b`, 'u'))
})

describe('the printed list', () => {
  const two = [
    { number: 'B1', text: 'runs' },
    { number: 'B12', text: 'is refused' },
  ]
  const tried = [
    { name: 'commands > B12 is refused', file: 'a.test.ts', passed: true },
    { name: 'B1 B12 both', file: 'b.test.ts', passed: false },
  ]

  it('counts the tests of each case, and is complete only where every case has tests that all pass', () => {
    expect(printCases(two, tried, false)).toEqual({
      text: '✗ B1   1 test    runs\n✗ B12  2 tests   is refused\n\n0 of 2 cases green\n',
      complete: false,
    })
    expect(printCases(two, tried.slice(0, 1), true)).toEqual({
      text: '? B1   0 tests   runs\n✓ B12  1 test    is refused\n       ✓ a.test.ts: commands > B12 is refused\n\n1 of 2 cases green\n',
      complete: false,
    })
    expect(printCases(two.slice(1), tried.slice(0, 1), false).complete).toBe(true)
  })
})

it.each([
  ...Array.from({ length: 35 }, (_, index) => `D${index + 1}`),
  ...Array.from({ length: 30 }, (_, index) => `G${index + 1}`),
])('%s has a test that carries its number', (number) => {
  expect(names).toMatch(new RegExp(`['"\`][^'"\`\\n]*\\b${number}\\b`, 'u'))
})
