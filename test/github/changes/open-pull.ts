import { countCommits } from '../git/history.ts'
import { invalid, Refusal } from '../http/refusal.ts'
import { type IssueText, longId, openPullIssue } from '../state/issue.ts'
import { isPull, type Pull, type PullIssue } from '../state/pull.ts'
import { fullName, type Repository } from '../state/repository.ts'
import { pullEvent } from '../webhooks/payloads.ts'
import type { World } from '../world.ts'

export interface PullText extends IssueText {
  readonly draft: boolean
  readonly head: Repository
  readonly headRef: string
  readonly baseRef: string
}

/** Opens a pull request and tells the app. Refuses with 422 in GitHub's words. */
export async function openPull(world: World, repository: Repository, text: PullText): Promise<PullIssue> {
  const { head, headRef, baseRef } = text
  const headSha = head.refs.get(`refs/heads/${headRef}`)
  const baseSha = repository.refs.get(`refs/heads/${baseRef}`)
  if (headSha === undefined) throw invalid('PullRequest', 'head', 'invalid')
  if (baseSha === undefined) throw invalid('PullRequest', 'base', 'invalid')
  if (text.title.trim() === '') throw invalid('PullRequest', 'title', 'missing_field')
  refuseSecond(repository, text)
  if ((await countCommits(world.objects, baseSha, headSha)) === 0) {
    throw refused(`No commits between ${fullName(repository)}:${baseRef} and ${fullName(head)}:${headRef}`)
  }
  refuseSecond(repository, text)
  const rest = { mergedAt: null, mergedBy: null, mergeCommit: null }
  const pull: Pull = { id: longId(world), head, headRef, baseRef, draft: text.draft, headSha, baseSha, ...rest }
  const { title, body, user, viaApp } = text
  const issue = openPullIssue(world, repository, { title, body, user, viaApp }, pull)
  world.emit(await pullEvent(world, repository, issue, 'opened', user))
  return issue
}

/** GitHub keeps one open pull request per head and base. */
function refuseSecond(repository: Repository, text: PullText): void {
  const second = repository.issues
    .filter(isPull)
    .some(
      ({ pull, state }) =>
        state === 'open' && pull.head === text.head && pull.headRef === text.headRef && pull.baseRef === text.baseRef,
    )
  if (second) throw refused(`A pull request already exists for ${text.head.owner.login}:${text.headRef}.`)
}

function refused(message: string): Refusal {
  return new Refusal(422, 'Validation Failed', [{ resource: 'PullRequest', code: 'custom', message }])
}
