import { cell, details, tame } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import type { Section } from './section.ts'
import { clip } from './words.ts'

/** What runs on this pull request, on merge, on the next push, on close. */
export function happens({ rendered }: Proposal): Section | null {
  const all = rendered.flatMap(({ rendering }) => rendering.happens).toSorted((a, b) => rank(a.when) - rank(b.when))
  const rows = [
    ...new Set(all.map(({ when, what }) => `| ${cell(tame(clip(when, 200)))} | ${cell(tame(clip(what, 500)))} |`)),
  ]
  if (rows.length === 0) return null
  const closed = rows.some((row) => /^\| On close/i.test(row))
    ? []
    : ['| When this pull request is closed | Nothing. |']
  return {
    full: details('What happens when', ['| when | what |', '| --- | --- |', ...rows, ...closed].join('\n')),
    short: '',
  }
}

/** In the order of time: this pull request, the merge, then what comes again and again. */
function rank(when: string): number {
  const order = [/^on this pull request/i, /^on merge/i, /^on every push/i, /^on every pull request/i]
  const found = order.findIndex((pattern) => pattern.test(when))
  return found < 0 ? order.length : found
}
