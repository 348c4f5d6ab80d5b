import type { Texts } from '../../text.ts'
/** A part of the body. `short` stands in for `full` where the whole would be too long; it must be small whatever the input. */
export interface Section {
  readonly full: string
  readonly short: string
}

const limit = 60_000

/** The sections as one text of at most 60,000 characters; the longest ones are shortened first. */
export function withinLimit(sections: readonly Section[], { pullRequest }: Texts): string {
  let parts: readonly string[] = sections.map((section) => section.full)
  const longestFirst = sections
    .map((section, index) => ({ index, saves: section.full.length - section.short.length }))
    .filter(({ saves }) => saves > 0)
    .sort((a, b) => b.saves - a.saves)
  for (const { index } of longestFirst) {
    if (length(parts) <= limit) break
    parts = parts.map((text, at) => (at === index ? (sections[index]?.short ?? '') : text))
  }
  return cut(join(parts), pullRequest.tooLong)
}

function join(texts: readonly string[]): string {
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`
}

function length(texts: readonly string[]): number {
  return join(texts).length
}

function cut(body: string, tooLong: string): string {
  if (body.length <= limit) return body
  const end = body.lastIndexOf('\n', limit - 100)
  return `${body.slice(0, end)}\n\n${tooLong}\n`
}

/** The first lines of a list, and how many more there are. */
export function first(count: number, lines: readonly string[], more: (left: number) => string): readonly string[] {
  return lines.length <= count ? lines : [...lines.slice(0, count), more(lines.length - count)]
}
