import type { components } from '@octokit/openapi-types'
import { changesSince, countCommits } from '../git/history.ts'
import type { PullIssue } from '../state/pull.ts'
import type { Repository } from '../state/repository.ts'
import type { World } from '../world.ts'
import { asLabel, associationOf } from './issue.ts'
import { asRepository } from './repository.ts'
import { nodeId, repositoryApi, repositoryPage } from './urls.ts'
import { asUser } from './user.ts'

/** A pull request as lists give it. */
export function asPullItem(world: World, repository: Repository, issue: PullIssue) {
  const { pull } = issue
  return {
    ...addresses(world, repository, issue),
    id: pull.id,
    node_id: nodeId('PullRequest', pull.id),
    number: issue.number,
    state: issue.state,
    locked: issue.locked,
    title: issue.title,
    user: asUser(world, issue.user),
    body: issue.body,
    labels: [...issue.labels].map((name) => asLabel(world, repository, name)),
    milestone: null,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommit,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: side(world, pull.head, pull.headRef, pull.headSha),
    base: side(world, repository, pull.baseRef, pull.baseSha),
    author_association: associationOf(repository, issue.user),
    auto_merge: null,
    draft: pull.draft,
    active_lock_reason: null,
  } satisfies components['schemas']['pull-request-simple']
}

/** A pull request as `GET /repos/{owner}/{repo}/pulls/{pull_number}` gives it. */
export async function asPull(world: World, repository: Repository, issue: PullIssue) {
  const { pull } = issue
  const changes = await changesSince(world.objects, pull.baseSha, pull.headSha)
  return {
    ...asPullItem(world, repository, issue),
    merged: pull.mergedAt !== null,
    mergeable: issue.state === 'open' ? true : null,
    rebaseable: issue.state === 'open' ? true : null,
    mergeable_state: issue.state === 'open' ? 'clean' : 'unknown',
    merged_by: pull.mergedBy === null ? null : asUser(world, pull.mergedBy),
    comments: issue.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: await countCommits(world.objects, pull.baseSha, pull.headSha),
    additions: changes.reduce((sum, change) => sum + change.additions, 0),
    deletions: changes.reduce((sum, change) => sum + change.deletions, 0),
    changed_files: changes.length,
  } satisfies components['schemas']['pull-request']
}

function side(world: World, repository: Repository, ref: string, sha: string) {
  const user = asUser(world, repository.owner)
  return { label: `${repository.owner.login}:${ref}`, ref, sha, user, repo: asRepository(world, repository) }
}

function addresses(world: World, repository: Repository, issue: PullIssue) {
  const url = repositoryApi(world, repository, `/pulls/${issue.number}`)
  const issueUrl = repositoryApi(world, repository, `/issues/${issue.number}`)
  const page = repositoryPage(world, repository, `/pull/${issue.number}`)
  const statuses = repositoryApi(world, repository, `/statuses/${issue.pull.headSha}`)
  const reviewComment = repositoryApi(world, repository, '/pulls/comments{/number}')
  return {
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issueUrl,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: reviewComment,
    comments_url: `${issueUrl}/comments`,
    statuses_url: statuses,
    _links: {
      self: { href: url },
      html: { href: page },
      issue: { href: issueUrl },
      comments: { href: `${issueUrl}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: reviewComment },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
  }
}
