import { invalid } from '../http/refusal.ts'
import type { Account } from '../state/account.ts'
import { setIssueState } from '../state/issue.ts'
import type { PullIssue } from '../state/pull.ts'
import { type Repository, resolve } from '../state/repository.ts'
import { pullEvent } from '../webhooks/payloads.ts'
import type { World } from '../world.ts'

/** What changes; null: that stays, but for the body, which may be null itself. */
export interface PullChange {
  readonly title: string | null
  readonly body: string | null
  readonly base: string | null
  readonly state: 'open' | 'closed' | null
}

/** Changes a pull request and tells the app. Refuses with 422 in GitHub's words. */
export async function changePull(
  world: World,
  repository: Repository,
  issue: PullIssue,
  change: PullChange,
  by: Account,
) {
  const { base, body, state, title } = change
  if (base !== null && resolve(repository, `refs/heads/${base}`) === null)
    throw invalid('PullRequest', 'base', 'invalid')
  if (state === 'open' && issue.pull.mergedAt !== null) throw invalid('PullRequest', 'state', 'invalid')
  issue.title = title ?? issue.title
  issue.body = body
  issue.pull.baseRef = base ?? issue.pull.baseRef
  issue.updatedAt = world.time()
  const moved = state !== null && state !== issue.state
  if (moved) setIssueState(world, issue, state, by)
  const action = moved ? (state === 'open' ? 'reopened' : 'closed') : 'edited'
  world.emit(await pullEvent(world, repository, issue, action, by))
}
