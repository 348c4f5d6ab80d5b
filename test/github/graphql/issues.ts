import { asComment, asIssue } from '../shapes/issue.ts'
import { asReaction } from '../shapes/reactions.ts'
import type { Comment, Issue } from '../state/issue.ts'
import type { Reaction, ReactionContent } from '../state/reaction.ts'
import type { Repository } from '../state/repository.ts'
import { connect, type Slice } from './connection.ts'
import { accountNode } from './people.ts'
import { repositoryNode } from './repositories.ts'
import type { Node, View } from './view.ts'

/** GraphQL's names of the reactions. */
export const reactionNames: Record<ReactionContent, string> = {
  '+1': 'THUMBS_UP',
  '-1': 'THUMBS_DOWN',
  laugh: 'LAUGH',
  hooray: 'HOORAY',
  confused: 'CONFUSED',
  heart: 'HEART',
  rocket: 'ROCKET',
  eyes: 'EYES',
}

export function issueNode(view: View, repository: Repository, issue: Issue): Node {
  return {
    __typename: 'Issue',
    databaseId: databaseId(issue.id),
    state: issue.state.toUpperCase(),
    ...talkFields(view, repository, issue),
  }
}

/** GraphQL's `Int` has 32 bits; ids beyond are null, and stand in `fullDatabaseId` where there is one. */
export function databaseId(id: number): number | null {
  return id < 2 ** 31 ? id : null
}

/** What issues and pull requests have in common. */
export function talkFields(view: View, repository: Repository, issue: Issue) {
  const { author_association, html_url, node_id } = asIssue(view.world, repository, issue)
  return {
    id: node_id,
    number: issue.number,
    title: issue.title,
    body: issue.body ?? '',
    url: html_url,
    locked: issue.locked,
    author: accountNode(view, issue.user),
    authorAssociation: author_association,
    viewerDidAuthor: viewerId(view) === issue.user.id,
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    closedAt: issue.closedAt,
    repository: () => repositoryNode(view, repository),
    comments: (slice: Slice) =>
      connect(slice, issue.comments, (comment) => commentNode(view, repository, issue, comment)),
    reactions: (slice: ReactionSlice) => reactionsOf(view, issue.reactions, slice),
  }
}

export function commentNode(view: View, repository: Repository, issue: Issue, comment: Comment): Node {
  const { author_association, html_url, node_id } = asComment(view.world, repository, issue, comment)
  const own = viewerId(view) === comment.user.id
  return {
    __typename: 'IssueComment',
    id: node_id,
    databaseId: databaseId(comment.id),
    fullDatabaseId: String(comment.id),
    body: comment.body,
    url: html_url,
    author: accountNode(view, comment.user),
    authorAssociation: author_association,
    createdAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    viewerDidAuthor: own,
    viewerCanUpdate: own,
    isMinimized: false,
    reactions: (slice: ReactionSlice) => reactionsOf(view, comment.reactions, slice),
  }
}

type ReactionSlice = Slice & { readonly content?: string | null }

function reactionsOf(view: View, reactions: readonly Reaction[], slice: ReactionSlice) {
  const { content } = slice
  const found = reactions.filter((one) => typeof content !== 'string' || reactionNames[one.content] === content)
  const viewerHasReacted = found.some((one) => one.user.id === viewerId(view))
  return { ...connect(slice, found, (reaction) => reactionNode(view, reaction)), viewerHasReacted }
}

export function reactionNode(view: View, reaction: Reaction): Node {
  const { node_id } = asReaction(view.world, reaction)
  const { content, createdAt, id, user } = reaction
  return {
    __typename: 'Reaction',
    id: node_id,
    databaseId: id,
    content: reactionNames[content],
    createdAt,
    user: accountNode(view, user),
  }
}

function viewerId({ actor, world }: View): number | null {
  if (actor.kind === 'person') return actor.account.id
  return actor.kind === 'installation' ? world.app.bot.id : null
}
