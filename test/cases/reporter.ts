import { readFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import { type Case, printCases, readCases, type Tried } from './cases.ts'

/** `npm run cases`: the list of all cases with their tests and state, in the place of what vitest prints. */
export default function casesReporter(): Reporter {
  const cases: readonly Case[] = readCases(readFileSync('docs/cases.md', 'utf8'))
  return {
    onTestRunEnd: (modules) => {
      const { text, complete } = printCases(cases, modules.flatMap(triedIn), process.argv.includes('--verbose'))
      process.stdout.write(text)
      if (!complete) process.exitCode = 1
    },
  }
}

function triedIn(module: TestModule): Tried[] {
  return [...module.children.allTests()].flatMap((test): Tried[] => {
    const { state } = test.result()
    return state === 'skipped' || state === 'pending'
      ? []
      : [{ name: test.fullName, file: module.relativeModuleId, passed: state === 'passed' }]
  })
}
