import { block } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import type { Section } from './section.ts'
import { clip } from './words.ts'

/** The delivery paths from push to visitor as a small Mermaid diagram. Equal nodes are drawn once. */
export function diagram({ rendered }: Proposal): Section | null {
  const paths = rendered.filter(({ of }) => of !== 'bootstrap').map(({ rendering }) => rendering.delivery.map(label))
  const nodes = [...new Set(paths.flat())]
  if (nodes.length < 2 || nodes.length > 24) return null
  const id = (text: string) => `n${nodes.indexOf(text)}`
  const edges = paths.flatMap((path) =>
    path.slice(1).map((text, index) => `  ${id(path[index] ?? '')} --> ${id(text)}`),
  )
  const lines = ['flowchart LR', ...nodes.map((text) => `  ${id(text)}["${text}"]`), ...new Set(edges)]
  return { full: block(lines.join('\n'), 'mermaid'), short: '' }
}

/** Letters, digits and a few signs; anything else could end the label or start a directive. */
export function label(text: string): string {
  return clip(text.replace(/[^\p{L}\p{N} .,:/_()+-]+/gu, ' ').trim(), 60)
}
