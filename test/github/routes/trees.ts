import type { Actor } from '../access/actor.ts'
import { reads, writes } from '../access/needs.ts'
import { isWorkflow, lacksWorkflows } from '../access/workflows.ts'
import { refuseEmpty } from '../changes/change-ref.ts'
import { readCommit } from '../git/commit.ts'
import { editTree, type TreeChange } from '../git/edit-tree.ts'
import { readTree, type TreePath, typeOf, walkTree } from '../git/tree.ts'
import { asFields, type Fields, optionalList, optionalText, text } from '../http/fields.ts'
import { notAccessible, notFound, unprocessable } from '../http/refusal.ts'
import { created, ok } from '../http/replies.ts'
import { type Call, type Route, repositoryRoute } from '../http/route.ts'
import { repositoryApi } from '../shapes/urls.ts'
import { type Repository, resolve } from '../state/repository.ts'
import type { World } from '../world.ts'

type InRepository = Call<'owner' | 'repo'>

/** Git trees. https://docs.github.com/rest/git/trees */
export const treeRoutes: readonly Route[] = [
  repositoryRoute('get', '/repos/{owner}/{repo}/git/trees/{tree_sha}', reads('contents'), getTree),
  repositoryRoute('post', '/repos/{owner}/{repo}/git/trees', writes('contents'), createTree),
]

async function treeOf(world: World, repository: Repository, name: string): Promise<string> {
  const sha = resolve(repository, name)
  if (sha === null) throw notFound()
  return (await readCommit(world.objects, sha))?.tree ?? sha
}

async function getTree(call: Call<'owner' | 'repo' | 'tree_sha'>, repository: Repository) {
  refuseEmpty(repository)
  const { world } = call
  const root = await treeOf(world, repository, call.param('tree_sha'))
  const items = await readTree(world.objects, root)
  if (items === null) throw notFound()
  const deep = call.query.has('recursive')
  const paths = deep ? await walkTree(world.objects, root) : items.map(({ name, ...rest }) => ({ path: name, ...rest }))
  const shown = deep ? paths.slice(0, repository.treeLimit) : paths
  const tree = await Promise.all(shown.map((one) => asTreeEntry(call, repository, one)))
  const url = repositoryApi(world, repository, `/git/trees/${root}`)
  return ok({ sha: root, url, tree, truncated: shown.length < paths.length })
}

async function asTreeEntry(call: InRepository, repository: Repository, { mode, path, sha }: TreePath) {
  const type = typeOf(mode)
  if (type === 'commit') return { path, mode, type, sha }
  const url = repositoryApi(call.world, repository, `/git/${type}s/${sha}`)
  if (type === 'tree') return { path, mode, type, sha, url }
  const object = await call.world.objects.read(sha)
  return { path, mode, type, sha, size: object?.content.length ?? 0, url }
}

const modes = new Set(['100644', '100755', '040000', '160000', '120000'])

async function createTree(call: InRepository, repository: Repository) {
  refuseEmpty(repository)
  const { actor, fields, world } = call
  const list = optionalList(fields, 'tree')
  if (list === null) throw unprocessable('Invalid tree info')
  const base = optionalText(fields, 'base_tree')
  const baseTree = base === null ? null : await treeOf(world, repository, base)
  if (baseTree !== null && (await readTree(world.objects, baseTree)) === null)
    throw unprocessable('base_tree is not a valid tree oid')
  const changes = await Promise.all(list.map((item) => changeOf(world, asFields(item))))
  refuseWorkflows(world, actor, changes)
  const sha = await editTree(world.objects, baseTree, changes)
  const entries = (await readTree(world.objects, sha)) ?? []
  const tree = await Promise.all(
    entries.map(({ name, ...rest }) => asTreeEntry(call, repository, { path: name, ...rest })),
  )
  return created({ sha, url: repositoryApi(world, repository, `/git/trees/${sha}`), tree, truncated: false })
}

/**
 * GitHub refuses the tree already, in its general words.
 * https://github.com/anthropics/claude-code-action/issues/29 (2025-05-28)
 */
function refuseWorkflows(world: World, actor: Actor, changes: readonly TreeChange[]): void {
  if (!world.refuseWorkflowTrees || !lacksWorkflows(actor)) return
  if (changes.some((change) => isWorkflow(change.path))) throw notAccessible('workflows=write')
}

async function changeOf(world: World, fields: Fields): Promise<TreeChange> {
  const path = text(fields, 'path')
  if (/^\/|\/$|\/\/|(^|\/)(\.{1,2}|\.git)(\/|$)/i.test(path) || path === '') {
    throw unprocessable('tree.path contains a malformed path component')
  }
  if (fields.sha === null) return { path, mode: '100644', sha: null }
  const mode = text(fields, 'mode')
  if (!modes.has(mode)) throw unprocessable('Must supply a valid tree.mode')
  const content = optionalText(fields, 'content')
  if (content !== null) return { path, mode, sha: await world.objects.write('blob', Buffer.from(content)) }
  const sha = text(fields, 'sha')
  const type = typeOf(mode)
  const object = type === 'commit' ? null : await world.objects.read(sha)
  if (type !== 'commit' && object?.type !== type) throw unprocessable(`tree.sha ${sha} is not a valid ${type}`)
  return { path, mode, sha }
}
