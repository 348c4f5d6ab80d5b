import type { Checkup, Complaint } from '../model.ts'
import { whenOf } from '../render/checkup.ts'
import type { Texts } from '../text.ts'
import { type Line, type Part, printLines } from './lines.ts'
import type { Terminal } from './terminal.ts'

const styles = { broken: 'red', unsafe: 'red', ended: 'yellow', ends: 'yellow', tidy: 'dim' } as const
const mostEvidence = 5

type Words = Pick<Terminal, 'paint' | 'columns' | 'program'> & { readonly texts: Texts }

/** A check-up for people. Ends with a line break. */
export function printCheckup({ complaints, commit, unknown }: Checkup, repository: string, words: Words): string {
  const { doctor } = words.texts
  const healthy = complaints.length === 0
  const urgent = complaints.filter(({ urgency }) => urgency !== 'tidy').length
  const lead = healthy
    ? doctor.healthy(commit === null ? '' : doctor.atCommit(commit.slice(0, 7)))
    : doctor.lead(complaints.length, urgent)
  const blocks = [
    [line(2, ['bold', repository], '  ', ...(healthy ? [['green', '✓'] as const, ' '] : []), lead)],
    ...complaints.map((complaint) => complaintLines(complaint, words)),
    ...unknown.map((text) => [line(0, ['dim', text])]),
  ]
  return blocks.map((lines) => printLines(lines, words.paint, words.columns)).join('\n')
}

/** A line, and the column where it goes on. */
function line(hang: number, ...parts: readonly Part[]): Line {
  return { parts, hang }
}

function complaintLines(complaint: Complaint, { texts, program }: Words): readonly Line[] {
  const { doctor } = texts
  const { evidence, fact, link, says, urgency } = complaint
  const more = evidence.length - mostEvidence
  return [
    line(2, [styles[urgency], whenOf(complaint, texts)], `  ${says}`),
    ...evidence
      .slice(0, mostEvidence)
      .map((item) =>
        line(4, `  ${item.line === null ? item.path : `${item.path}:${item.line}`}  `, ['dim', item.says]),
      ),
    ...(more > 0 ? [line(4, `  ${doctor.andMore(more)}`)] : []),
    ...(link === null ? [] : [line(4, `  ${link}`)]),
    ...mending(complaint.mend, program, doctor.write),
    ...(fact === null ? [] : [line(4, '  ', ['dim', doctor.fact(fact.date, fact.source)])]),
  ]
}

function mending(mend: Complaint['mend'], program: string, write: string): readonly Line[] {
  const arrow = ['green', '→'] as const
  if (mend.kind === 'text') return [line(4, '  ', arrow, ` ${mend.text}`)]
  if (mend.kind === 'command') return [line(4, '  ', arrow, ' ', ['cyan', mend.command.replace(/^\/cicd/, program)])]
  return [line(4, '  ', arrow, ` ${write}`), ...mend.lines.map((text) => line(8, '      ', ['cyan', text]))]
}
