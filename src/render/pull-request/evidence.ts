import { cell, details, inert } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import { lineLink } from './links.ts'
import { first, type Section } from './section.ts'
import { appPlace, clip } from './words.ts'

/** Every line that the findings rest on, with a link to it. */
export function evidence(proposal: Proposal): Section | null {
  const rows = proposal.plan.choices.flatMap(({ app }) =>
    app.evidence.map((item) => {
      const cells = [`\`${item.id}\``, appPlace(app), lineLink(proposal, item), inert(clip(item.says, 300))]
      return `| ${cells.map(cell).join(' | ')} |`
    }),
  )
  if (rows.length === 0) return null
  const render = (of: readonly string[]) =>
    details('Evidence', ['| | app | line | says |', '| --- | --- | --- | --- |', ...of].join('\n'))
  return {
    full: render(rows),
    short: render(
      first(
        15,
        rows.filter((row) => row.length < 600),
        () => '| … | | | |',
      ),
    ),
  }
}
