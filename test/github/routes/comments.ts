import { accountOf } from '../access/actor.ts'
import { reads, writes } from '../access/needs.ts'
import { changeComment, removeComment, writeComment } from '../changes/write-comment.ts'
import { text } from '../http/fields.ts'
import { page } from '../http/pages.ts'
import { notFound, Refusal, unprocessable } from '../http/refusal.ts'
import { created, noContent, ok } from '../http/replies.ts'
import { type Call, type Route, repositoryRoute } from '../http/route.ts'
import { asComment } from '../shapes/issue.ts'
import { findComment } from '../state/issue.ts'
import type { Repository } from '../state/repository.ts'
import { issueOf } from './issues.ts'

type OfComment = Call<'owner' | 'repo' | 'comment_id'>

const reading = reads('issues', 'pull_requests')
const writing = writes('issues', 'pull_requests')

/**
 * Comments on issues and pull requests. Whoever may write here may change and delete the comments of others too, as people
 * with write access may: nothing but the app itself keeps it from that. https://docs.github.com/rest/issues/comments
 */
export const commentRoutes: readonly Route[] = [
  repositoryRoute('get', '/repos/{owner}/{repo}/issues/comments', reading, (call, repository) => {
    const all = repository.issues.flatMap((issue) => issue.comments.map((comment) => ({ issue, comment })))
    const { items, headers } = page(call, all)
    return ok(
      items.map((one) => asComment(call.world, repository, one.issue, one.comment)),
      headers,
    )
  }),
  repositoryRoute('get', '/repos/{owner}/{repo}/issues/comments/{comment_id}', reading, (call, repository) => {
    const { comment, issue } = commentOf(call, repository)
    return ok(asComment(call.world, repository, issue, comment))
  }),
  repositoryRoute('patch', '/repos/{owner}/{repo}/issues/comments/{comment_id}', writing, (call, repository) => {
    const { comment, issue } = commentOf(call, repository)
    const by = accountOf(call.world, call.actor)
    changeComment(call.world, repository, { comment, issue }, bodyOf(call), by)
    return ok(asComment(call.world, repository, issue, comment))
  }),
  repositoryRoute('delete', '/repos/{owner}/{repo}/issues/comments/{comment_id}', writing, (call, repository) => {
    removeComment(call.world, repository, commentOf(call, repository), accountOf(call.world, call.actor))
    return noContent
  }),
  repositoryRoute('get', '/repos/{owner}/{repo}/issues/{issue_number}/comments', reading, (call, repository) => {
    const issue = issueOf(call, repository)
    const { items, headers } = page(call, issue.comments)
    return ok(
      items.map((comment) => asComment(call.world, repository, issue, comment)),
      headers,
    )
  }),
  repositoryRoute('post', '/repos/{owner}/{repo}/issues/{issue_number}/comments', writing, (call, repository) => {
    const issue = issueOf(call, repository)
    const viaApp = call.actor.kind === 'installation'
    if (issue.locked && viaApp) throw new Refusal(403, 'Unable to create comment because issue is locked.')
    const user = accountOf(call.world, call.actor)
    const { comment } = writeComment(call.world, repository, issue, { body: bodyOf(call), user, viaApp })
    const body = asComment(call.world, repository, issue, comment)
    return created(body, { location: body.url })
  }),
]

/** GitHub's limit of a comment's body, in characters. */
const longest = 65_536

function bodyOf(call: Call<never>): string {
  const body = text(call.fields, 'body')
  if (body.trim() === '') throw unprocessable('Body cannot be blank')
  if (body.length > longest) throw unprocessable(`Body is too long (maximum is ${longest} characters)`)
  return body
}

export function commentOf(call: OfComment, repository: Repository) {
  const found = findComment(repository, Number(call.param('comment_id')))
  if (found === null) throw notFound()
  return found
}
