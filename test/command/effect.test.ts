import { expect, it } from 'vitest'
import { flags } from '../../src/command/flags.ts'
import type { Options } from '../../src/command/reading.ts'
import { noOptions } from '../../src/command/reading.ts'
import { propose } from '../../src/propose.ts'
import { textsIn } from '../../src/text.ts'
import { sampleContext } from '../sample-app.ts'
import { treeOfFolder } from '../tree-of.ts'

const given: Readonly<Record<string, string>> = {
  '--target': 'ecr',
  '--path': 'backend',
  '--ci': 'gitlab',
  '--region': 'ap-northeast-1',
  '--environment': 'staging',
  '--lang': 'ja',
  '--remove': '',
}

const answer = (options: Options) =>
  JSON.stringify(propose(treeOfFolder('test/repos/frontend-and-backend'), sampleContext({ request: options })))

// `--dry-run` and what else only the shells heed have tests of their own.
it.each(flags.filter(({ name }) => given[name] !== undefined))('$name is never accepted without effect', (flag) => {
  const base: Options = flag.name === '--ci' ? { ...noOptions, target: 'ecr' } : noOptions
  const read = flag.read(given[flag.name] ?? '', base)
  if (!read.ok) throw new Error(read.fault.because(textsIn('en')))
  expect(answer(read.value) === answer(base)).toBe(false)
})

it('every flag of the core is tried', () => {
  const names = flags.map(({ name }) => String(name))
  expect(Object.keys(given).filter((name) => !names.includes(name))).toEqual([])
})
