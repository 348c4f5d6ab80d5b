import { firstNonAscii } from './character.ts'
import { nearest } from './nearest.ts'
import { type Options, refused, type Taken, taken } from './reading.ts'

/** One flag. `value` is the placeholder of the help text, null for a switch. `read` puts the value into the options. */
export interface Flag {
  readonly name: `--${string}`
  readonly value: string | null
  readonly summary: string
  read(value: string, options: Options): Taken<Options>
}

/** One of a closed list, in any case; anything else is refused with the list and the nearest of it. */
export function oneOf<T extends string>(what: string, choices: readonly T[], raw: string): Taken<T> {
  const found = choices.find((choice) => choice === raw.toLowerCase())
  if (found !== undefined) return taken(found)
  const odd = firstNonAscii(raw)
  if (odd !== null) return refused(`the ${what} holds ${odd.name}`, list(choices), odd.at, odd.length)
  const near = nearest(raw.toLowerCase(), choices)
  const suggestion = near === null ? list(choices) : `did you mean \`${near}\`? ${list(choices)}`
  return refused(raw === '' ? `the ${what} is empty` : `this ${what} is not known`, suggestion, 0, raw.length)
}

/** A plain name by its pattern; anything else is refused with an example. */
export function matching(what: string, pattern: RegExp, example: string, raw: string): Taken<string> {
  if (pattern.test(raw)) return taken(raw)
  const odd = firstNonAscii(raw)
  if (odd !== null) return refused(`the ${what} holds ${odd.name}`, `for example \`${example}\``, odd.at, odd.length)
  return refused(`this ${what} is not valid`, `for example \`${example}\``, 0, raw.length)
}

function list(choices: readonly string[]): string {
  return `one of ${choices.map((choice) => `\`${choice}\``).join(', ')}`
}
