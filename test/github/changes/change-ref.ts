import { type Actor, accountOf } from '../access/actor.ts'
import { checkWorkflows } from '../access/workflows.ts'
import { readCommit } from '../git/commit.ts'
import { isAncestor, listCommits } from '../git/history.ts'
import { Refusal, unprocessable } from '../http/refusal.ts'
import { verificationOf } from '../shapes/commit.ts'
import type { Repository } from '../state/repository.ts'
import { type BranchChange, objection, protects } from '../state/rules.ts'
import type { World } from '../world.ts'
import { moveRef } from './move-ref.ts'

const heads = 'refs/heads/'

/** The git data API does not work on a repository without commits (409). */
export function refuseEmpty(repository: Repository): void {
  if (repository.refs.size === 0) throw new Refusal(409, 'Git Repository is empty.')
}

/** Makes a ref for somebody, as far as permissions, rules and the ref's name allow; refuses in GitHub's words. */
export async function createRef(world: World, actor: Actor, repository: Repository, ref: string, sha: string) {
  refuseEmpty(repository)
  if (!/^refs\/[^/]+\/./.test(ref)) {
    throw unprocessable("Reference name must start with 'refs/' and contain at least three slashes.")
  }
  if (repository.refs.has(ref)) throw unprocessable('Reference already exists')
  await refuseCommit(world, sha)
  await refuseByRules(world, repository, { ref, sha, kind: 'creation', forced: false })
  await checkWorkflows(world, actor, repository, sha)
  // Somebody else may have made it in the meantime.
  if (repository.refs.has(ref)) throw unprocessable('Reference already exists')
  await moveRef(world, repository, ref, sha, accountOf(world, actor))
}

/** Moves a ref for somebody; `force` allows to leave commits behind. */
export async function updateRef(
  world: World,
  actor: Actor,
  repository: Repository,
  change: { readonly ref: string; readonly sha: string; readonly force: boolean },
) {
  const { force, ref, sha } = change
  const before = repository.refs.get(ref)
  if (before === undefined) throw unprocessable('Reference does not exist')
  await refuseCommit(world, sha)
  const forward = await isAncestor(world.objects, before, sha)
  if (!forward && !force) throw unprocessable('Update is not a fast forward')
  await refuseByRules(world, repository, { ref, sha, kind: 'update', forced: !forward })
  await checkWorkflows(world, actor, repository, sha)
  if (repository.refs.get(ref) !== before && !force) throw unprocessable('Update is not a fast forward')
  await moveRef(world, repository, ref, sha, accountOf(world, actor))
}

export async function deleteRef(world: World, actor: Actor, repository: Repository, ref: string) {
  const sha = repository.refs.get(ref)
  if (sha === undefined) throw unprocessable('Reference does not exist')
  if (ref === `${heads}${repository.defaultBranch}`) throw unprocessable('Cannot delete the default branch')
  await refuseByRules(world, repository, { ref, sha, kind: 'deletion', forced: false })
  await moveRef(world, repository, ref, null, accountOf(world, actor))
}

async function refuseCommit(world: World, sha: string): Promise<void> {
  if (!/^[0-9a-f]{40}$/.test(sha)) {
    throw unprocessable('The sha parameter must be exactly 40 characters and contain only [0-9a-f].')
  }
  if ((await readCommit(world.objects, sha)) === null) throw unprocessable('Object does not exist')
}

type RefChange = Pick<BranchChange, 'kind' | 'forced'> & { readonly ref: string; readonly sha: string }

async function refuseByRules(world: World, repository: Repository, { forced, kind, ref, sha }: RefChange) {
  const branch = ref.slice(heads.length)
  if (!ref.startsWith(heads) || !protects(repository, branch)) return
  const commits = kind === 'deletion' ? [] : await freshCommits(world, repository, sha)
  const message = objection(repository, { kind, branch, forced, commits })
  if (message !== null) throw unprocessable(message)
}

async function freshCommits(world: World, repository: Repository, sha: string) {
  const known = [...repository.refs.values()].map((one) => `^${one}`)
  const found = await listCommits(world.objects, sha, known)
  const commits = await Promise.all(found.map((one) => readCommit(world.objects, one)))
  return commits.flatMap((commit) =>
    commit === null
      ? []
      : [{ message: commit.message, email: commit.author.email, verified: verificationOf(commit).verified }],
  )
}
