import type { Row, RowKind } from './row.ts'
import { rowKinds } from './row.ts'

/** Who reads what is written: everybody, everybody of an enterprise, or the readers of one repository. */
export type Audience = 'public' | 'internal' | 'private'

/** What was left out, and how much of it. */
export interface LeftOut {
  readonly archived: number
  readonly forks: number
  /** Not everybody who reads the answer may read them. */
  readonly hidden: number
  /** There were more than one survey takes. */
  readonly beyond: boolean
  /** How many were not looked at, since what was found by then fills a comment. */
  readonly unlooked: number
}

/** Many repositories at a glance. */
export interface Overview {
  /** Whose they are; null: not known, or of several. */
  readonly owner: string | null
  readonly rows: readonly Row[]
  readonly leftOut: LeftOut
  readonly audience: Audience
}

/** The most that one survey takes: what fits in one comment, and what an hour of GitHub's limits allows with room for other commands. */
export const mostRepositories = 500

/** The rows by what they wait for, in the order of the kinds and of their names; kinds without rows are left out. */
export function byKind(rows: readonly Row[]): readonly (readonly [RowKind, readonly Row[]])[] {
  const sorted = rows.toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
  return rowKinds
    .map((kind) => [kind, sorted.filter((row) => row.kind === kind)] as const)
    .filter(([, found]) => found.length > 0)
}
