import { setTimeout as pause } from 'node:timers/promises'
import type { RepositoryHandle } from '../github/repository-handle.ts'

const patience = 120_000

/** Waits until a bot has commented on the issue; false when none has in two minutes. */
export async function waitForReply(repository: RepositoryHandle, issue: number): Promise<boolean> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(100)) {
    if (repository.comments(issue).some((comment) => comment.by.endsWith('[bot]'))) return true
  }
  return false
}
