import { readArguments } from '../command/arguments.ts'
import { commands as comments } from '../command/commands.ts'
import { asksForHelp, langAsked } from '../command/parse.ts'
import { type Fault, type Taken, taken, type Word } from '../command/reading.ts'
import { refuseVerb } from '../command/refuse-verb.ts'
import { type Texts, textsIn } from '../text.ts'
import type { CliCommand, CliGiven } from './command.ts'
import { noCliOptions } from './options.ts'
import { program, usage } from './usage.ts'
import { version } from './version.ts'

/** What a command line asks for, or why it cannot be told; `text` is for a person. */
export type Asked =
  | { readonly kind: 'run'; readonly command: CliCommand; readonly given: CliGiven; readonly texts: Texts }
  | { readonly kind: 'told' | 'wrong'; readonly text: string }

/** Reads the arguments after the program's name. Verb, folders and flags may come in any order. */
export function readLine(argv: readonly string[], commands: readonly CliCommand[]): Asked {
  const texts = textsIn(langAsked(argv.join(' ')) ?? 'en')
  if (argv[0] === '--version' || argv[0] === '-V') return { kind: 'told', text: `${version}\n` }
  const { operands, flags } = split(argv, commands)
  const [verb, ...rest] = operands
  const command = commands.find((candidate) => candidate.verb === verb?.text.toLowerCase())
  if (verb === undefined || asksForHelp(flags)) {
    return { kind: 'told', text: usage(command?.verb ?? null, texts, commands) }
  }
  if (command === undefined) return wrong(argv, texts, unknown(verb, commands))
  const given = readGiven(command, rest, flags)
  return given.ok ? { kind: 'run', command, given: given.value, texts } : wrong(argv, texts, given.fault)
}

/** Words that begin without a dash apart from flags with their values. */
function split(
  argv: readonly string[],
  commands: readonly CliCommand[],
): { readonly operands: readonly Word[]; readonly flags: readonly Word[] } {
  const valued = new Set<string>(
    commands.flatMap(({ flags }) => flags.filter(({ value }) => value !== null).map(({ name }) => name)),
  )
  const operands: Word[] = []
  const flags: Word[] = []
  for (const [index, text] of argv.entries()) {
    const isValue = valued.has(argv[index - 1]?.toLowerCase() ?? '')
    const list = isValue || text.startsWith('-') ? flags : operands
    list.push({ text, at: 0 })
  }
  return { operands, flags }
}

/** Folders and the command's own argument come before its flags here, whatever their order was. */
function readGiven(command: CliCommand, operands: readonly Word[], flags: readonly Word[]): Taken<CliGiven> {
  const [first] = operands
  const named = command.argument !== null && first !== undefined && isArgument(command, first, operands.length)
  const read = readArguments(named ? [first, ...flags] : flags, command, noCliOptions)
  if (!read.ok) return read
  const folders = operands.slice(named ? 1 : 0).map(({ text }) => text)
  const extra = { none: folders[0], one: folders[1], any: undefined }[command.folders]
  if (extra !== undefined) {
    return fault(({ cli }) => (command.folders === 'none' ? cli.noFolder(extra) : cli.oneAtATime(extra)))
  }
  const given: CliGiven = { ...read.value, folders, directory: folders[0] ?? '.' }
  const checked = command.check(given)
  return checked.ok ? taken(given) : checked
}

/** A word that cannot be the argument is the folder, where there is but one word. */
function isArgument({ argument, folders }: CliCommand, { text }: Word, words: number): boolean {
  return folders === 'none' || words > 1 || argument?.read(text).ok === true
}

/** A verb that is no command here: one of the comments, or none at all. */
function unknown(verb: Word, commands: readonly CliCommand[]): Fault {
  if (comments.some((candidate) => candidate.verb === verb.text.toLowerCase())) {
    return { because: ({ cli }) => cli.needsGitHub, suggestion: null, at: 0, length: 0 }
  }
  return refuseVerb(
    verb,
    program,
    commands.map((command) => command.verb),
  )
}

function fault(because: Fault['because']): Taken<never> {
  return { ok: false, fault: { because, suggestion: null, at: 0, length: 0 } }
}

function wrong(argv: readonly string[], texts: Texts, { because, suggestion }: Fault): Asked {
  const hint = suggestion?.(texts)
  const lines = [texts.cli.wrong(program, because(texts), argv.join(' ')), ...(hint ? [hint] : [])]
  return { kind: 'wrong', text: `${[...lines, texts.cli.seeHelp(program)].join('\n')}\n` }
}
