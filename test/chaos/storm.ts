import type { Fault } from '../github/http/faults.ts'
import type { Fate } from '../github/webhooks/outbox.ts'

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const troubles: readonly Fault[] = [
  { kind: 'status', status: 502 },
  { kind: 'html' },
  {
    ...{ kind: 'status', status: 403, headers: { 'retry-after': '5' } },
    message: 'You have exceeded a secondary rate limit.',
  },
  { kind: 'drop' },
  { kind: 'half' },
  { kind: 'lost-answer' },
]

/** Faults that hit any request; `share` of all requests, spread over all kinds of trouble. */
export function anyTrouble(random: () => number, share: number): readonly Fault[] {
  const each = share / troubles.length
  return troubles.map((trouble) => ({ ...trouble, match: () => random() < each, times: Number.POSITIVE_INFINITY }))
}

/** What becomes of a delivery: most come, some twice, late or not at all. */
export function anyFate(random: () => number): Fate {
  const number = random()
  if (number < 0.5) return 'send'
  if (number < 0.7) return 'twice'
  return number < 0.85 ? 'hold' : 'fail'
}
