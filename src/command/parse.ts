import { type Lang, type Texts, textsIn } from '../text.ts'
import { readArguments } from './arguments.ts'
import { firstNonAscii, skeleton } from './character.ts'
import { commands } from './commands.ts'
import type { Command, Fault, Mistake, Taken, Word } from './reading.ts'
import { noOptions, refused, taken } from './reading.ts'
import { refuseVerb } from './refuse-verb.ts'
import { splitWords } from './words.ts'

/** The word that every command begins with. */
export const trigger = '/cicd'
const longest = 1000
const blank = /^[\s\u200b\u2060]*$/u

/**
 * Reads the body of a comment: a command, a mistake with its place, or null where the comment is not for us.
 * Only the first line that is not blank counts, and only if it begins with `/cicd`: so quotes, code, HTML comments and
 * mentions in a sentence are never commands. A mistake is told in the language of `texts`. Pure; linear in the body, which GitHub limits to 65,536 characters.
 */
export function parseComment(body: string, texts: Texts = textsIn('en')): Command | Mistake | null {
  const lines = body.split(/\r\n|\r|\n/u)
  const index = lines.findIndex((line) => !blank.test(line))
  const line = lines[index]
  if (line === undefined || isIndentedCode(line) || !isForUs(line)) return null
  const read = readLine(line, holdsAnother(lines.slice(index + 1)))
  return read.ok ? read.value : mistake(line, read.fault, texts)
}

/**
 * The words after the trigger as a command: the verb in any case, then flags. No words, `--help` and `-h` ask for help.
 * `another` says that a second command is not run.
 */
function readCommand(words: readonly Word[], another: boolean): Taken<Command> {
  const [verb, ...rest] = words
  if (verb === undefined) return taken({ kind: 'help', about: null, lang: null, another })
  const definition = commands.find((candidate) => candidate.verb === verb.text.toLowerCase())
  if (asksForHelp(words)) {
    return taken({
      kind: 'help',
      about: definition?.verb ?? null,
      lang: langAsked(words.map(({ text }) => text).join(' ')),
      another,
    })
  }
  if (definition === undefined) {
    const known = commands.map((candidate) => candidate.verb)
    return { ok: false, fault: refuseVerb(verb, trigger, known) }
  }
  const given = readArguments(rest, definition, noOptions)
  return given.ok ? definition.make(given.value, another) : given
}

/** Whether `--help` or `-h` is among the words. */
export function asksForHelp(words: readonly Word[]): boolean {
  return words.some(({ text }) => /^(?:--help|-h)$/iu.test(text))
}

/** The language that a line asks for, be the rest of it right or wrong. */
export function langAsked(line: string): Lang | null {
  const asked = /(?:^|\s)--lang[=\s]\s*(en|ja)(?:\s|$)/iu.exec(line)?.[1]?.toLowerCase()
  return asked === 'en' || asked === 'ja' ? asked : null
}

function readLine(line: string, another: boolean): Taken<Command> {
  if (line.length > longest) {
    return refused(
      ({ command }) => command.lineTooLong(longest),
      ({ command }) => command.shorter,
      longest,
      1,
    )
  }
  const words = splitWords(line)
  if (!words.ok) return words
  const [first, ...rest] = words.value
  if (first === undefined) return taken({ kind: 'help', about: null, lang: null, another })
  const odd = firstNonAscii(first.text)
  if (odd !== null)
    return refused(
      ({ command }) => command.commandHolds(command.character(odd)),
      ({ command }) => command.write(trigger),
      first.at + odd.at,
      odd.length,
    )
  return readCommand(rest, another)
}

/** Whether a person would read the line's first word as `/cicd`. Looks at no more than the first 40 characters. */
function isForUs(line: string): boolean {
  const start = line.slice(0, 40).trimStart()
  const first = /^[^\t\v\f \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*/u.exec(start)?.[0] ?? ''
  return skeleton(first) === trigger
}

/** Four spaces or a tab make a code block of a line that begins a comment. */
function isIndentedCode(line: string): boolean {
  return /^(?: {4}| {0,3}\t)/u.test(line)
}

/** Whether a later line is a command too, outside fenced code. */
function holdsAnother(lines: readonly string[]): boolean {
  let fenced = false
  for (const line of lines) {
    if (/^ {0,3}(?:```|~~~)/u.test(line)) fenced = !fenced
    else if (!fenced && /^ {0,3}\/cicd(?:\s|$)/iu.test(line)) return true
  }
  return false
}

function mistake(line: string, fault: Fault, texts: Texts): Mistake {
  const before = [...line.slice(0, fault.at)].length
  const width = [...line.slice(fault.at, fault.at + fault.length)].length
  const because = fault.because(texts)
  const suggestion = fault.suggestion?.(texts) ?? null
  return { kind: 'mistake', because, suggestion, line, column: before + 1, width: Math.max(1, width) }
}
