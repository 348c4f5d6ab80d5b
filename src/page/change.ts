import { structuredPatch } from 'diff'
import { highlightedLines } from './highlight.ts'
import { html, type Markup } from './markup.ts'

/** One shown line: `old` and `now` are line numbers, null where the line is not in that version. */
interface Row {
  readonly old: number | null
  readonly now: number | null
  readonly line: Markup
}

/**
 * A file as a table of lines: the whole of a new file, the changed places of a changed one with three lines around them.
 * `before` and `after` are whole texts, null where there is none.
 */
export function changeTable(path: string, before: string | null, after: string | null, label: string): Markup {
  const isChange = before !== null && after !== null
  const groups = isChange ? hunks(path, before, after) : [whole(path, before, after)]
  // A new file is no difference to look for: it is shown without the colours of one.
  return html`<div class="code ${isChange ? 'changed' : 'whole'}" tabindex="0" role="region" aria-label="${label}"><table><tbody>${groups.map(
    (rows, index) => html`${index > 0 ? html`<tr class="gap"><td colspan="4">⋯</td></tr>` : null}${rows.map(row)}`,
  )}</tbody></table></div>`
}

/** How many lines come and go. */
export function changeSize(
  before: string | null,
  after: string | null,
): { readonly added: number; readonly removed: number } {
  const rows = before === null || after === null ? whole('', before, after) : hunks('', before, after).flat()
  return {
    added: rows.filter(({ old }) => old === null).length,
    removed: rows.filter(({ now }) => now === null).length,
  }
}

function whole(path: string, before: string | null, after: string | null): readonly Row[] {
  return highlightedLines(path, after ?? before ?? '').map((line, index) => ({
    old: after === null ? index + 1 : null,
    now: after === null ? null : index + 1,
    line,
  }))
}

function hunks(path: string, before: string, after: string): readonly (readonly Row[])[] {
  const [olds, nows] = [highlightedLines(path, before), highlightedLines(path, after)]
  const { hunks: found } = structuredPatch(path, path, before, after, '', '', { context: 3 })
  return found.map(({ oldStart, newStart, lines }) => {
    let [old, now] = [oldStart, newStart]
    return lines.flatMap((line): readonly Row[] => {
      if (line.startsWith('\\')) return []
      if (line.startsWith('-')) return [{ old, now: null, line: olds[old++ - 1] ?? html`` }]
      const number = now++
      return [{ old: line.startsWith('+') ? null : old++, now: number, line: nows[number - 1] ?? html`` }]
    })
  })
}

function row({ old, now, line }: Row): Markup {
  const [name, sign] = now === null ? ['del', '-'] : old === null ? ['add', '+'] : ['same', ' ']
  return html`<tr class="${name}"><td class="n">${old}</td><td class="n">${now}</td><td class="s">${sign}</td><td class="l">${line}</td></tr>
`
}
