import type { World } from '../world.ts'
import type { Account } from './account.ts'
import type { Pull, PullIssue } from './pull.ts'
import type { Reaction } from './reaction.ts'
import type { Repository } from './repository.ts'

export interface Comment {
  readonly id: number
  body: string
  readonly user: Account
  /** True when a GitHub App wrote it, also on behalf of a person. */
  readonly viaApp: boolean
  readonly createdAt: string
  updatedAt: string
  readonly reactions: Reaction[]
}

/** An issue, or with `pull` a pull request: they share their numbers. */
export interface Issue {
  readonly id: number
  readonly number: number
  title: string
  body: string | null
  readonly user: Account
  readonly viaApp: boolean
  state: 'open' | 'closed'
  locked: boolean
  /** Deleted: its number is not given again. */
  gone: boolean
  readonly createdAt: string
  updatedAt: string
  closedAt: string | null
  closedBy: Account | null
  readonly labels: Set<string>
  readonly comments: Comment[]
  readonly reactions: Reaction[]
  readonly pull: Pull | null
}

export interface IssueText {
  readonly title: string
  readonly body: string | null
  readonly user: Account
  readonly viaApp: boolean
}

/** Ids of issues, pull requests and comments have outgrown 32 bits (2026). */
export function longId(world: World): number {
  return 3_400_000_000 + world.id()
}

/** Opens an issue. */
export function openIssue(world: World, repository: Repository, text: IssueText): Issue {
  const issue = { ...blank(world, repository, text), pull: null }
  repository.issues.push(issue)
  return issue
}

/** Opens a pull request without any check. */
export function openPullIssue(world: World, repository: Repository, text: IssueText, pull: Pull): PullIssue {
  const issue = { ...blank(world, repository, text), pull }
  repository.issues.push(issue)
  return issue
}

function blank(world: World, repository: Repository, text: IssueText): Omit<Issue, 'pull'> {
  const time = world.time()
  return {
    ...text,
    id: longId(world),
    number: repository.issues.length + 1,
    state: 'open',
    locked: false,
    gone: false,
    createdAt: time,
    updatedAt: time,
    closedAt: null,
    closedBy: null,
    labels: new Set(),
    comments: [],
    reactions: [],
  }
}

export function addComment(world: World, issue: Issue, text: Omit<IssueText, 'title' | 'body'> & { body: string }) {
  const comment: Comment = {
    ...text,
    id: longId(world),
    createdAt: world.time(),
    updatedAt: world.time(),
    reactions: [],
  }
  issue.comments.push(comment)
  issue.updatedAt = world.time()
  return comment
}

/** Opens or closes; `by` is who did it. */
export function setIssueState(world: World, issue: Issue, state: 'open' | 'closed', by: Account): void {
  if (issue.state === state) return
  issue.state = state
  issue.updatedAt = world.time()
  issue.closedAt = state === 'closed' ? world.time() : null
  issue.closedBy = state === 'closed' ? by : null
}

export function findIssue(repository: Repository, number: number): Issue | null {
  const found = repository.issues[number - 1]
  return found === undefined || found.gone ? null : found
}

/** Finds a comment of any issue of a repository by its id. */
export function findComment(repository: Repository, id: number): { issue: Issue; comment: Comment } | null {
  for (const issue of repository.issues.filter((one) => !one.gone)) {
    const comment = issue.comments.find((one) => one.id === id)
    if (comment !== undefined) return { issue, comment }
  }
  return null
}
