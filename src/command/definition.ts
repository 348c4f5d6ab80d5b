import type { Say } from '../text.ts'
import type { Flag } from './flag.ts'
import type { Command, Options, Taken } from './reading.ts'

/** A word after the verb that is no flag. `name` is the placeholder of the help text. It may be left out. */
export interface Argument {
  readonly name: string
  readonly summary: Say
  read(raw: string): Taken<string>
}

/** What was given after the verb. `argument` is null where it was left out. */
export interface Given {
  readonly options: Options
  readonly argument: string | null
}

/** One command. `flags` are those it takes. `make` gives the command, or refuses what contradicts itself. */
export interface Definition {
  readonly verb: string
  readonly summary: Say
  readonly argument: Argument | null
  readonly flags: readonly Flag[]
  readonly example: string
  make(given: Given, another: boolean): Taken<Command>
}
