import { stderr, stdout } from 'node:process'
import { calledAs } from '../settings/called-as.ts'
import type { Texts } from '../text.ts'
import { type Paint, paintFor } from './paint.ts'
import { type Progress, progressOn } from './progress.ts'

/** Where a command speaks. */
export interface Terminal {
  /** Puts text on standard output, as it is. What progress showed is taken away first. */
  say(this: void, text: string): void
  readonly paint: Paint
  /** How wide standard output is; null where it is no terminal, so nothing is to be broken. */
  readonly columns: number | null
  /** What a next command begins with. */
  readonly program: string
  /** What goes on, for who waits. */
  readonly progress: Progress
  /** In the language that `--lang` names, else in English. */
  readonly texts: Texts
}

/** The terminal of this process. */
export function ownTerminal(texts: Texts): Terminal {
  const progress = progressOn(stderr)
  const say = (text: string) => {
    progress.clear()
    stdout.write(text)
  }
  const columns = stdout.isTTY ? stdout.columns : null
  return { say, paint: paintFor(stdout), columns, program: calledAs(), progress, texts }
}
