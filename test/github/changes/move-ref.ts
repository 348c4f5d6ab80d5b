import { unprocessable } from '../http/refusal.ts'
import type { Account } from '../state/account.ts'
import { followBranches } from '../state/pull.ts'
import { type Repository, setRef } from '../state/repository.ts'
import { pullEvent } from '../webhooks/payloads.ts'
import type { World } from '../world.ts'

/** Moves a ref as a push or the API does: pull requests follow their branch, and the app is told. */
export async function moveRef(
  world: World,
  repository: Repository,
  ref: string,
  sha: string | null,
  by: Account,
): Promise<void> {
  try {
    await setRef(world, repository, ref, sha)
  } catch {
    throw unprocessable('Reference update failed')
  }
  for (const moved of followBranches(world.repositories.values())) {
    world.emit(await pullEvent(world, moved.repository, moved.pull, 'synchronize', by))
  }
}
