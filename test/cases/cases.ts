/** A case of the specification: its number and what must be so. */
export interface Case {
  readonly number: string
  readonly text: string
}

/** A test that ran. `name` holds the names of the suites around it, too. */
export interface Tried {
  readonly name: string
  readonly file: string
  readonly passed: boolean
}

/** The cases of a page that lists each as `- **B1** text`. */
export function readCases(page: string): readonly Case[] {
  return [...page.matchAll(/^- \*\*([A-Z]\d+)\*\* (.*)$/gmu)].map(([, number = '', text = '']) => ({ number, text }))
}

/** One line for each case, or with `verbose` one more for each test. `complete`: each has a test, and none failed. */
export function printCases(
  cases: readonly Case[],
  tried: readonly Tried[],
  verbose: boolean,
): { readonly text: string; readonly complete: boolean } {
  const rows = cases.map(({ number, text }) => {
    const tests = tried.filter(({ name }) => new RegExp(`\\b${number}\\b`, 'u').test(name))
    const failed = tests.filter(({ passed }) => !passed)
    return {
      number,
      text,
      tests,
      sign: signOf(tests.length, failed.length),
      green: tests.length > 0 && failed.length === 0,
    }
  })
  const lines = rows.flatMap(({ number, text, tests, sign }) => [
    `${sign} ${number.padEnd(4)} ${count(tests.length).padEnd(9)} ${text}`,
    ...(verbose ? tests.map(({ name, file, passed }) => `       ${passed ? '✓' : '✗'} ${file}: ${name}`) : []),
  ])
  const green = rows.filter((row) => row.green).length
  return { text: `${lines.join('\n')}\n\n${green} of ${rows.length} cases green\n`, complete: green === rows.length }
}

function signOf(tests: number, failed: number): string {
  if (failed > 0) return '✗'
  return tests > 0 ? '✓' : '?'
}

function count(tests: number): string {
  return `${tests} ${tests === 1 ? 'test' : 'tests'}`
}
