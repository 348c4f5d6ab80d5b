import type { Flag } from './flag.ts'
import type { Command, Options, Taken } from './reading.ts'

/** One command. `flags` are those it takes. `make` gives the command, or refuses flags that contradict each other. */
export interface Definition {
  readonly verb: string
  readonly summary: string
  readonly flags: readonly Flag[]
  readonly example: string
  make(options: Options, another: boolean): Taken<Command>
}
