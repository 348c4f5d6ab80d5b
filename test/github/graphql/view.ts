import type { Actor } from '../access/actor.ts'
import type { Needs } from '../access/needs.ts'
import { authorizeFor } from '../access/permission.ts'
import type { Repository } from '../state/repository.ts'
import type { World } from '../world.ts'

/** Who looks at what. */
export interface View {
  readonly world: World
  readonly actor: Actor
}

/** What a field of the schema is resolved from: values, or functions of the field's arguments. */
export type Node = Readonly<Record<string, unknown>> | null

/** Gives what is asked for where the caller has the permission, else refuses. */
export function permitted<T>(view: View, repository: Repository, needs: Needs, get: () => T): T {
  authorizeFor(view.actor, repository, needs)
  return get()
}
