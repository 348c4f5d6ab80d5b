import type { Texts } from '../../text.ts'
import { cell, details, tame } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import type { Section } from './section.ts'
import { clip } from './words.ts'

/** What runs on this pull request, on merge, on the next push, on close. */
export function happens({ rendered }: Proposal, texts: Texts): Section | null {
  const all = rendered.flatMap(({ rendering }) => rendering.happens).toSorted((a, b) => rank(a.when) - rank(b.when))
  const rows = [
    ...new Set(all.map(({ when, what }) => `| ${cell(tame(clip(when, 200)))} | ${cell(tame(clip(what, 500)))} |`)),
  ]
  if (rows.length === 0) return null
  const closed = rows.some((row) => /^\| (On close|クローズ)/i.test(row)) ? [] : [texts.pullRequest.closed]
  return {
    full: details(
      texts.pullRequest.happens,
      [texts.pullRequest.happensHead, '| --- | --- |', ...rows, ...closed].join('\n'),
    ),
    short: '',
  }
}

/** In the order of time: this pull request, the merge, then what comes again and again. */
function rank(when: string): number {
  const order = [
    /^(on this pull request|このプルリクエスト)/i,
    /^(on merge|マージ)/i,
    /^(on every push|.*へのプッシュごと)/i,
    /^(on every pull request|すべてのプルリクエスト)/i,
  ]
  const found = order.findIndex((pattern) => pattern.test(when))
  return found < 0 ? order.length : found
}
