import { accountOf } from '../access/actor.ts'
import { reads, writes } from '../access/needs.ts'
import { changeComment, removeComment, writeComment } from '../changes/write-comment.ts'
import { oneOf, optionalText, text, texts } from '../http/fields.ts'
import { page } from '../http/pages.ts'
import { notFound, Refusal, unprocessable } from '../http/refusal.ts'
import { created, noContent, ok } from '../http/replies.ts'
import { type Call, type Route, repositoryRoute } from '../http/route.ts'
import { asComment, asIssue, asLabel } from '../shapes/issue.ts'
import { findComment, findIssue, type Issue, openIssue, setIssueState } from '../state/issue.ts'
import type { Repository } from '../state/repository.ts'
import { issueEvent } from '../webhooks/payloads.ts'

type OfIssue = Call<'owner' | 'repo' | 'issue_number'>
type OfComment = Call<'owner' | 'repo' | 'comment_id'>

const reading = reads('issues', 'pull_requests')
const writing = writes('issues', 'pull_requests')

/** Issues, their comments and labels; pull requests are issues too. https://docs.github.com/rest/issues */
export const issueRoutes: readonly Route[] = [
  repositoryRoute('get', '/repos/{owner}/{repo}/issues', reading, (call, repository) => {
    const state = call.query.get('state') ?? 'open'
    const found = repository.issues.filter((issue) => state === 'all' || issue.state === state).toReversed()
    const { items, headers } = page(call, found)
    return ok(
      items.map((issue) => asIssue(call.world, repository, issue)),
      headers,
    )
  }),
  repositoryRoute('post', '/repos/{owner}/{repo}/issues', writes('issues'), (call, repository) => {
    const user = accountOf(call.world, call.actor)
    const words = { title: text(call.fields, 'title'), body: optionalText(call.fields, 'body'), user }
    const issue = openIssue(call.world, repository, { ...words, viaApp: call.actor.kind === 'installation' })
    call.world.emit(issueEvent(call.world, repository, issue, 'opened', user))
    return created(asIssue(call.world, repository, issue))
  }),
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
    if (call.actor.kind === 'installation' && comment.user.id !== by.id)
      throw new Refusal(403, 'Resource not accessible by integration')
    changeComment(call.world, repository, { comment, issue }, bodyOf(call), by)
    return ok(asComment(call.world, repository, issue, comment))
  }),
  repositoryRoute('delete', '/repos/{owner}/{repo}/issues/comments/{comment_id}', writing, (call, repository) => {
    removeComment(call.world, repository, commentOf(call, repository), accountOf(call.world, call.actor))
    return noContent
  }),
  repositoryRoute('get', '/repos/{owner}/{repo}/issues/{issue_number}', reading, (call, repository) =>
    ok(asIssue(call.world, repository, issueOf(call, repository))),
  ),
  repositoryRoute('patch', '/repos/{owner}/{repo}/issues/{issue_number}', writing, updateIssue),
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
  repositoryRoute('get', '/repos/{owner}/{repo}/issues/{issue_number}/labels', reading, (call, repository) =>
    ok([...issueOf(call, repository).labels].map((name) => asLabel(call.world, repository, name))),
  ),
  repositoryRoute('post', '/repos/{owner}/{repo}/issues/{issue_number}/labels', writing, (call, repository) => {
    const issue = issueOf(call, repository)
    for (const name of texts(call.fields, 'labels')) label(call, repository, issue, name)
    return ok([...issue.labels].map((name) => asLabel(call.world, repository, name)))
  }),
  repositoryRoute(
    'put',
    '/repos/{owner}/{repo}/issues/{issue_number}/lock',
    writes('issues', 'pull_requests'),
    (call, repository) => {
      issueOf(call, repository).locked = true
      return noContent
    },
  ),
]

/** GitHub's limit of a comment's body, in characters. */
const longest = 65_536

function bodyOf(call: Call<never>): string {
  const body = text(call.fields, 'body')
  if (body.trim() === '') throw unprocessable('Body cannot be blank')
  if (body.length > longest) throw unprocessable(`Body is too long (maximum is ${longest} characters)`)
  return body
}

export function issueOf(call: OfIssue, repository: Repository): Issue {
  const found = findIssue(repository, Number(call.param('issue_number')))
  if (found === null) throw notFound()
  return found
}

export function commentOf(call: OfComment, repository: Repository) {
  const found = findComment(repository, Number(call.param('comment_id')))
  if (found === null) throw notFound()
  return found
}

function updateIssue(call: OfIssue, repository: Repository) {
  const { fields, world } = call
  const issue = issueOf(call, repository)
  const by = accountOf(world, call.actor)
  issue.title = optionalText(fields, 'title') ?? issue.title
  if (fields.body !== undefined) issue.body = optionalText(fields, 'body')
  const state = oneOf(fields, 'state', ['open', 'closed'])
  if (state !== null) setIssueState(world, issue, state, by)
  issue.updatedAt = world.time()
  return ok(asIssue(world, repository, issue))
}

function label(call: OfIssue, repository: Repository, issue: Issue, name: string): void {
  if (!repository.labels.has(name)) {
    repository.labels.set(name, { id: call.world.id(), name, color: 'ededed', description: null })
  }
  issue.labels.add(name)
}
