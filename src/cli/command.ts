import type { Definition, GivenOf, Grammar } from '../command/definition.ts'
import type { FlagOf } from '../command/flag.ts'
import { type Taken, taken } from '../command/reading.ts'
import type { CliOptions } from './options.ts'
import type { Terminal } from './terminal.ts'

/** 0: an answer was given, whatever it says; 1: it failed; 2: wrong usage. */
export type ExitCode = 0 | 1 | 2

/** What was given after the verb. */
export interface CliGiven extends GivenOf<CliOptions> {
  /** The folders, as they were written. */
  readonly folders: readonly string[]
  /** The first of them, else the current folder. */
  readonly directory: string
}

/** One command of the command line. */
export interface CliCommand extends Grammar<CliOptions> {
  /** How many folders may follow. */
  readonly folders: 'none' | 'one' | 'any'
  /** Refuses options that contradict each other. */
  check(given: CliGiven): Taken<unknown>
  /** Throws `UserError` for what a person can mend. `commands`: the whole list, this one included. */
  run(given: CliGiven, terminal: Terminal, commands: readonly CliCommand[]): Promise<ExitCode>
}

/** What a command must say of itself. */
type Own = Omit<CliCommand, 'check'> & Partial<Pick<CliCommand, 'check'>>

/** A command of the command line alone. */
export function ownCommand(own: Own): CliCommand {
  return { check: taken, ...own }
}

/** A command of the comments at the command line: the same words and flags, and some more flags. */
export function fromComment(
  definition: Definition,
  { flags, folders, run }: { readonly flags: readonly FlagOf<CliOptions>[] } & Pick<Own, 'folders' | 'run'>,
): CliCommand {
  const { verb, summary, argument, example } = definition
  return {
    ...{ verb, summary, argument, example, folders, run },
    flags: [...definition.flags, ...flags],
    check: (given) => definition.make(given, false),
  }
}
