import { describe, expect, it } from 'vitest'
import { readArguments } from '../../src/cli/arguments.ts'

const run = (...argv: readonly string[]) => {
  const asked = readArguments(argv)
  if (asked.kind !== 'run') throw new Error(JSON.stringify(asked))
  return asked
}

describe('the command line', () => {
  it('takes verb, folder and flags in any order', () => {
    const expected = { verb: 'plan', directory: 'repo', json: true, options: { target: 'ecr', path: 'apps/api' } }
    expect(run('plan', 'repo', '--json', '--target=ecr', '--path', 'apps/api')).toMatchObject(expected)
    expect(run('plan', '--path', 'apps/api', '--target', 'ecr', '--json', 'repo')).toMatchObject(expected)
    expect(run('--json', 'plan', '--target=ecr', '--path=apps/api', 'repo')).toMatchObject(expected)
  })
  it('takes the file of the page, apart from the folder', () => {
    const expected = { directory: 'repo', html: 'a.html', options: { lang: 'ja' } }
    expect(run('plan', '--html', 'a.html', 'repo', '--lang=ja')).toMatchObject(expected)
    expect(run('plan', 'repo', '--lang=ja', '--html=a.html')).toMatchObject(expected)
    expect(run('plan').html).toBeNull()
  })
  it('connects from here too, and prints the rights that takes', () => {
    expect(readArguments(['connect', 'repo', '--yes', '--environment=staging'])).toMatchObject({
      ...{ kind: 'connect', directory: 'repo' },
      options: { yes: true, environment: 'staging' },
    })
    expect(readArguments(['aws-policy'])).toEqual({ kind: 'policy', access: 'connect' })
    expect(readArguments(['aws-policy', '--read'])).toEqual({ kind: 'policy', access: 'read' })
    expect(readArguments(['aws-policy', '--raed']).kind).toBe('wrong')
  })
  it('takes the current folder where none is named', () => {
    expect(run('setup').directory).toBe('.')
  })
  it.each([[[]], [['help']], [['--help']], [['setup', '--help']]])('%j asks for help', (argv) => {
    expect(readArguments(argv).kind).toBe('help')
  })
  it.each([
    [['plna'], 'did you mean `slipway plan`'],
    [['plan', '--targt=ecr'], 'did you mean `--target`'],
    [['plan', 'a', 'b'], 'one repository at a time'],
    [['plan', '--path=../x'], 'leads upwards'],
    [['plan', '--target'], 'needs a value'],
    [['plan', '--html'], '--html needs the name of a file'],
    [['plan', '--html', '--json'], '--html needs the name of a file'],
  ])('%j is wrong usage with a hint', (argv, hint) => {
    expect(readArguments(argv)).toMatchObject({ kind: 'wrong', text: expect.stringContaining(hint) })
  })
})
