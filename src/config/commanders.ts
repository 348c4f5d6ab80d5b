import { type Field, mapping } from './mapping.ts'
import { list } from './shape.ts'
import { accountNumber, choice } from './values.ts'

/** Who may give commands, besides that they need write access. */
export interface Commanders {
  readonly role: 'write' | 'maintain' | 'admin'
  /** Account ids; null: everyone with the role. */
  readonly ids: readonly number[] | null
}

/** From the least to the most. */
export const roles: readonly Commanders['role'][] = ['write', 'maintain', 'admin']

const role: Field<Commanders['role']> = {
  key: 'role',
  about: 'The least role that may give commands; a custom role counts as the one it is based on.',
  shape: choice('role', roles),
}
const ids: Field<readonly number[]> = {
  key: 'ids',
  about: 'Account ids (numbers, since a name can be taken over). Only these people may give commands.',
  shape: list(accountNumber),
}

export const commanders = mapping([role, ids], (get): Commanders => ({ role: get(role) ?? 'write', ids: get(ids) }))

/** Both hold: the higher role, and those who are on both lists. So the lower level never gives a right that the higher one withholds. */
export function bothOf(one: Commanders | null, other: Commanders | null): Commanders | null {
  if (one === null || other === null) return one ?? other
  const role = roles.indexOf(one.role) > roles.indexOf(other.role) ? one.role : other.role
  const ids = one.ids === null || other.ids === null ? (one.ids ?? other.ids) : one.ids.filter(isIn(other.ids))
  return { role, ids }
}

function isIn(ids: readonly number[]): (id: number) => boolean {
  return (id) => ids.includes(id)
}
