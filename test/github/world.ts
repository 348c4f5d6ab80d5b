import type { Objects } from './git/objects.ts'
import type { CallLog } from './http/call-log.ts'
import type { Fault } from './http/faults.ts'
import type { Limits } from './http/limits.ts'
import type { Account } from './state/account.ts'
import type { Delivery } from './state/delivery.ts'
import type { AppState, Installation, Token } from './state/installation.ts'
import type { Repository } from './state/repository.ts'
import type { Event } from './webhooks/event.ts'

/** All that the server holds. */
export interface World {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string
  /** Where pages for people would be: `https://github.com`, or the origin when acting as GitHub Enterprise Server. */
  readonly pages: string
  /** Version of GitHub Enterprise Server, or null when acting as github.com. */
  readonly enterprise: string | null
  /** False: a tree with workflow files is refused only when a ref is to point at it. */
  refuseWorkflowTrees: boolean
  readonly app: AppState
  readonly objects: Objects
  /** By login in lower case. */
  readonly accounts: Map<string, Account>
  readonly repositories: Map<number, Repository>
  readonly installations: Map<number, Installation>
  readonly tokens: Map<string, Token>
  readonly deliveries: Delivery[]
  readonly calls: CallLog
  readonly faults: Fault[]
  readonly limits: Limits
  /** Codes of the manifest flow to what they convert to. */
  readonly manifestCodes: Set<string>
  /** Milliseconds since 1970, by the clock of the tests. */
  now(): number
  /** The same as ISO 8601 to the second. */
  time(): string
  /** The next free id. */
  id(): number
  /** Tells the app what happened. `done` settles when it has answered; nobody has to wait for it. */
  emit(event: Event): { readonly delivery: Delivery | null; readonly done: Promise<void> }
  /** Sends a delivery of the log again. */
  redeliver(id: number): Promise<Delivery>
}
