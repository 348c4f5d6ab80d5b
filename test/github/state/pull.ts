import type { Account } from './account.ts'
import type { Issue } from './issue.ts'
import { type Repository, resolve } from './repository.ts'

/** What a pull request has besides an issue. */
export interface Pull {
  readonly id: number
  readonly head: Repository
  readonly headRef: string
  baseRef: string
  draft: boolean
  /** As last seen: they stay when the branch is deleted. */
  headSha: string
  baseSha: string
  mergedAt: string | null
  mergedBy: Account | null
  mergeCommit: string | null
}

export type PullIssue = Issue & { readonly pull: Pull }

export function isPull(issue: Issue): issue is PullIssue {
  return issue.pull !== null
}

export function findPull(repository: Repository, number: number): PullIssue | null {
  const issue = repository.issues[number - 1]
  return issue !== undefined && isPull(issue) ? issue : null
}

/** Lets open pull requests of every repository follow their branches; gives those whose head moved. */
export function followBranches(repositories: Iterable<Repository>): { repository: Repository; pull: PullIssue }[] {
  const moved: { repository: Repository; pull: PullIssue }[] = []
  for (const repository of repositories) {
    for (const issue of repository.issues) {
      if (isPull(issue) && issue.state === 'open' && follow(repository, issue)) moved.push({ repository, pull: issue })
    }
  }
  return moved
}

function follow(repository: Repository, issue: PullIssue): boolean {
  const { pull } = issue
  const before = pull.headSha
  pull.headSha = resolve(pull.head, `refs/heads/${pull.headRef}`) ?? pull.headSha
  pull.baseSha = resolve(repository, `refs/heads/${pull.baseRef}`) ?? pull.baseSha
  return pull.headSha !== before
}
