import { setTimeout } from 'node:timers/promises'
import { statusOf } from './status-of.ts'

const attempts = 3
const pauseMs = 400

/**
 * For the requests that `once` repeats itself: Octokit must not. (Any other number would make it repeat 403 and 404 too:
 * @octokit/plugin-retry 8.1.1 asks its list of final answers only where the number is its own.)
 */
export const unrepeated = { retries: 0 } as const

/**
 * Does a write that must not happen twice. After a failure that leaves open whether it was done (5xx, or no answer at all),
 * `find` looks for its result before the write is tried again. Octokit's own retry would write a second comment.
 */
export async function once<T>(write: () => Promise<T>, find: () => Promise<T | null>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write()
    } catch (error) {
      if (!isOpen(error)) throw error
      const found = await find()
      if (found !== null) return found
      if (attempt === attempts) throw error
      await setTimeout(attempt * pauseMs)
    }
  }
}

function isOpen(error: unknown): boolean {
  const status = statusOf(error)
  return status !== null && status >= 500
}
