import type { Texts } from '../../text.ts'
import { details, tame } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import type { Section } from './section.ts'
import { clip } from './words.ts'

/** What will cost money, and quotas. */
export function costs({ rendered }: Proposal, texts: Texts): Section | null {
  const lines = [...new Set(rendered.flatMap(({ rendering }) => rendering.costs))].map(
    (text) => `- ${tame(clip(text, 400))}`,
  )
  return lines.length === 0 ? null : { full: details(texts.pullRequest.costs, lines.join('\n')), short: '' }
}
