import { type Check, ok, wrong } from '../check.ts'

/** GitHub takes no token whose time of issue lies ahead of it; Probot sets that a minute back. */
const mostSeconds = 30

export const clock: Check = {
  id: 'clock',
  judge: ({ github }, words) => {
    if (github === null || 'unreachable' in github || github.clockAhead === null) return null
    const seconds = Math.round(github.clockAhead)
    return Math.abs(seconds) <= mostSeconds ? ok(words.clock) : wrong(words.skew(seconds), words.mendClock)
  },
}
