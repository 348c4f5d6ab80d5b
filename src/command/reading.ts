import type { AccountsFormat, Request } from '../model.ts'
import type { Lang, Say } from '../text.ts'

/** What the flags of a command say; `null` and `false` where a flag was not given. */
export interface Options extends Omit<Request, 'verb' | 'by'> {
  /** Nothing is asked before something is made. */
  readonly yes: boolean
  /** What the network between accounts is written in. */
  readonly format: AccountsFormat | null
}

/** A piece of the command line. `at` counts UTF-16 units from the start of the line, from 0. */
export interface Word {
  readonly text: string
  readonly at: number
}

/**
 * What is wrong with a command line, and where. `line` is the line as it was written, `column` counts characters from 1,
 * `width` is the number of characters to underline. `suggestion` is what to write instead, where that can be told.
 */
export interface Mistake {
  readonly kind: 'mistake'
  readonly because: string
  readonly suggestion: string | null
  readonly line: string
  readonly column: number
  readonly width: number
}

/** The commands that take nothing but flags. */
type Plain = 'connect' | 'status' | 'doctor' | 'survey' | 'accounts'

/** A command that was understood. `another`: the comment holds a further command, which is not run. */
export type Command =
  | { readonly kind: 'request'; readonly verb: 'setup' | 'plan'; readonly options: Options; readonly another: boolean }
  | { readonly kind: 'explain'; readonly id: string | null; readonly options: Options; readonly another: boolean }
  | { readonly kind: Plain; readonly options: Options; readonly another: boolean }
  | { readonly kind: 'help'; readonly about: string | null; readonly lang: Lang | null; readonly another: boolean }

/** A mistake before it is known where it stands in the line. */
export interface Fault {
  readonly because: Say
  readonly suggestion: Say | null
  /** Where the fault begins and how long it is, in UTF-16 units from the start of the text that was looked at. */
  readonly at: number
  readonly length: number
}

/** The value was taken, or why not. */
export type Taken<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault }

export const noOptions: Options = {
  target: null,
  path: null,
  ci: null,
  region: null,
  environment: null,
  dryRun: false,
  remove: false,
  yes: false,
  format: null,
  lang: null,
}

export function taken<T>(value: T): Taken<T> {
  return { ok: true, value }
}

/** Refuses `length` units from `at` on. */
export function refused(because: Say, suggestion: Say | null, at: number, length: number): Taken<never> {
  return { ok: false, fault: { because, suggestion, at, length } }
}
