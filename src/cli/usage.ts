import { helpText } from '../command/help-text.ts'
import type { Texts } from '../text.ts'
import type { CliCommand } from './command.ts'

/** What every line begins with. */
export const program = 'slipway'

/** The help text of the command line, made of the list of its commands. `about` is a verb, or null for all of them. Ends with a line break. */
export function usage(about: string | null, texts: Texts, commands: readonly CliCommand[]): string {
  return `${[helpText(program, about, texts, commands), '', ...texts.cli.usage].join('\n')}\n`
}
