import type { Say } from '../text.ts'
import { firstNonAscii, leadingDashes, skeleton } from './character.ts'
import type { GivenOf, Grammar } from './definition.ts'
import type { FlagOf } from './flag.ts'
import { flags as allFlags } from './flags.ts'
import { nearest } from './nearest.ts'
import { type Fault, type Options, refused, type Taken, taken, type Word } from './reading.ts'

type Named = Pick<FlagOf<never>, 'name'>

/** A flag as it was written. `value` is null where the word has no `=`; `valueAt` is where the value begins in the line. */
interface WrittenFlag<O> {
  readonly flag: FlagOf<O>
  readonly word: Word
  readonly value: string | null
  readonly valueAt: number
}

/**
 * The words after the verb: first the command's argument, where it takes one, then its flags, as `--flag=value` or `--flag value`,
 * names in any case. The first word that is wrong is refused, with its place in the line, and nothing of the rest counts.
 * `none` is what the options are without flags. Linear in the words.
 */
export function readArguments<O extends Options>(
  words: readonly Word[],
  definition: Grammar<O>,
  none: O,
): Taken<GivenOf<O>> {
  const [first, ...rest] = words
  if (definition.argument === null || first === undefined || leadingDashes(first.text) > 0) {
    const options = readFlags(words, definition, none)
    return options.ok ? taken({ options: options.value, argument: null }) : options
  }
  const argument = definition.argument.read(first.text)
  if (!argument.ok) return from(first.at, argument.fault)
  const options = readFlags(rest, definition, none)
  return options.ok ? taken({ options: options.value, argument: argument.value }) : options
}

function readFlags<O extends Options>(words: readonly Word[], definition: Grammar<O>, none: O): Taken<O> {
  const seen = new Set<string>()
  let options = none
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]
    if (word === undefined) break
    const written = readFlag(word, definition)
    if (!written.ok) return written
    const { flag } = written.value
    if (seen.has(flag.name))
      return refuseWord(
        word,
        ({ command }) => command.twice(flag.name),
        ({ command }) => command.once,
      )
    seen.add(flag.name)
    const value = takeValue(written.value, words[index + 1])
    if (!value.ok) return value
    if (value.value.fromNext) index += 1
    const read = flag.read(value.value.text, options)
    if (!read.ok) return from(value.value.at, read.fault)
    options = read.value
  }
  return taken(options)
}

/** A fault whose place was counted from the start of a word. */
function from(at: number, fault: Fault): Taken<never> {
  return { ok: false, fault: { ...fault, at: at + fault.at } }
}

function readFlag<O>(word: Word, { flags: known, verb }: Grammar<O>): Taken<WrittenFlag<O>> {
  const dashes = word.text.slice(0, leadingDashes(word.text))
  const equals = word.text.indexOf('=')
  const name = word.text.slice(dashes.length, equals === -1 ? undefined : equals)
  if (dashes !== '--') return refuseStart(word, dashes, name, known)
  const odd = firstNonAscii(name)
  if (odd !== null) {
    return refuseWord(word, ({ command }) => command.flagHolds(command.character(odd)), meant(skeleton(name), known))
  }
  const flag = known.find((candidate) => candidate.name === `--${name.toLowerCase()}`)
  if (flag === undefined) return refuseUnknown(word, name, known, verb)
  const value = equals === -1 ? null : word.text.slice(equals + 1)
  return taken({ flag, word, value, valueAt: word.at + equals + 1 })
}

function takeValue<O>(
  given: WrittenFlag<O>,
  next: Word | undefined,
): Taken<{ readonly text: string; readonly at: number; readonly fromNext: boolean }> {
  const { flag, word, value, valueAt } = given
  if (flag.value === null) {
    if (value !== null)
      return refuseWord(
        word,
        ({ command }) => command.takesNoValue(flag.name),
        ({ command }) => command.writeAlone(flag.name),
      )
    return taken({ text: '', at: word.at, fromNext: false })
  }
  if (value !== null) return taken({ text: value, at: valueAt, fromNext: false })
  if (next === undefined || leadingDashes(next.text) > 0) {
    return refuseWord(
      word,
      ({ command }) => command.needsValue(flag.name),
      () => `\`${flag.name}=${flag.value}\``,
    )
  }
  return taken({ text: next.text, at: next.at, fromNext: true })
}

/** A word that begins with no dash, one dash, or dashes that only look like two hyphens. */
function refuseStart(word: Word, dashes: string, name: string, known: readonly Named[]): Taken<never> {
  const odd = firstNonAscii(dashes === '' ? word.text : dashes)
  if (odd !== null)
    return refuseWord(word, ({ command }) => command.wordHolds(command.character(odd)), meant(skeleton(name), known))
  if (dashes === '') return refuseWord(word, ({ command }) => command.unexpected, meant(name.toLowerCase(), known))
  return refuseWord(word, ({ command }) => command.twoDashes, meant(name.toLowerCase(), known))
}

function refuseUnknown(word: Word, name: string, known: readonly Named[], verb: string): Taken<never> {
  const elsewhere = allFlags.find((flag) => flag.name === `--${name.toLowerCase()}`)
  if (elsewhere !== undefined) {
    return refuseWord(word, ({ command }) => command.doesNotTake(verb, elsewhere.name), listOf(known))
  }
  return refuseWord(word, ({ command }) => command.unknownFlag, meant(name.toLowerCase(), known))
}

function meant(name: string, known: readonly Named[]): Say {
  const near = nearest(
    name,
    known.map((flag) => flag.name.slice(2)),
  )
  const list = listOf(known)
  return near === null ? list : (texts) => texts.command.didYouMean(`--${near}`, list(texts))
}

function listOf(known: readonly Named[]): Say {
  return ({ command }) => command.flags(known.map(({ name }) => name))
}

function refuseWord(word: Word, because: Say, suggestion: Say): Taken<never> {
  return refused(because, suggestion, word.at, word.text.length)
}
