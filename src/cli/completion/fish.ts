import type { FlagOf } from '../../command/flag.ts'
import type { Texts } from '../../text.ts'
import type { CliCommand } from '../command.ts'
import type { CliOptions } from '../options.ts'
import { type Place, placeOf, placeOfFlag } from './place.ts'

/** The completion script for fish. */
export function fish(commands: readonly CliCommand[], texts: Texts): string {
  const lines = [
    '# Completion of slipway for fish. Load it: slipway completion fish | source',
    'complete -c slipway -f',
    ...commands.map(
      ({ verb, summary }) => `complete -c slipway -n __fish_use_subcommand -a ${verb} -d ${quoted(summary(texts))}`,
    ),
    ...commands.flatMap((command) => [
      ...command.flags.map((flag) => flagLine(command, flag, texts)),
      ...operands(command),
    ]),
  ]
  return `${lines.join('\n')}\n`
}

function flagLine(command: CliCommand, flag: FlagOf<CliOptions>, texts: Texts): string {
  const place = placeOfFlag(flag)
  const value = place === null ? '' : ` ${reply(place)}`
  return `${after(command)} -l ${flag.name.slice(2)}${value} -d ${quoted(flag.summary(texts))}`
}

function operands(command: CliCommand): readonly string[] {
  const place = command.argument === null ? null : placeOf(command.argument.name)
  if (place?.kind === 'words') return [`${after(command)} -a ${quoted(place.words.join(' '))}`]
  return command.folders === 'none' ? [] : [`${after(command)} -a '(__fish_complete_directories)'`]
}

function after({ verb }: CliCommand): string {
  return `complete -c slipway -n '__fish_seen_subcommand_from ${verb}'`
}

function reply(place: Place): string {
  if (place.kind === 'words') return `-x -a ${quoted(place.words.join(' '))}`
  return { folder: "-x -a '(__fish_complete_directories)'", file: '-r -F', anything: '-x' }[place.kind]
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/gu, '\\$&')}'`
}
