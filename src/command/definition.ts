import type { Say } from '../text.ts'
import type { Flag, FlagOf } from './flag.ts'
import type { Command, Options, Taken } from './reading.ts'

/** A word after the verb that is no flag. `name` is the placeholder of the help text. It may be left out. */
export interface Argument {
  readonly name: string
  readonly summary: Say
  read(raw: string): Taken<string>
}

/** What was given after the verb. `argument` is null where it was left out. */
export interface GivenOf<O> {
  readonly options: O
  readonly argument: string | null
}

export type Given = GivenOf<Options>

/** How a command is written: the flags it takes, and what the help text says of it. */
export interface Grammar<O> {
  readonly verb: string
  readonly summary: Say
  readonly argument: Argument | null
  readonly flags: readonly FlagOf<O>[]
  readonly example: string
}

/** One command of the comments. `make` gives the command, or refuses what contradicts itself. */
export interface Definition extends Grammar<Options> {
  readonly flags: readonly Flag[]
  make(given: Given, another: boolean): Taken<Command>
}
