import { stripVTControlCharacters } from 'node:util'
import { widthOf } from './width.ts'

/** One line on standard error that says what goes on. Nothing is shown where that is no terminal, so a log stays clean. */
export interface Progress {
  /** Puts the line in the place of the one before. */
  show(this: void, text: string): void
  /** Takes the line away. */
  clear(this: void): void
}

/** What of a stream this needs. */
type Screen = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>

const eraseLine = '\r\u001b[2K'

/** Progress on a stream. A line that is longer than the terminal is cut: a second one could not be taken away. */
export function progressOn(stream: Screen): Progress {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined }
  let shown = false
  const clear = () => {
    if (shown) stream.write(eraseLine)
    shown = false
  }
  const show = (text: string) => {
    stream.write(`${eraseLine}${cut(stripVTControlCharacters(text), (stream.columns ?? 80) - 1)}`)
    shown = true
  }
  return { show, clear }
}

function cut(text: string, columns: number): string {
  let kept = ''
  for (const character of text.replace(/\p{Cc}/gu, ' ')) {
    if (widthOf(kept) + widthOf(character) > columns - 1) return `${kept}…`
    kept += character
  }
  return kept
}
