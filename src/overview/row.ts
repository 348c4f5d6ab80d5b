import type { Existing, TargetId } from '../model.ts'

/**
 * What a repository waits for. `setup`: nothing is set up, and `/cicd setup` would propose it. `question`: somebody has to choose first.
 * `proposed`: a pull request of ours is open. `update`: it is set up, and a new run would change files. `checks`: something else delivers it,
 * and tests on pull requests are all that is missing. `byHand`: its apps have a tool of their own, or none of ours serves them.
 * `done`: it is set up, or something else delivers it to AWS. `none`: nothing in it can be deployed. `unread`: it could not be looked at.
 */
export type RowKind = (typeof rowKinds)[number]

/** In the order in which they are shown: what is to be done comes first. */
export const rowKinds = [
  'setup',
  'question',
  'proposed',
  'update',
  'checks',
  'byHand',
  'done',
  'none',
  'unread',
] as const

/** One app at a glance. `what`: its framework, else its language, else its kind. `target` null: none of ours. */
export interface RowApp {
  readonly root: string
  readonly what: string
  readonly target: TargetId | null
}

/**
 * Something that is broken, unsafe, or without support. `runtime`: `what` is a product and its version; `rule`: the id of the rule of the check-up
 * that found it. `since` is ISO 8601, null where it is about no day.
 */
export interface Dated {
  readonly kind: 'runtime' | 'rule'
  readonly what: string
  readonly since: string | null
}

/** One repository at a glance. Everything in it but the kinds may be of foreign origin. */
export interface Row {
  /** `owner/name`, or a folder where that is not known. */
  readonly name: string
  /** Its page; null: not known. */
  readonly url: string | null
  readonly kind: RowKind
  /** It was set up by Slipway. */
  readonly own: boolean
  readonly apps: readonly RowApp[]
  readonly existing: readonly Pick<Existing, 'what' | 'role' | 'to'>[]
  readonly dated: readonly Dated[]
  /** Why, where there is more to say than the kind does: a question, what the repository is, what is wrong with it. */
  readonly says: string | null
  /** The number of the pull request that is open; null: none is, or it is not known. */
  readonly pull: number | null
  /** What to comment there, the best first; empty: nothing. */
  readonly commands: readonly string[]
  /** Whether issues can be opened there. */
  readonly issues: boolean
}
