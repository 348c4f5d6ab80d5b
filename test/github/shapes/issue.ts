import type { components } from '@octokit/openapi-types'
import type { Account } from '../state/account.ts'
import type { Comment, Issue } from '../state/issue.ts'
import type { Repository } from '../state/repository.ts'
import { atLeast } from '../state/role.ts'
import type { World } from '../world.ts'
import { asApp } from './app.ts'
import { rollUp } from './reactions.ts'
import { nodeId, repositoryApi, repositoryPage } from './urls.ts'
import { asUser } from './user.ts'

export function asLabel(world: World, repository: Repository, name: string) {
  const label = repository.labels.get(name) ?? { id: 0, name, color: 'ededed', description: null }
  return {
    id: label.id,
    node_id: nodeId('Label', label.id),
    url: repositoryApi(world, repository, `/labels/${encodeURIComponent(name)}`),
    name,
    color: label.color,
    default: false,
    description: label.description ?? '',
  } satisfies components['schemas']['label']
}

/** GitHub's hint at how somebody belongs to a repository. It is no authority: a member may have no rights here. */
export function associationOf(repository: Repository, account: Account): components['schemas']['author-association'] {
  if (repository.owner.id === account.id) return 'OWNER'
  const role = repository.collaborators.get(account.id)
  if (role === undefined || role.base === 'none') return 'NONE'
  if (atLeast(role, 'triage')) return repository.owner.type === 'Organization' ? 'MEMBER' : 'COLLABORATOR'
  return 'CONTRIBUTOR'
}

export function asIssue(world: World, repository: Repository, issue: Issue) {
  const url = repositoryApi(world, repository, `/issues/${issue.number}`)
  const page = repositoryPage(world, repository, `/${issue.pull === null ? 'issues' : 'pull'}/${issue.number}`)
  return {
    id: issue.id,
    node_id: issue.pull === null ? nodeId('Issue', issue.id) : nodeId('PullRequest', issue.pull.id),
    number: issue.number,
    title: issue.title,
    body: issue.body,
    user: asUser(world, issue.user),
    state: issue.state,
    state_reason: issue.state === 'closed' ? 'completed' : null,
    locked: issue.locked,
    active_lock_reason: null,
    ...people(world, repository, issue),
    url,
    repository_url: repositoryApi(world, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: page,
    comments: issue.comments.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    reactions: rollUp(`${url}/reactions`, issue.reactions),
    ...pullLinks(world, repository, issue, page),
  } satisfies components['schemas']['issue']
}

function people(world: World, repository: Repository, issue: Issue) {
  return {
    labels: [...issue.labels].map((name) => asLabel(world, repository, name)),
    assignee: null,
    assignees: [],
    milestone: null,
    closed_by: issue.closedBy === null ? null : asUser(world, issue.closedBy),
    author_association: associationOf(repository, issue.user),
    performed_via_github_app: issue.viaApp ? asApp(world) : null,
  }
}

function pullLinks(world: World, repository: Repository, issue: Issue, page: string) {
  if (issue.pull === null) return {}
  const url = repositoryApi(world, repository, `/pulls/${issue.number}`)
  const links = { url, html_url: page, diff_url: `${page}.diff`, patch_url: `${page}.patch` }
  return { draft: issue.pull.draft, pull_request: { ...links, merged_at: issue.pull.mergedAt } }
}

export function asComment(world: World, repository: Repository, issue: Issue, comment: Comment) {
  const url = repositoryApi(world, repository, `/issues/comments/${comment.id}`)
  const page = repositoryPage(world, repository, `/${issue.pull === null ? 'issues' : 'pull'}/${issue.number}`)
  return {
    id: comment.id,
    node_id: nodeId('IssueComment', comment.id),
    url,
    html_url: `${page}#issuecomment-${comment.id}`,
    issue_url: repositoryApi(world, repository, `/issues/${issue.number}`),
    user: asUser(world, comment.user),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: associationOf(repository, comment.user),
    performed_via_github_app: comment.viaApp ? asApp(world) : null,
    reactions: rollUp(`${url}/reactions`, comment.reactions),
  } satisfies components['schemas']['issue-comment']
}
