import type { Paint, Style } from './paint.ts'
import { isWide, widthOf } from './width.ts'

/** A piece of a line, with a style or without. */
export type Part = string | readonly [Style, string]

/** One line, and the column that it goes on at where it does not fit. */
export interface Line {
  readonly parts: readonly Part[]
  readonly hang: number
}

interface Chunk {
  readonly text: string
  readonly style: Style | null
}

/** Below this nothing is wrapped: the hanging indent would leave no room. */
const narrowest = 40

/** What may not stand at the start of a line in Japanese. */
const closing = /^[、。，．・：；？！）］｝」』】〉》ー々…]/u

/**
 * Lines as text, each ended by a line break. Control characters and invisible ones of foreign texts become U+FFFD, so that no file name
 * reaches the terminal as a command. `columns`: where lines are broken, between words and between Japanese characters; null: nowhere.
 */
export function printLines(lines: readonly Line[], paint: Paint, columns: number | null): string {
  return lines.map((line) => `${printLine(line, paint, columns)}\n`).join('')
}

function printLine({ parts, hang }: Line, paint: Paint, columns: number | null): string {
  const chunks = parts.flatMap(chunksOf)
  const rows = columns === null || columns < narrowest ? [chunks] : wrap(chunks, columns, hang)
  const indent = ' '.repeat(hang)
  return rows.map((row, index) => (index === 0 ? '' : indent) + paintRow(row, paint)).join('\n')
}

function chunksOf(part: Part): readonly Chunk[] {
  const [style, text] = typeof part === 'string' ? ([null, part] as const) : part
  return pieces(safe(text)).map((piece) => ({ text: piece, style }))
}

type Kind = 'space' | 'word' | 'katakana' | 'wide'

function kindOf(character: string): Kind {
  if (/\s/u.test(character)) return 'space'
  if (/[\p{Script=Katakana}ー]/u.test(character)) return 'katakana'
  return isWide(character) ? 'wide' : 'word'
}

/** Runs of spaces, words, words in katakana, and single wide characters; punctuation stays with what is before it. */
function pieces(text: string): readonly string[] {
  const found: string[] = []
  let kind: Kind | null = null
  for (const character of text) {
    const now = kindOf(character)
    const joins = (now === kind && now !== 'wide') || (closing.test(character) && kind !== null && kind !== 'space')
    if (joins) found.push((found.pop() ?? '') + character)
    else found.push(character)
    kind = now
  }
  return found
}

function wrap(chunks: readonly Chunk[], columns: number, hang: number): readonly (readonly Chunk[])[] {
  const rows: Chunk[][] = [[]]
  let width = 0
  for (const chunk of chunks) {
    const row = rows.at(-1) ?? []
    const size = widthOf(chunk.text)
    const full = width + size > columns && row.some(({ text }) => text.trim() !== '')
    if (full && chunk.text.trim() === '') continue
    if (full) rows.push([chunk])
    else row.push(chunk)
    width = full ? hang + size : width + size
  }
  return rows.map(withoutEnd)
}

/** A row without the spaces that it ends with. */
function withoutEnd(row: readonly Chunk[]): readonly Chunk[] {
  const last = row.findLastIndex(({ text }) => text.trim() !== '')
  return row.slice(0, last + 1)
}

/** Neighbours of one style are painted at once. */
function paintRow(row: readonly Chunk[], paint: Paint): string {
  const runs: { text: string; readonly style: Style | null }[] = []
  for (const { text, style } of row) {
    const last = runs.at(-1)
    if (last !== undefined && last.style === style) last.text += text
    else runs.push({ text, style })
  }
  return runs.map(({ text, style }) => (style === null ? text : paint(style, text))).join('')
}

function safe(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD')
}
