import { reads, writes } from '../access/needs.ts'
import { createRef, deleteRef, refuseEmpty, updateRef } from '../changes/change-ref.ts'
import { flag, text } from '../http/fields.ts'
import { notFound } from '../http/refusal.ts'
import { created, noContent, ok } from '../http/replies.ts'
import { type Route, repositoryRoute } from '../http/route.ts'
import { nodeId, repositoryApi } from '../shapes/urls.ts'
import type { Repository } from '../state/repository.ts'
import type { World } from '../world.ts'

/** Git refs. https://docs.github.com/rest/git/refs */
export const refRoutes: readonly Route[] = [
  repositoryRoute('get', '/repos/{owner}/{repo}/git/ref/{ref}', reads('contents'), ({ param, world }, repository) => {
    refuseEmpty(repository)
    const ref = `refs/${param('ref')}`
    if (!repository.refs.has(ref)) throw notFound()
    return ok(asRef(world, repository, ref))
  }),
  repositoryRoute(
    'get',
    '/repos/{owner}/{repo}/git/matching-refs/{ref}',
    reads('contents'),
    ({ param, world }, repository) => {
      refuseEmpty(repository)
      const refs = [...repository.refs.keys()].filter((ref) => ref.startsWith(`refs/${param('ref')}`))
      return ok(refs.sort().map((ref) => asRef(world, repository, ref)))
    },
  ),
  repositoryRoute('post', '/repos/{owner}/{repo}/git/refs', writes('contents'), async (call, repository) => {
    const ref = text(call.fields, 'ref')
    await createRef(call.world, call.actor, repository, ref, text(call.fields, 'sha'))
    const body = asRef(call.world, repository, ref)
    return created(body, { location: body.url })
  }),
  repositoryRoute('patch', '/repos/{owner}/{repo}/git/refs/{ref}', writes('contents'), async (call, repository) => {
    const { actor, fields, world } = call
    const ref = `refs/${call.param('ref')}`
    await updateRef(world, actor, repository, { ref, sha: text(fields, 'sha'), force: flag(fields, 'force') })
    return ok(asRef(world, repository, ref))
  }),
  repositoryRoute('delete', '/repos/{owner}/{repo}/git/refs/{ref}', writes('contents'), async (call, repository) => {
    await deleteRef(call.world, call.actor, repository, `refs/${call.param('ref')}`)
    return noContent
  }),
]

function asRef(world: World, repository: Repository, ref: string) {
  const sha = repository.refs.get(ref) ?? ''
  const url = repositoryApi(world, repository, `/git/${ref}`)
  const object = { type: 'commit', sha, url: repositoryApi(world, repository, `/git/commits/${sha}`) }
  return { ref, node_id: nodeId('Ref', `${repository.id}:${ref}`), url, object }
}
