import type { Texts } from '../text.ts'
import type { Mistake } from './reading.ts'

const before = 40
const shown = 90

/**
 * A mistake in Markdown for a comment: what, where, what to write instead. What the person wrote is shown in a code block
 * with everything that cannot be seen replaced by `�`, so it pings no one and renders as nothing but text.
 */
export function mistakeText(mistake: Mistake, texts: Texts): string {
  const { start, text } = window(mistake)
  const column = mistake.column - 1 - start
  const marker = ' '.repeat(column) + '^'.repeat(Math.max(1, Math.min(mistake.width, shown - column)))
  return [
    texts.command.notRun(mistake.because, mistake.column),
    '',
    '````text',
    text,
    marker,
    '````',
    ...(mistake.suggestion === null ? [] : ['', capital(texts.command.sentence(mistake.suggestion))]),
  ].join('\n')
}

/** The part of the line around the mistake. */
function window(mistake: Mistake): { start: number; text: string } {
  const characters = [...mistake.line]
  const start = Math.max(0, mistake.column - 1 - before)
  const text = characters
    .slice(start, start + shown)
    .map(printable)
    .join('')
  return { start, text: text.trimEnd() }
}

function printable(character: string): string {
  if (character === '`') return "'"
  return /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(character) ? '\ufffd' : character
}

function capital(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}
