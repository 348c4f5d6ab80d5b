import { describe, expect, it } from 'vitest'
import type { Checkup, Complaint } from '../../src/model.ts'
import { checkupText } from '../../src/render/checkup.ts'
import { checkUp } from '../decide/doctor/check-up.ts'
import { sampleContext } from '../sample-app.ts'

const complaint: Complaint = {
  ...{ rule: 'a', urgency: 'tidy', on: null, says: 'Something.', link: null, fact: null },
  evidence: [{ path: 'a.yml', line: 1, says: 'x' }],
  mend: { kind: 'command', command: '/cicd setup' },
}

const of = (complaints: readonly Complaint[]): Checkup => ({
  ...{ commit: 'c'.repeat(40), today: '2026-11-22', complaints, unknown: [] },
})

describe('a check-up as a comment', () => {
  it('is one line for a healthy repository', () => {
    expect(checkupText(of([]), sampleContext())).toMatch(/^Healthy: [^\n]*`cccccccccccc`\.$/u)
  })

  it('shows twenty findings, and says how many more there are', () => {
    const text = checkupText(of(Array.from({ length: 23 }, () => complaint)), sampleContext())
    expect(text.match(/^\| Can wait/gmu)).toHaveLength(20)
    expect(text).toContain('3 more findings')
    expect(text).toContain('none of them is urgent')
  })

  it('names what mends a line where it is short, and where it stands where it is long', () => {
    const lines = (text: string) =>
      checkupText(of([{ ...complaint, mend: { kind: 'lines', lines: [text] } }]), sampleContext())
    expect(lines('runs-on: ubuntu-24.04')).toContain('| `runs-on: ubuntu-24.04` |')
    expect(lines(`uses: ${'x'.repeat(80)}`)).toContain('Write the lines under **1** below.')
  })

  it('B33 lets no name of a repository become markup, a mention or another cell', () => {
    const name = '.github/workflows/a|b`@team <img src=x>.yml'
    const { complaints } = checkUp({ [name]: 'jobs:\n  - uses: actions/cache@v1 # @team <b> [x](http://evil) | y\n' })
    const text = checkupText(of(complaints), sampleContext())
    const rows = text.split('\n').filter((line) => line.startsWith('| '))
    for (const row of rows) expect(row.match(/(?<!\\)\|/gu)).toHaveLength(5)
    const outside = text.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/gu, '')
    expect(outside).not.toMatch(/(?<![\w/])@team|<img|<b>|(?<!\\)\]\(http:/u)
  })
})
