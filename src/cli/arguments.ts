import { flags } from '../command/flags.ts'
import { helpText } from '../command/help-text.ts'
import { langAsked, readCommand } from '../command/parse.ts'
import type { Options, Word } from '../command/reading.ts'
import { type Texts, textsIn } from '../text.ts'

/** What the command line asks for, or why it cannot be told; `text` is for a person. */
export type Asked =
  | {
      readonly kind: 'run'
      readonly verb: 'plan' | 'setup'
      readonly directory: string
      readonly json: boolean
      /** The file that a page about the answer is written to; null: none. */
      readonly html: string | null
      readonly options: Options
    }
  | { readonly kind: 'connect'; readonly directory: string; readonly options: Options }
  /** The rights that this program needs in AWS. */
  | { readonly kind: 'policy'; readonly access: 'read' | 'connect' }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly text: string }

const program = 'slipway'

/** Reads the arguments after the program's name. The flags are those of the comments, and `--json`. */
export function readArguments(argv: readonly string[]): Asked {
  if (argv[0] === 'aws-policy') return readPolicy(argv)
  const texts = textsIn(langAsked(argv.join(' ')) ?? 'en')
  const page = takeHtml(argv)
  if (page === null) return wrong(argv, texts, texts.cli.htmlNeedsFile)
  const json = argv.includes('--json')
  const { directories, words } = split(page.rest.filter((word) => word !== '--json'))
  const command = readCommand(words, false)
  if (!command.ok) return wrong(argv, texts, command.fault.because(texts), command.fault.suggestion?.(texts))
  if (command.value.kind === 'help') return { kind: 'help', text: usage(command.value.about, texts) }
  const { kind } = command.value
  if (kind !== 'request' && kind !== 'connect') return wrong(argv, texts, texts.cli.needsGitHub)
  const [directory = '.', extra] = directories
  if (extra !== undefined) return wrong(argv, texts, texts.cli.oneAtATime(extra))
  if (command.value.kind === 'connect') return { kind: 'connect', directory, options: command.value.options }
  return { kind: 'run', verb: command.value.verb, directory, json, html: page.file, options: command.value.options }
}

/** `aws-policy`, with `--read` for looking alone. */
function readPolicy(argv: readonly string[]): Asked {
  const [flag, ...rest] = argv.slice(1)
  if (rest.length > 0 || (flag !== undefined && flag !== '--read'))
    return wrong(argv, textsIn('en'), textsIn('en').cli.onlyRead)
  return { kind: 'policy', access: flag === undefined ? 'connect' : 'read' }
}

/** `--html FILE` or `--html=FILE`, and the arguments without it; null where the name of the file is missing. */
function takeHtml(argv: readonly string[]): { readonly file: string | null; readonly rest: readonly string[] } | null {
  const at = argv.findIndex((word) => word === '--html' || word.startsWith('--html='))
  const word = argv[at]
  if (word === undefined) return { file: null, rest: argv }
  const attached = word.startsWith('--html=')
  const file = attached ? word.slice('--html='.length) : (argv[at + 1] ?? '')
  if (file === '' || (!attached && file.startsWith('-'))) return null
  return { file, rest: argv.toSpliced(at, attached ? 1 : 2) }
}

/** The repository's folder apart from the verb and the flags, which may come in any order. */
function split(argv: readonly string[]): { readonly directories: readonly string[]; readonly words: readonly Word[] } {
  const directories: string[] = []
  const words: Word[] = []
  let verb = false
  for (const [index, text] of argv.entries()) {
    const isValue = takesValue(argv[index - 1])
    if (verb && !isValue && !text.startsWith('-')) directories.push(text)
    else words.push({ text, at: 0 })
    if (!text.startsWith('-')) verb = true
  }
  return { directories, words }
}

function takesValue(before: string | undefined): boolean {
  return flags.some((flag) => flag.value !== null && flag.name === before?.toLowerCase())
}

function wrong(argv: readonly string[], { cli }: Texts, because: string, suggestion?: string): Asked {
  const lines = [
    cli.wrong(program, because, argv.join(' ')),
    ...(suggestion ? [suggestion.replaceAll('/cicd', program)] : []),
  ]
  return { kind: 'wrong', text: [...lines, cli.seeHelp(program)].join('\n') }
}

/** The help text of the command line: that of the comments, with what is different here. */
export function usage(about: string | null, texts: Texts): string {
  return [helpText(program, about, texts), '', ...texts.cli.usage].join('\n')
}
