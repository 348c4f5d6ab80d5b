import type { Permit } from '../access/needs.ts'
import { authorizeFor } from '../access/permission.ts'
import { Refusal } from '../http/refusal.ts'
import { type Found, lookUp, unknown } from './lookup.ts'
import type { View } from './view.ts'

/** Finds a node of one of these kinds that the caller may change; else refuses. */
export function reach<K extends Found['kind']>(view: View, id: string, kinds: readonly K[], needs: readonly Permit[]) {
  const found = lookUp(view, id)
  if (!isOf(found, kinds)) throw unknown(id)
  authorizeFor(view.actor, found.repository, needs)
  if (isLocked(found) && view.actor.kind === 'installation') throw forbidden()
  return found
}

function isOf<K extends Found['kind']>(found: Found, kinds: readonly K[]): found is Extract<Found, { kind: K }> {
  return kinds.some((kind) => kind === found.kind)
}

function isLocked(found: Found): boolean {
  return 'issue' in found && found.issue.locked
}

export function forbidden(): Refusal {
  return new Refusal(403, 'Resource not accessible by integration')
}
