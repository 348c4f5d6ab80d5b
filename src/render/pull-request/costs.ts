import { details, tame } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import type { Section } from './section.ts'
import { clip } from './words.ts'

/** What will cost money, and quotas. */
export function costs({ rendered }: Proposal): Section | null {
  const lines = [...new Set(rendered.flatMap(({ rendering }) => rendering.costs))].map(
    (text) => `- ${tame(clip(text, 400))}`,
  )
  return lines.length === 0 ? null : { full: details('Costs', lines.join('\n')), short: '' }
}
