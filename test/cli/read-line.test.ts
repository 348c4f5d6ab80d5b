import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { readLine } from '../../src/cli/read-line.ts'
import { isTooOld, wantedNode } from '../../src/cli/version.ts'

const read = (...argv: readonly string[]) => readLine(argv, commands)

/** Verb, folder and options of a line that is right. */
const run = (...argv: readonly string[]) => {
  const asked = read(...argv)
  if (asked.kind !== 'run') throw new Error(asked.text)
  return { verb: asked.command.verb, ...asked.given }
}

describe('the command line', () => {
  it('takes verb, folder and flags in any order', () => {
    const options = { target: 'ecr', path: 'apps/api', json: true }
    const expected = { verb: 'plan', directory: 'repo', options }
    expect(run('plan', 'repo', '--json', '--target=ecr', '--path', 'apps/api')).toMatchObject(expected)
    expect(run('plan', '--path', 'apps/api', '--target', 'ecr', '--json', 'repo')).toMatchObject(expected)
    expect(run('--json', 'plan', '--target=ecr', '--path=apps/api', 'repo')).toMatchObject(expected)
  })
  it('takes the file of the page, apart from the folder', () => {
    const expected = { directory: 'repo', options: { html: 'a.html', lang: 'ja' } }
    expect(run('plan', '--html', 'a.html', 'repo', '--lang=ja')).toMatchObject(expected)
    expect(run('plan', 'repo', '--lang=ja', '--html=a.html')).toMatchObject(expected)
    expect(run('plan').options.html).toBeNull()
  })
  it('connects from here too, and prints the rights that takes', () => {
    expect(run('connect', 'repo', '--yes', '--environment=staging')).toMatchObject({
      ...{ verb: 'connect', directory: 'repo' },
      options: { yes: true, environment: 'staging' },
    })
    expect(run('aws-policy', '--read')).toMatchObject({ verb: 'aws-policy', options: { read: true } })
  })
  it('takes the id of a decision, the folder, or both', () => {
    expect(run('explain', 'r1', 'repo')).toMatchObject({ argument: 'R1', directory: 'repo' })
    expect(run('explain', 'repo', '--json')).toMatchObject({ argument: null, directory: 'repo' })
    expect(run('explain', '--lang', 'ja', 'E3')).toMatchObject({ argument: 'E3', directory: '.' })
  })
  it('takes the current folder where none is named', () => {
    expect(run('setup')).toMatchObject({ directory: '.', folders: [] })
  })
  it.each([[[]], [['--help']], [['setup', '--help']], [['-h', 'plan', '.']]])('%j asks for help', (argv) => {
    expect(read(...argv).kind).toBe('told')
  })
  it('tells the version of the package', () => {
    const { engines, version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(read('--version')).toEqual({ kind: 'told', text: `${version}\n` })
    expect(wantedNode).toBe(engines.node)
    expect(['20.20.2', '22.17.9', '22.18.0', '24.1.0'].map(isTooOld)).toEqual([true, true, false, false])
  })
  it('the help of a command names its own flags', () => {
    expect(read('plan', '--help')).toMatchObject({ text: expect.stringContaining('--html=file') })
    expect(read('connect', '--help')).toMatchObject({ text: expect.not.stringContaining('--html') })
  })
  it.each([
    [['plna'], 'did you mean `slipway plan`'],
    [['plan', '--targt=ecr'], 'did you mean `--target`'],
    [['explain', 'R1', 'a', 'b'], 'one repository at a time'],
    [['explain', 'what', 'a'], 'not the id of a decision'],
    [['completion'], 'for which shell'],
    [['completion', 'zhs'], 'did you mean `zsh`'],
    [['plan', 'a', 'b'], 'one repository at a time'],
    [['plan', '--path=../x'], 'leads upwards'],
    [['plan', '--target'], 'needs a value'],
    [['plan', '--html'], '`--html` needs a value'],
    [['plan', '--html='], '`--html` needs the name of a file'],
    [['plan', '--html', '--json'], '`--html` needs a value'],
    [['setup', '--remove', '--path=a'], 'goes with no'],
    [['aws-policy', '--raed'], 'did you mean `--read`'],
    [['aws-policy', '.'], 'takes no folder'],
  ])('%j is wrong usage with a hint', (argv, hint) => {
    expect(read(...argv)).toMatchObject({ kind: 'wrong', text: expect.stringContaining(hint) })
  })

  it('a command of the comments that is none here needs GitHub', () => {
    const others = commands.filter(({ verb }) => verb !== 'status')
    expect(readLine(['status'], others)).toMatchObject({ kind: 'wrong', text: expect.stringContaining('needs GitHub') })
  })
})
