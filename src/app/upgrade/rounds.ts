import type { Logger } from 'probot'
import type { Queue } from '../../queue.ts'
import { dayOf } from '../doctor.ts'
import type { QueuedJob } from '../job.ts'

/** When the schedule is looked at. */
export interface RoundsTiming {
  /** How long after the start, in milliseconds: a start has enough to do. */
  readonly firstMs: number
  readonly everyMs: number
  readonly now: () => number
}

const minute = 60_000
export const usualTiming: RoundsTiming = { firstMs: 5 * minute, everyMs: 60 * minute, now: Date.now }

/**
 * Puts the look at every installation into the queue, every hour under the name of the day: of several processes, and of several starts, one does
 * it as long as the queue remembers the name. Done twice it does no harm. Gives what stops it.
 */
export function startRounds(queue: Queue<QueuedJob>, log: Logger, timing: RoundsTiming = usualTiming): () => void {
  const look = () => {
    const day = dayOf(timing.now())
    const id = `rounds:${day}`
    queue.add({ id, lane: 'rounds', key: id, data: { kind: 'rounds', day } }).then(
      (added) => {
        if (added === 'queued') log.info({ day }, 'looking for set-ups to bring up to date')
      },
      (error: unknown) => log.warn({ err: error }, 'the schedule could not be looked at'),
    )
  }
  let every: NodeJS.Timeout | null = null
  const first = setTimeout(() => {
    look()
    every = setInterval(look, timing.everyMs).unref()
  }, timing.firstMs).unref()
  return () => {
    clearTimeout(first)
    if (every !== null) clearInterval(every)
  }
}
