import { type Actor, accountOf } from '../access/actor.ts'
import { reads, writes } from '../access/needs.ts'
import { changePull } from '../changes/change-pull.ts'
import { openPull } from '../changes/open-pull.ts'
import { flag, oneOf, optionalText, text } from '../http/fields.ts'
import { page } from '../http/pages.ts'
import { invalid, notFound } from '../http/refusal.ts'
import { created, ok } from '../http/replies.ts'
import { type Call, type Route, repositoryRoute } from '../http/route.ts'
import { asPull, asPullItem } from '../shapes/pull.ts'
import { findPull, isPull, type PullIssue } from '../state/pull.ts'
import { findRepository, type Repository } from '../state/repository.ts'
import type { World } from '../world.ts'

export type OfPull = Call<'owner' | 'repo' | 'pull_number'>

/** Pull requests. https://docs.github.com/rest/pulls/pulls */
export const pullRoutes: readonly Route[] = [
  repositoryRoute('get', '/repos/{owner}/{repo}/pulls', reads('pull_requests'), listPulls),
  repositoryRoute('post', '/repos/{owner}/{repo}/pulls', writes('pull_requests'), createPull),
  repositoryRoute(
    'get',
    '/repos/{owner}/{repo}/pulls/{pull_number}',
    reads('pull_requests'),
    async (call, repository) => ok(await asPull(call.world, repository, pullOf(call, repository))),
  ),
  repositoryRoute('patch', '/repos/{owner}/{repo}/pulls/{pull_number}', writes('pull_requests'), updatePull),
]

export function pullOf(call: OfPull, repository: Repository): PullIssue {
  const found = findPull(repository, Number(call.param('pull_number')))
  if (found === null) throw notFound()
  return found
}

function listPulls(call: Call<'owner' | 'repo'>, repository: Repository) {
  const state = call.query.get('state') ?? 'open'
  const head = call.query.get('head')
  const base = call.query.get('base')
  const oldFirst = call.query.get('direction') === 'asc'
  const found = repository.issues.filter(isPull).filter((issue) => {
    const { pull } = issue
    const label = `${pull.head.owner.login}:${pull.headRef}`.toLowerCase()
    return (
      (state === 'all' || issue.state === state) &&
      // GitHub ignores a head without the owner in front.
      (head === null || !head.includes(':') || head.toLowerCase() === label) &&
      (base === null || pull.baseRef === base)
    )
  })
  const { items, headers } = page(call, oldFirst ? found : found.toReversed())
  return ok(
    items.map((issue) => asPullItem(call.world, repository, issue)),
    headers,
  )
}

async function createPull(call: Call<'owner' | 'repo'>, repository: Repository) {
  const { actor, fields, world } = call
  const head = text(fields, 'head')
  const base = text(fields, 'base')
  const [owner, headRef] = head.includes(':') ? head.split(':', 2) : [repository.owner.login, head]
  const from = owner === repository.owner.login ? repository : forkOf(world, repository, owner ?? '')
  const issue = await openPull(world, repository, {
    title: text(fields, 'title'),
    body: optionalText(fields, 'body'),
    user: accountOf(world, actor),
    viaApp: viaApp(actor),
    draft: flag(fields, 'draft'),
    head: from ?? invalidHead(),
    headRef: headRef ?? '',
    baseRef: base,
  })
  const body = await asPull(world, repository, issue)
  return created(body, { location: body.url })
}

function viaApp(actor: Actor): boolean {
  return actor.kind === 'installation'
}

function forkOf(world: World, repository: Repository, owner: string): Repository | null {
  const found = [...world.repositories.values()].find(
    (one) => one.parent === repository && one.owner.login.toLowerCase() === owner.toLowerCase(),
  )
  return found ?? findRepository(world, `${owner}/${repository.name}`)
}

function invalidHead(): never {
  throw invalid('PullRequest', 'head', 'invalid')
}

async function updatePull(call: OfPull, repository: Repository) {
  const { actor, fields, world } = call
  const issue = pullOf(call, repository)
  const change = {
    title: optionalText(fields, 'title'),
    body: fields.body === undefined ? issue.body : optionalText(fields, 'body'),
    base: optionalText(fields, 'base'),
    state: oneOf(fields, 'state', ['open', 'closed']),
  }
  await changePull(world, repository, issue, change, accountOf(world, actor))
  return ok(await asPull(world, repository, issue))
}
