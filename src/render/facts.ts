import type { DatedFact } from '../model.ts'
import { type Texts, textsIn } from '../text.ts'
import { table } from './facts-table.ts'

export type FactId = keyof typeof table

/** A dated fact by its id, for a rendering's `facts`; in English, since what is shown goes by the id. */
export function fact(id: FactId): DatedFact {
  const { date, source } = table[id]
  return { id, date, says: textsIn('en').facts[id], source }
}

/** What a fact says in a language; facts that are no part of the table say it themselves. */
export function factSays({ id, says }: DatedFact, { facts }: Texts): string {
  const found = Object.entries(facts).find(([known]) => known === id)
  return found?.[1] ?? says
}
