import { type Actor, accountOf } from '../access/actor.ts'
import { isWorkflow, lacksWorkflows, refusing } from '../access/workflows.ts'
import { readCommit, writeCommit } from '../git/commit.ts'
import { editTree, type TreeChange } from '../git/edit-tree.ts'
import type { Fields } from '../http/fields.ts'
import { notFound } from '../http/refusal.ts'
import type { Repository } from '../state/repository.ts'
import type { World } from '../world.ts'
import { updateRef } from './change-ref.ts'
import { moveRef } from './move-ref.ts'
import { signaturesOf } from './signatures.ts'

/** Commits changes on top of a branch and moves it, as the contents API and `createCommitOnBranch` do. Gives the commit. */
export async function writeFiles(
  world: World,
  actor: Actor,
  repository: Repository,
  change: {
    readonly branch: string
    readonly message: string
    readonly changes: readonly TreeChange[]
    readonly fields: Fields
  },
): Promise<string> {
  const ref = `refs/heads/${change.branch}`
  const parent = repository.refs.get(ref)
  if (parent === undefined && repository.refs.size > 0) throw notFound()
  const touched = change.changes.find((one) => isWorkflow(one.path))
  if (touched !== undefined && lacksWorkflows(actor)) throw refusing(touched.path)
  const base = parent === undefined ? null : ((await readCommit(world.objects, parent))?.tree ?? null)
  const tree = await editTree(world.objects, base, change.changes)
  const people = signaturesOf(world, actor, change.fields)
  const parents = parent === undefined ? [] : [parent]
  const sha = await writeCommit(world.objects, { tree, parents, message: change.message, ...people })
  // The contents API is the one way to give an empty repository its first commit.
  if (parent === undefined) await moveRef(world, repository, ref, sha, accountOf(world, actor))
  else await updateRef(world, actor, repository, { ref, sha, force: false })
  return sha
}
