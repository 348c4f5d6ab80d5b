import type { Say, Texts } from '../text.ts'
import { firstNonAscii, type OddCharacter } from './character.ts'
import { nearest } from './nearest.ts'
import { type Options, refused, type Taken, taken } from './reading.ts'

/** One flag. `value` is the placeholder of the help text, null for a switch. `read` puts the value into the options. */
export interface FlagOf<O> {
  readonly name: `--${string}`
  readonly value: string | null
  readonly summary: Say
  read(value: string, options: O): Taken<O>
}

/** A flag of the comments, which leaves alone what else the options hold: the command line has some of its own. */
export interface Flag extends Omit<FlagOf<Options>, 'read'> {
  read<O extends Options>(value: string, options: O): Taken<O>
}

/** What a value is, as a sentence names it. */
export type Noun = keyof Texts['command']['nouns']

/** One of a closed list, in any case; anything else is refused with the list and the nearest of it. */
export function oneOf<T extends string>(what: Noun, choices: readonly T[], raw: string): Taken<T> {
  const found = choices.find((choice) => choice === raw.toLowerCase())
  if (found !== undefined) return taken(found)
  const list: Say = ({ command }) => command.oneOf(choices)
  const odd = firstNonAscii(raw)
  if (odd !== null) return refused(holds(what, odd), list, odd.at, odd.length)
  const near = nearest(raw.toLowerCase(), choices)
  const suggestion: Say = near === null ? list : ({ command }) => command.didYouMean(near, command.oneOf(choices))
  const because: Say = ({ command }) => (raw === '' ? command.isEmpty : command.isUnknown)(command.nouns[what])
  return refused(because, suggestion, 0, raw.length)
}

/** A plain name by its pattern; anything else is refused with an example. */
export function matching(what: Noun, pattern: RegExp, example: string, raw: string): Taken<string> {
  if (pattern.test(raw)) return taken(raw)
  const like: Say = ({ command }) => command.forExample(example)
  const odd = firstNonAscii(raw)
  if (odd !== null) return refused(holds(what, odd), like, odd.at, odd.length)
  return refused(({ command }) => command.isInvalid(command.nouns[what]), like, 0, raw.length)
}

function holds(what: Noun, odd: OddCharacter): Say {
  return ({ command }) => command.holds(command.nouns[what], command.character(odd))
}
