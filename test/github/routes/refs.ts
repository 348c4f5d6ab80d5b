import { accountOf } from '../access/actor.ts'
import { reads, writes } from '../access/needs.ts'
import { checkWorkflows } from '../access/workflows.ts'
import { readCommit } from '../git/commit.ts'
import { isAncestor } from '../git/history.ts'
import { flag, text } from '../http/fields.ts'
import { notFound, Refusal, unprocessable } from '../http/refusal.ts'
import { created, noContent, ok } from '../http/replies.ts'
import { type Call, type Route, repositoryRoute } from '../http/route.ts'
import { verificationOf } from '../shapes/commit.ts'
import { nodeId, repositoryApi } from '../shapes/urls.ts'
import { moveRef } from '../state/move-ref.ts'
import type { Repository, Rule } from '../state/repository.ts'
import { objection } from '../state/rules.ts'
import type { World } from '../world.ts'

/** Git refs. https://docs.github.com/rest/git/refs */
export const refRoutes: readonly Route[] = [
  repositoryRoute('get', '/repos/{owner}/{repo}/git/ref/{ref}', reads('contents'), (call, repository) => {
    refuseEmpty(repository)
    return ok(asRef(call.world, repository, existing(repository, call.param('ref'))))
  }),
  repositoryRoute('get', '/repos/{owner}/{repo}/git/matching-refs/{ref}', reads('contents'), (call, repository) => {
    refuseEmpty(repository)
    const refs = [...repository.refs.keys()].filter((ref) => ref.startsWith(`refs/${call.param('ref')}`)).sort()
    return ok(refs.map((ref) => asRef(call.world, repository, ref)))
  }),
  repositoryRoute('post', '/repos/{owner}/{repo}/git/refs', writes('contents'), createRef),
  repositoryRoute('patch', '/repos/{owner}/{repo}/git/refs/{ref}', writes('contents'), updateRef),
  repositoryRoute('delete', '/repos/{owner}/{repo}/git/refs/{ref}', writes('contents'), async (call, repository) => {
    const ref = `refs/${call.param('ref')}`
    if (!repository.refs.has(ref)) throw unprocessable('Reference does not exist')
    refuseByRules(repository, ref, ['deletion'])
    if (ref === `refs/heads/${repository.defaultBranch}`) throw unprocessable('Cannot delete the default branch')
    await moveRef(call.world, repository, ref, null, accountOf(call.world, call.actor))
    return noContent
  }),
]

/** The git data API does not work on a repository without commits (409). */
export function refuseEmpty(repository: Repository): void {
  if (repository.refs.size === 0) throw new Refusal(409, 'Git Repository is empty.')
}

async function createRef(call: Call<'owner' | 'repo'>, repository: Repository) {
  refuseEmpty(repository)
  const { actor, fields, world } = call
  const ref = text(fields, 'ref')
  const sha = text(fields, 'sha')
  if (!/^refs\/[^/]+\/./.test(ref))
    throw unprocessable("Reference name must start with 'refs/' and contain at least three slashes.")
  if (repository.refs.has(ref)) throw unprocessable('Reference already exists')
  await refuseCommit(world, sha)
  const broken = (await isSigned(world, sha)) ? [] : ['required_signatures' as const]
  refuseByRules(repository, ref, ['creation', ...broken])
  await checkWorkflows(world, actor, repository, sha)
  if (repository.refs.has(ref)) throw unprocessable('Reference already exists')
  await moveRef(world, repository, ref, sha, accountOf(world, actor))
  const body = asRef(world, repository, ref)
  return created(body, { location: body.url })
}

async function updateRef(call: Call<'owner' | 'repo' | 'ref'>, repository: Repository) {
  const { actor, fields, world } = call
  const ref = `refs/${call.param('ref')}`
  const sha = text(fields, 'sha')
  const before = repository.refs.get(ref)
  if (before === undefined) throw unprocessable('Reference does not exist')
  await refuseCommit(world, sha)
  const forward = await isAncestor(world.objects, before, sha)
  if (!forward && !flag(fields, 'force')) throw unprocessable('Update is not a fast forward')
  const broken: Rule['type'][] = ['update', 'pull_request']
  if (!forward) broken.push('non_fast_forward')
  if (!(await isSigned(world, sha))) broken.push('required_signatures')
  refuseByRules(repository, ref, broken)
  await checkWorkflows(world, actor, repository, sha)
  const now = repository.refs.get(ref)
  if (now !== before && !flag(fields, 'force')) throw unprocessable('Update is not a fast forward')
  await moveRef(world, repository, ref, sha, accountOf(world, actor))
  return ok(asRef(world, repository, ref))
}

async function refuseCommit(world: World, sha: string): Promise<void> {
  if (!/^[0-9a-f]{40}$/.test(sha))
    throw unprocessable('The sha parameter must be exactly 40 characters and contain only [0-9a-f].')
  if ((await readCommit(world.objects, sha)) === null) throw unprocessable('Object does not exist')
}

async function isSigned(world: World, sha: string): Promise<boolean> {
  const commit = await readCommit(world.objects, sha)
  return commit !== null && verificationOf(commit).verified
}

function refuseByRules(repository: Repository, ref: string, broken: readonly Rule['type'][]): void {
  if (!ref.startsWith('refs/heads/')) return
  const message = objection(repository, ref.slice('refs/heads/'.length), new Set(broken))
  if (message !== null) throw unprocessable(message)
}

function existing(repository: Repository, name: string): string {
  const ref = `refs/${name}`
  if (!repository.refs.has(ref)) throw notFound()
  return ref
}

function asRef(world: World, repository: Repository, ref: string) {
  const sha = repository.refs.get(ref) ?? ''
  const url = repositoryApi(world, repository, `/git/${ref}`)
  const object = { type: 'commit', sha, url: repositoryApi(world, repository, `/git/commits/${sha}`) }
  return { ref, node_id: nodeId('Ref', `${repository.id}:${ref}`), url, object }
}
