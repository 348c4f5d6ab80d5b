import { stdout } from 'node:process'
import type { Texts } from '../text.ts'
import { type Paint, paintFor } from './paint.ts'

/** Where a command speaks. */
export interface Terminal {
  /** Puts text on standard output, as it is. */
  say(this: void, text: string): void
  readonly paint: Paint
  /** In the language that `--lang` names, else in English. */
  readonly texts: Texts
}

/** The terminal of this process. */
export function ownTerminal(texts: Texts): Terminal {
  return { say: (text) => stdout.write(text), paint: paintFor(stdout), texts }
}
