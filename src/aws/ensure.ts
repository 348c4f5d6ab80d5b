import { setTimeout } from 'node:timers/promises'
import { mayBeDone, refusalOf } from './refusal.ts'

const attempts = 4

/**
 * Looks before each try to make something, and after: a request whose answer got lost is found instead of made twice. `make` must be sent
 * once for each call, without the SDK's own retries. Throws what AWS said where the thing is not there in the end.
 */
export async function ensure<T>(
  look: () => Promise<T | null>,
  make: () => Promise<unknown>,
  pauseMs: number,
): Promise<T> {
  let last: unknown = null
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await setTimeout(pauseMs * 2 ** (attempt - 1))
    const there = await look()
    if (there !== null) return there
    try {
      await make()
    } catch (error) {
      if (!mayBeDone(error) && refusalOf(error, '')?.why !== 'throttled') throw error
      last = error
      continue
    }
    const made = await look()
    if (made !== null) return made
    last = new Error('what was made cannot be seen yet')
  }
  throw last
}
