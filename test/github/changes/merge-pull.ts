import { readCommit, STAND_IN_SIGNATURE, writeCommit } from '../git/commit.ts'
import { compare } from '../git/history.ts'
import { Refusal } from '../http/refusal.ts'
import { emailOf } from '../shapes/commit.ts'
import type { Account } from '../state/account.ts'
import { setIssueState } from '../state/issue.ts'
import type { PullIssue } from '../state/pull.ts'
import { fullName, type Repository } from '../state/repository.ts'
import { pullEvent } from '../webhooks/payloads.ts'
import type { World } from '../world.ts'
import { moveRef } from './move-ref.ts'

/** Merges with a merge commit and tells the app; gives the commit. Refuses with 409 what git cannot merge. */
export async function mergePull(world: World, repository: Repository, issue: PullIssue, by: Account): Promise<string> {
  const { pull } = issue
  const tree = await mergedTree(world, pull.baseSha, pull.headSha)
  const person = { name: by.login, email: emailOf(by), date: world.time() }
  const sha = await writeCommit(world.objects, {
    tree,
    parents: [pull.baseSha, pull.headSha],
    author: person,
    committer: { name: 'GitHub', email: 'noreply@github.com', date: world.time() },
    message: `Merge pull request #${issue.number} from ${fullName(pull.head).split('/')[0]}/${pull.headRef}\n\n${issue.title}`,
    signature: STAND_IN_SIGNATURE,
  })
  pull.mergedAt = world.time()
  pull.mergedBy = by
  pull.mergeCommit = sha
  setIssueState(world, issue, 'closed', by)
  await moveRef(world, repository, `refs/heads/${pull.baseRef}`, sha, by)
  world.emit(await pullEvent(world, repository, issue, 'closed', by))
  return sha
}

async function mergedTree(world: World, base: string, head: string): Promise<string> {
  const comparison = await compare(world.objects, base, head)
  if (comparison?.mergeBase === base) return (await readCommit(world.objects, head))?.tree ?? ''
  try {
    return (await world.objects.git('merge-tree', '--write-tree', base, head)).trim()
  } catch {
    throw new Refusal(409, 'Merge conflict')
  }
}
