import { noOptions, type Options } from '../command/reading.ts'

/** What the flags of the command line say: those of the comments, and its own. */
export interface CliOptions extends Options {
  /** The answer is one JSON object on standard output. */
  readonly json: boolean
  /** The file that a page about the answer is written to; null: none. */
  readonly html: string | null
  /** The rights for looking alone. */
  readonly read: boolean
}

export const noCliOptions: CliOptions = { ...noOptions, json: false, html: null, read: false }
