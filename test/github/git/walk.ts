import { readCommit } from './commit.ts'
import type { Objects } from './objects.ts'

/** How far we look ourselves before git is started, which takes longer. */
const nearby = 50

/**
 * The commits from `head` back to `base`, newest first, where `base` is a near ancestor and every way back leads to it; null
 * where that is not so, or not seen within a few commits.
 */
export async function walkBack(objects: Objects, base: string, head: string): Promise<readonly string[] | null> {
  const found: string[] = []
  const waiting = [head]
  const seen = new Set([base])
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (seen.has(next)) continue
    seen.add(next)
    const commit = await readCommit(objects, next)
    if (commit === null || commit.parents.length === 0 || found.length === nearby) return null
    found.push(next)
    waiting.push(...commit.parents)
  }
  return found
}
