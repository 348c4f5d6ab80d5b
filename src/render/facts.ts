import type { DatedFact } from '../model.ts'
import { table } from './facts-table.ts'

export type FactId = keyof typeof table

/** A dated fact by its id, for a rendering's `facts`. */
export function fact(id: FactId): DatedFact {
  return { id, ...table[id] }
}
