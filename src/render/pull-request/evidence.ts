import type { Texts } from '../../text.ts'
import { cell, details, inert } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import { lineLink } from './links.ts'
import { first, type Section } from './section.ts'
import { appPlace, clip } from './words.ts'

/** Every line that the findings rest on, with a link to it. */
export function evidence(proposal: Proposal, texts: Texts): Section | null {
  const several = proposal.plan.choices.length > 1
  const rows = proposal.plan.choices.flatMap(({ app }) =>
    app.evidence.map((item) => {
      const place = several ? [appPlace(app, texts)] : []
      return row([`\`${item.id}\``, ...place, lineLink(proposal, item), inert(clip(item.says, 300))])
    }),
  )
  if (rows.length === 0) return null
  const head = several
    ? [texts.pullRequest.evidenceHeadSeveral, '| --- | --- | --- | --- |']
    : [texts.pullRequest.evidenceHead, '| --- | --- | --- |']
  const render = (of: readonly string[]) => details(texts.pullRequest.evidence, [...head, ...of].join('\n'))
  const short = rows.filter((text) => text.length < 600)
  return {
    full: render(rows),
    short: render(first(15, short, (left) => row(['…', ...(several ? [''] : []), texts.pullRequest.more(left), '']))),
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`
}
