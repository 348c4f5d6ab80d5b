import type { CheckReport, PullRequest, RenderedFile } from '../model.ts'
import { type Texts, textsOf } from '../text.ts'
import { annotations } from './check/annotations.ts'
import { map } from './check/map.ts'
import { choices } from './pull-request/choices.ts'
import { diagram } from './pull-request/diagram.ts'
import { evidence } from './pull-request/evidence.ts'
import { files } from './pull-request/files.ts'
import { type Section, withinLimit } from './pull-request/section.ts'
import type { Proposal } from './pull-request.ts'

/**
 * What the check on the pull request says: what was made sure of, the repository and the delivery path as pictures, the evidence,
 * and remarks at lines that want a second look. Markdown of at most 60,000 characters.
 */
export function checkReport(proposal: Proposal): CheckReport {
  const texts = textsOf(proposal.context)
  const path = diagram(proposal)
  const parts = [
    plain([texts.check.lead, '', ...texts.check.rules.map((rule) => `- ${rule}`)]),
    titled(texts.check.map, map(proposal, texts)),
    choices(proposal, texts),
    titled(texts.check.path, path?.full ?? null),
    evidence(proposal, texts),
    files(proposal, texts),
  ].filter((part) => part !== null)
  return {
    title: texts.check.title(proposal.files.length),
    summary: withinLimit(parts, texts),
    annotations: annotations(proposal.files, texts),
  }
}

/** The same for a pull request that takes out what was generated. */
export function removalReport(files: readonly RenderedFile[], { body }: PullRequest, { check }: Texts): CheckReport {
  return { title: check.removalTitle(files.length), summary: body, annotations: [] }
}

function plain(lines: readonly string[]): Section {
  const text = lines.join('\n')
  return { full: text, short: text }
}

function titled(title: string, text: string | null): Section | null {
  return text === null ? null : { full: `${title}\n\n${text}`, short: '' }
}
