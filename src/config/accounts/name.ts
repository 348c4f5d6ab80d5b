import { nearest } from '../../command/nearest.ts'
import type { Say } from '../../text.ts'
import { misunderstood, type PhraseRead, type PhraseWord, phrase, understood } from './phrase.ts'

/** Names become names of accounts, folders, stacks and resources; 20 characters leave room for both parts. */
const pattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u

export interface Named {
  readonly name: string
}

/** Reads the name of a product or an environment. */
export function readName(text: string, at = 0): PhraseRead<string> {
  if (pattern.test(text) && text.length <= 20) return understood(text)
  const near = nearestName(text)
  return misunderstood(({ accountsForm }) => accountsForm.name(near === '' ? null : near), at)
}

/** What is left of a text as a name; empty where nothing is. */
export function nearestName(text: string): string {
  return text
    .slice(0, 200)
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^[^a-z]+|-+$/gu, '')
    .slice(0, 20)
    .replace(/-+$/u, '')
}

export const name = phrase<Named>({ pattern: pattern.source, maxLength: 20, examples: ['shop'] }, (text) => {
  const read = readName(text)
  return read.ok ? understood({ name: read.value }) : read
})

/** A word that must be one of the names that were declared. */
export function unknownName(what: 'product' | 'environment', word: string, known: readonly string[]): Say {
  const near = nearest(word.toLowerCase(), known)
  return ({ accountsForm }) => accountsForm.unknown(what, shown(word), near, known)
}

/** A word of someone else, as far as it can be shown in a code span. */
export function shown(word: string): string {
  return word.replace(/[^\p{L}\p{N}_.:/<>-]/gu, '?').slice(0, 40)
}

/** A name in the middle of a phrase. */
export function nameAt(word: PhraseWord | undefined, end: number): PhraseRead<string> {
  if (word === undefined) return misunderstood(({ accountsForm }) => accountsForm.nameMissing, end)
  return readName(word.text, word.at)
}
