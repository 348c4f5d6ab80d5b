import type { Say } from '../text.ts'
import { firstNonAscii, skeleton } from './character.ts'
import { nearest } from './nearest.ts'
import type { Fault, Word } from './reading.ts'

/** What is wrong with a word that is none of the `known` verbs, and what to write instead: the nearest of them, and the list. `program` is what every command begins with. */
export function refuseVerb(verb: Word, program: string, known: readonly string[]): Fault {
  const odd = firstNonAscii(verb.text)
  const near = nearest(skeleton(verb.text), known)
  const list: Say = ({ command }) => command.commands(known.map((name) => `${program} ${name}`))
  const suggestion: Say = (texts) =>
    near === null ? list(texts) : texts.command.didYouMean(`${program} ${near}`, list(texts))
  const because: Say =
    odd === null
      ? ({ command }) => command.unknownCommand
      : ({ command }) => command.commandHolds(command.character(odd))
  return { because, suggestion, at: verb.at, length: verb.text.length }
}
