import type { Account } from '../state/account.ts'
import { addComment, type Comment, type Issue } from '../state/issue.ts'
import type { Repository } from '../state/repository.ts'
import { commentEvent } from '../webhooks/payloads.ts'
import type { World } from '../world.ts'

interface Written {
  readonly issue: Issue
  readonly comment: Comment
}

/** Writes a comment and tells the app, also of its own comments, as GitHub does. */
export function writeComment(
  world: World,
  repository: Repository,
  issue: Issue,
  words: { readonly body: string; readonly user: Account; readonly viaApp: boolean },
) {
  const comment = addComment(world, issue, words)
  const told = world.emit(commentEvent(world, repository, { issue, comment }, 'created', words.user))
  return { comment, ...told }
}

export function changeComment(world: World, repository: Repository, written: Written, body: string, by: Account) {
  written.comment.body = body
  written.comment.updatedAt = world.time()
  return world.emit(commentEvent(world, repository, written, 'edited', by))
}

export function removeComment(world: World, repository: Repository, written: Written, by: Account) {
  const { comments } = written.issue
  comments.splice(comments.indexOf(written.comment), 1)
  return world.emit(commentEvent(world, repository, written, 'deleted', by))
}
