import { stackOf } from '../commands/program.ts'
import { commandLine } from '../commands/words.ts'
import type { Instruction, Stage } from './instructions.ts'
import { execForm } from './list.ts'

/** What a container runs, as one line. */
export interface ContainerCommand {
  readonly text: string
  readonly line: number
}

/** The command of an image, from its stages with the lowest first; null where none of them names one. */
export function commandOf(chain: readonly Stage[]): ContainerCommand | null {
  let entry: Instruction | null = null
  let command: Instruction | null = null
  for (const stage of chain) {
    const own = stage.instructions
    const ownEntry = own.findLast(({ keyword }) => keyword === 'ENTRYPOINT')
    entry = ownEntry ?? entry
    // An ENTRYPOINT clears the CMD of the image below.
    command = own.findLast(({ keyword }) => keyword === 'CMD') ?? (ownEntry ? null : command)
  }
  return joined(entry, command)
}

function joined(entry: Instruction | null, command: Instruction | null): ContainerCommand | null {
  const before = entry ? textOf(entry.value) : ''
  const after = command ? textOf(command.value) : ''
  const line = command?.line ?? entry?.line
  // A script that prepares the container and then runs its arguments is no part of the command.
  const alone = before === '' || (isScript(before) && !isArgument(after))
  const text = after !== '' && alone ? after : `${before} ${after}`.trim()
  return text === '' || line === undefined ? null : { text, line }
}

// A file of settings or an option is nothing that could be run by itself.
const isArgument = (text: string) => /^(?:-|\S+\.(?:cnf|conf|cfg|ini|ya?ml|json|toml|env)(?:\s|$))/.test(text)

function isScript(entry: string): boolean {
  return stackOf(entry) === null && /(?:entrypoint|entry|init|start|run|wait)[\w-]*(?:\.sh)?$/.test(entry)
}

/** `["a", "b c"]` and `a "b c"` alike as one line; `["sh", "-c", "x"]` as x. What only passes signals on is left out. */
function textOf(value: string): string {
  const list = execForm(value)
  if (!list) return withoutExec(value)
  const [shell = '', flag = '', script] = list
  if (/^(?:\/bin\/)?(?:ba|a)?sh$/.test(shell) && /^-\w*c$/.test(flag) && script !== undefined)
    return withoutExec(script)
  const passes = /(?:^|\/)(?:tini|dumb-init)$/.test(shell)
  return commandLine(passes ? list.slice(list[1] === '--' ? 2 : 1) : list)
}

function withoutExec(text: string): string {
  return text
    .trim()
    .replace(/^exec\s+/, '')
    .replace(/(&&|;)\s*exec\s+/g, '$1 ')
}
