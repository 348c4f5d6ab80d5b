import type { OverPeople, PullRequest, RenderedFile, Sides, TreeEntry } from '../model.ts'
import type { Texts } from '../text.ts'
import type { BranchCommit, Self } from './branch.ts'
import type { Check } from './check-run.ts'
import type { Place } from './place.ts'
import type { Opened } from './pull-request.ts'
import type { State, Tip } from './state.ts'

/** Reads what is on the branch: the two sides of files by path, and texts by git id. */
export interface ReadBranch {
  sides(paths: readonly string[]): Promise<ReadonlyMap<string, Sides>>
  texts(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
}

/** Everything that carrying out a proposal needs. `state` and `entries` belong to the commit `head`. */
export interface Publication {
  readonly state: State
  readonly head: Tip
  readonly entries: readonly TreeEntry[]
  readonly files: readonly RenderedFile[]
  readonly pullRequest: PullRequest
  readonly base: string
  readonly texts: Texts
  readonly self: Self
  /** What the check on the commit says. */
  readonly check: Pick<Check, 'title' | 'summary' | 'annotations'>
  /** Lays the proposal over what people changed on the branch; `read` gives the texts that it needs. */
  readonly over: (read: ReadBranch) => Promise<OverPeople>
  /** Called right before the first write; throws to stop. Gives the right to write. */
  readonly beforeWriting: () => Promise<Place>
}

/** What became of it. `others`: commits of people on the branch; `kept`: what stays as they have it, where the proposal wants it otherwise. */
export interface Published {
  readonly outcome: 'proposed' | 'up_to_date'
  readonly pull: Opened
  readonly others: readonly BranchCommit[]
  readonly kept: OverPeople['kept']
}

/** The name under which the check stands on the pull request. */
export const checkName = 'CI/CD proposal'
