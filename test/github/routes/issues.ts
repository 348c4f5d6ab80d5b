import { accountOf } from '../access/actor.ts'
import { reads, writes } from '../access/needs.ts'
import { oneOf, optionalText, text, texts } from '../http/fields.ts'
import { page } from '../http/pages.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { created, noContent, ok } from '../http/replies.ts'
import { type Call, type Route, repositoryRoute } from '../http/route.ts'
import { asIssue, asLabel } from '../shapes/issue.ts'
import { findIssue, type Issue, openIssue, setIssueState } from '../state/issue.ts'
import type { Repository } from '../state/repository.ts'
import { issueEvent } from '../webhooks/payloads.ts'

type OfIssue = Call<'owner' | 'repo' | 'issue_number'>

const reading = reads('issues', 'pull_requests')
const writing = writes('issues', 'pull_requests')

/** Issues and their labels; pull requests are issues too. https://docs.github.com/rest/issues/issues */
export const issueRoutes: readonly Route[] = [
  repositoryRoute('get', '/repos/{owner}/{repo}/issues', reading, (call, repository) => {
    const state = call.query.get('state') ?? 'open'
    const found = repository.issues
      .filter((issue) => !issue.gone && (state === 'all' || issue.state === state))
      .toReversed()
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
  repositoryRoute('get', '/repos/{owner}/{repo}/issues/{issue_number}', reading, (call, repository) =>
    ok(asIssue(call.world, repository, issueOf(call, repository))),
  ),
  repositoryRoute('patch', '/repos/{owner}/{repo}/issues/{issue_number}', writing, updateIssue),
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

export function issueOf(call: OfIssue, repository: Repository): Issue {
  const number = Number(call.param('issue_number'))
  const found = findIssue(repository, number)
  if (found === null && repository.issues[number - 1]?.gone) throw new Refusal(410, 'This issue was deleted')
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
