import { readCommit } from '../git/commit.ts'
import { findPath, walkTree } from '../git/tree.ts'
import { Refusal } from '../http/refusal.ts'
import type { Repository } from '../state/repository.ts'
import type { World } from '../world.ts'
import type { Actor } from './actor.ts'
import { allows, grantedTo } from './permission.ts'

const folder = '.github/workflows'

export function isWorkflow(path: string): boolean {
  return path.startsWith(`${folder}/`)
}

/** Whether this caller may not change workflow files: an installation without `workflows: write`. */
export function lacksWorkflows(actor: Actor): boolean {
  return actor.kind === 'installation' && !allows(grantedTo(actor), { name: 'workflows', level: 'write' })
}

/** Refuses to point a ref at a commit with a workflow file that no branch has yet in this form. */
export async function checkWorkflows(world: World, actor: Actor, repository: Repository, sha: string): Promise<void> {
  if (!lacksWorkflows(actor)) return
  const known = new Set<string>()
  for (const head of repository.refs.values()) for (const file of await workflowsOf(world, head)) known.add(file)
  const fresh = (await workflowsOf(world, sha)).find((file) => !known.has(file))
  if (fresh === undefined) return
  const [path] = fresh.split(' ')
  throw refusing(path ?? '')
}

/** The words are GitHub's: https://github.com/peter-evans/create-pull-request/issues/1713 (2023-03-09). */
export function refusing(path: string): Refusal {
  const why = `refusing to allow a GitHub App to create or update workflow \`${path}\` without \`workflows\` permission`
  return new Refusal(403, why)
}

/** Each as `path sha`. */
async function workflowsOf(world: World, commit: string): Promise<readonly string[]> {
  const tree = (await readCommit(world.objects, commit))?.tree
  const found = tree === undefined ? null : await findPath(world.objects, tree, folder)
  if (found === null) return []
  const paths = await walkTree(world.objects, found.sha, `${folder}/`)
  return paths.filter((one) => one.mode !== '040000').map((one) => `${one.path} ${one.sha}`)
}
