import { lang } from '../../command/flags/lang.ts'
import { nearest } from '../../command/nearest.ts'
import { refused, taken } from '../../command/reading.ts'
import type { Texts } from '../../text.ts'
import { type CliCommand, ownCommand } from '../command.ts'
import { bash } from '../completion/bash.ts'
import { fish } from '../completion/fish.ts'
import { zsh } from '../completion/zsh.ts'

const shells: Readonly<Record<string, (commands: readonly CliCommand[], texts: Texts) => string>> = { bash, zsh, fish }
const names = Object.keys(shells)

/** Prints what a shell needs to complete commands, flags and their values; made of the list of commands. */
export const completion = ownCommand({
  verb: 'completion',
  summary: ({ cli }) => cli.completion,
  argument: {
    name: names.join('|'),
    summary: ({ cli }) => cli.shell,
    read: (raw) => {
      const near = nearest(raw, names)
      return Object.hasOwn(shells, raw)
        ? taken(raw)
        : refused(
            ({ cli }) => cli.noShell,
            ({ command }) => (near === null ? command.oneOf(names) : command.didYouMean(near, command.oneOf(names))),
            0,
            raw.length,
          )
    },
  },
  flags: [lang],
  folders: 'none',
  example: 'completion bash',
  check: ({ argument }) =>
    argument === null
      ? refused(
          ({ cli }) => cli.whichShell,
          ({ command }) => command.oneOf(names),
          0,
          0,
        )
      : taken(argument),
  run: async ({ argument }, { say, texts }, commands) => {
    say(shells[argument ?? '']?.(commands, texts) ?? '')
    return 0
  },
})
