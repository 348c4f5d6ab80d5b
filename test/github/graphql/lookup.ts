import { authorizeFor } from '../access/permission.ts'
import { Refusal } from '../http/refusal.ts'
import { parseNodeId } from '../shapes/urls.ts'
import type { Comment, Issue } from '../state/issue.ts'
import { isPull, type PullIssue } from '../state/pull.ts'
import type { Repository } from '../state/repository.ts'
import { commentNode, issueNode } from './issues.ts'
import { pullNode } from './pulls.ts'
import { refNode, repositoryNode } from './repositories.ts'
import type { Node, View } from './view.ts'

/** What a node id leads to. */
export type Found =
  | { readonly kind: 'repository'; readonly repository: Repository }
  | { readonly kind: 'ref'; readonly repository: Repository; readonly ref: string }
  | { readonly kind: 'issue'; readonly repository: Repository; readonly issue: Issue }
  | { readonly kind: 'pull'; readonly repository: Repository; readonly issue: PullIssue }
  | { readonly kind: 'comment'; readonly repository: Repository; readonly issue: Issue; readonly comment: Comment }

/** Finds a node that the caller may see; refuses with NOT_FOUND in GitHub's words. */
export function lookUp(view: View, id: string): Found {
  const found = find(view, id)
  if (found === null) throw unknown(id)
  authorizeFor(view.actor, found.repository, [{ name: 'metadata', level: 'read' }])
  return found
}

export function unknown(id: string): Refusal {
  return new Refusal(404, `Could not resolve to a node with the global id of '${id}'`)
}

export function nodeOf(view: View, found: Found): Node {
  const { repository } = found
  if (found.kind === 'repository') return repositoryNode(view, repository)
  if (found.kind === 'ref') return refNode(view, repository, found.ref)
  if (found.kind === 'issue') return issueNode(view, repository, found.issue)
  if (found.kind === 'pull') return pullNode(view, repository, found.issue)
  return commentNode(view, repository, found.issue, found.comment)
}

function find(view: View, id: string): Found | null {
  const parsed = parseNodeId(id)
  if (parsed === null) return null
  const [first = '', ...rest] = parsed.id.split(':')
  const repository = view.world.repositories.get(Number(first))
  if (parsed.kind === 'Repository') return repository === undefined ? null : { kind: 'repository', repository }
  if (parsed.kind === 'Ref') return repository === undefined ? null : { kind: 'ref', repository, ref: rest.join(':') }
  for (const one of view.world.repositories.values()) {
    const found = findIn(one, parsed.kind, Number(parsed.id))
    if (found !== null) return found
  }
  return null
}

function findIn(repository: Repository, kind: string, id: number): Found | null {
  for (const issue of repository.issues) {
    if (kind === 'Issue' && issue.id === id && !isPull(issue)) return { kind: 'issue', repository, issue }
    if (kind === 'PullRequest' && isPull(issue) && issue.pull.id === id) return { kind: 'pull', repository, issue }
    const comment = kind === 'IssueComment' ? issue.comments.find((one) => one.id === id) : undefined
    if (comment !== undefined) return { kind: 'comment', repository, issue, comment }
  }
  return null
}
