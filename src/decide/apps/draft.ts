import type { Finding, Topics } from '../../detect/finding.ts'
import type { Place } from '../../detect/place.ts'
import type { Repository } from '../../detect/repository.ts'
import type { Stack } from '../../detect/stack.ts'
import type { App } from '../../model.ts'

/** A place that looks like an app, until the rules that see the whole repository have had their say. */
export interface Draft {
  readonly place: Place
  /** The toolchain it was found by; null: several or none. */
  readonly stack: Stack | null
  readonly findings: readonly Finding[]
  /** What the other toolchains say about the same place. */
  readonly beside: readonly Finding[]
  /** Null: the findings name no kind, or say that it is no app. */
  readonly app: App | null
  /** Why it is no app of its own. */
  readonly notAnApp: Topics['notAnApp'] | null
}

/** A rule that sees all drafts at once: it drops, merges or amends some. Pure; keeps the order of the rest. */
export interface ScopeRule {
  readonly id: string
  apply(drafts: readonly Draft[], repository: Repository): readonly Draft[]
}
