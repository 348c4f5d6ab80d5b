import { accountOf } from '../access/actor.ts'
import { reads, writes } from '../access/needs.ts'
import { oneOf, text } from '../http/fields.ts'
import { page } from '../http/pages.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { created, noContent, ok } from '../http/replies.ts'
import { type Call, type Route, repositoryRoute } from '../http/route.ts'
import { asReaction } from '../shapes/reactions.ts'
import type { Issue } from '../state/issue.ts'
import { contents, type Reaction, react } from '../state/reaction.ts'
import { commentOf } from './comments.ts'
import { issueOf } from './issues.ts'

const reading = reads('issues', 'pull_requests')
const writing = writes('issues', 'pull_requests')
const onIssue = '/repos/{owner}/{repo}/issues/{issue_number}/reactions'
const onComment = '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions'

/** Reactions to issues and comments. https://docs.github.com/rest/reactions/reactions */
export const reactionRoutes: readonly Route[] = [
  repositoryRoute('get', onIssue, reading, (call, repository) => list(call, issueOf(call, repository).reactions)),
  repositoryRoute('get', onComment, reading, (call, repository) =>
    list(call, commentOf(call, repository).comment.reactions),
  ),
  repositoryRoute('post', onIssue, writing, (call, repository) => {
    const issue = issueOf(call, repository)
    return add(call, issue, issue.reactions)
  }),
  repositoryRoute('post', onComment, writing, (call, repository) => {
    const { comment, issue } = commentOf(call, repository)
    return add(call, issue, comment.reactions)
  }),
  repositoryRoute('delete', `${onIssue}/{reaction_id}`, writing, (call, repository) =>
    remove(call, issueOf(call, repository).reactions),
  ),
  repositoryRoute('delete', `${onComment}/{reaction_id}`, writing, (call, repository) =>
    remove(call, commentOf(call, repository).comment.reactions),
  ),
]

function list(call: Call<never>, reactions: readonly Reaction[]) {
  const wanted = call.query.get('content')
  const { items, headers } = page(
    call,
    reactions.filter((one) => wanted === null || one.content === wanted),
  )
  return ok(
    items.map((one) => asReaction(call.world, one)),
    headers,
  )
}

function add(call: Call<never>, issue: Issue, reactions: Reaction[]) {
  const { actor, fields, world } = call
  if (issue.locked && actor.kind === 'installation')
    throw new Refusal(403, 'Unable to create reaction because issue is locked.')
  text(fields, 'content')
  const given = react(world, reactions, accountOf(world, actor), oneOf(fields, 'content', contents) ?? 'eyes')
  const body = asReaction(world, given.reaction)
  return given.isNew ? created(body) : ok(body)
}

function remove(call: Call<'reaction_id'>, reactions: Reaction[]) {
  const at = reactions.findIndex((one) => one.id === Number(call.param('reaction_id')))
  const found = reactions[at]
  if (found === undefined) throw notFound()
  if (found.user.id !== accountOf(call.world, call.actor).id)
    throw new Refusal(403, 'Resource not accessible by integration')
  reactions.splice(at, 1)
  return noContent
}
