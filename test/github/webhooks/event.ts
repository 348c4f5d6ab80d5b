import type { EventName, Installation } from '../state/installation.ts'
import type { Repository } from '../state/repository.ts'

/** Something that happened and that the app may have subscribed to. */
export interface Event {
  readonly name: EventName | 'installation' | 'installation_repositories'
  readonly action: string
  readonly installation: Installation | null
  readonly repository: Repository | null
  readonly payload: object
}
