import type { Checkup, Complaint, Context, Mend } from '../model.ts'
import { type Texts, textsOf } from '../text.ts'
import { block, cell, code, details, inert } from './markdown.ts'
import { lineLink } from './pull-request/links.ts'

/** More rows than this nobody reads in a comment. */
const mostRows = 20
const mostEvidence = 12

/** A check-up as Markdown: one line for a healthy repository, else one table, worst first, with the proof of it all collapsed. */
export function checkupText(checkup: Checkup, context: Context): string {
  const texts = textsOf(context)
  const { doctor } = texts
  const { complaints, commit } = checkup
  const unknown = checkup.unknown.map((text) => `_${text}_`)
  const at = commit === null ? '' : doctor.atCommit(code(commit.slice(0, 12)))
  if (complaints.length === 0) return [doctor.healthy(at), ...unknown].join('\n\n')
  const place: Place = { context, commit: commit ?? 'HEAD', texts }
  const shown = complaints.slice(0, mostRows)
  const hidden = complaints.length - shown.length
  const urgent = complaints.filter(({ urgency }) => urgency !== 'tidy').length
  return [
    doctor.lead(complaints.length, urgent),
    [doctor.head, ...shown.map((complaint, at) => row(complaint, at + 1, place))].join('\n'),
    ...(hidden === 0 ? [] : [doctor.more(hidden)]),
    details(doctor.details, shown.map((complaint, at) => proof(complaint, at + 1, place)).join('\n\n')),
    ...unknown,
  ].join('\n\n')
}

interface Place {
  readonly context: Context
  readonly commit: string
  readonly texts: Texts
}

/** When it matters, in words. */
export function whenOf({ urgency, on }: Complaint, { doctor }: Texts): string {
  return doctor.when[urgency](on ?? '')
}

function row(complaint: Complaint, number: number, place: Place): string {
  const { texts } = place
  const cells = [whenOf(complaint, texts), complaint.says, where(complaint, place), mend(complaint.mend, number, texts)]
  return `| ${cells.map(cell).join(' | ')} |`
}

function where({ evidence, link }: Complaint, { texts: { doctor }, ...place }: Place): string {
  const [first] = evidence
  if (first === undefined) return link === null ? '' : `[${doctor.console}](${link})`
  const more = evidence.length - 1
  return lineLink(place, first) + (more === 0 ? '' : ` ${doctor.andMore(more)}`)
}

function mend(given: Mend, number: number, { doctor }: Texts): string {
  if (given.kind === 'text') return given.text
  if (given.kind === 'command') return code(given.command)
  const [only] = given.lines
  return given.lines.length === 1 && only !== undefined && only.length <= 60 ? code(only) : doctor.seeBelow(number)
}

function proof({ says, evidence, fact, mend: given }: Complaint, number: number, { texts, ...place }: Place): string {
  const { doctor } = texts
  const shown = evidence.slice(0, mostEvidence).map((item) => `- ${lineLink(place, item)}: ${inert(item.says)}`)
  const more = evidence.length - shown.length
  return [
    `**${number}.** ${says}`,
    [...shown, ...(more === 0 ? [] : [`- ${doctor.andMore(more)}`])].join('\n'),
    ...(fact === null ? [] : [doctor.fact(fact.date, fact.source)]),
    ...(given.kind === 'lines' ? [`${doctor.write}\n\n${block(given.lines.join('\n'), 'yaml')}`] : []),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}
