import type { World } from '../world.ts'
import type { CallEntry } from './call-log.ts'
import { Refusal } from './refusal.ts'

/**
 * GitHub's limits, per caller; null: as much as one likes. GitHub's own numbers are 5,000 requests an hour and more, and 80
 * content-generating requests a minute and 500 an hour
 * (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api, 2026-11).
 */
export interface Limits {
  /** Requests of any kind. Fetching a token does not count. */
  requestsPerHour: number | null
  /** Requests that change something. */
  changesPerMinute: number | null
  changesPerHour: number | null
}

const minute = 60_000
const hour = 60 * minute

/** Refuses a request beyond a limit, as GitHub does: it counts from its arrival. The caller is known by now. */
export function checkLimits(world: World, call: CallEntry): void {
  const { changesPerHour, changesPerMinute, requestsPerHour } = world.limits
  if (beyond(world, call, hour, requestsPerHour, () => true)) {
    const reset = String(Math.ceil((world.now() + minute) / 1000))
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }
    throw new Refusal(403, `API rate limit exceeded for ${call.actor}.`, undefined, headers)
  }
  const changed = (one: CallEntry) => one.changes
  if (!call.changes) return
  if (beyond(world, call, minute, changesPerMinute, changed) || beyond(world, call, hour, changesPerHour, changed)) {
    const why = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
    throw new Refusal(403, why, undefined, { 'retry-after': '60' })
  }
}

function beyond(world: World, call: CallEntry, ms: number, most: number | null, counts: (one: CallEntry) => boolean) {
  if (most === null) return false
  const since = world.now() - ms
  const own = world.calls.all.filter((one) => one.actor === call.actor && one.at > since && one.kind !== 'token')
  return own.filter(counts).length > most
}
