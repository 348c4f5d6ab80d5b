import { type Added, defaultRetry, type Job, type OnError, type Queue, type Retry, type Work } from '../queue.ts'
import { waitingLanes } from './lanes.ts'
import { pauses } from './pauses.ts'

export interface Limits {
  /** How many lanes run at the same time. */
  readonly concurrency: number
  /** How many jobs may wait. */
  readonly capacity: number
  /** How many ids are remembered. */
  readonly memory: number
  readonly retry: Retry
}

/** A waiting job is about 1 kB, so a full queue takes a few megabytes. */
export const defaultLimits: Limits = { concurrency: 50, capacity: 5000, memory: 20_000, retry: defaultRetry }

/** A queue in the memory of this process. Lanes take turns; within a lane one job runs at a time. */
export function inProcessQueue<T>(work: Work<T>, onError: OnError<T>, limits: Limits = defaultLimits): Queue<T> {
  const lanes = waitingLanes<T>()
  const running = new Map<string, Promise<void>>()
  const known = memory(limits.memory)
  const later = pauses(limits.retry)
  let closed = false
  let failed = 0

  const next = (): void => {
    while (running.size < limits.concurrency) {
      const job = lanes.take((lane) => !running.has(lane))
      if (job === null) return
      running.set(job.lane, run(job))
    }
  }
  const put = (job: Job<T>): void => {
    lanes.put(job)
    next()
  }
  const run = async (job: Job<T>): Promise<void> => {
    try {
      await work(job)
      later.forget(job.id)
    } catch (error) {
      onError(error, job)
      if (!later.again(job.id, () => put(job))) failed += 1
    } finally {
      running.delete(job.lane)
      next()
    }
  }

  return {
    add: async (job): Promise<Added> => {
      if (closed) return 'closed'
      if (known.has(job.id)) return 'known'
      const merged = lanes.holds(job)
      if (!merged && lanes.count() >= limits.capacity) return 'full'
      known.add(job.id)
      if (merged) return 'merged'
      if (job.afterMs === undefined) put(job)
      else later.after(job.id, job.afterMs, () => put(job))
      return 'queued'
    },
    drain: async (graceMs) => {
      closed = true
      await untilIdle(() => [...running.values()], graceMs)
      return lanes.count() + running.size + later.stop()
    },
    size: async () => ({ waiting: lanes.count(), later: later.count(), running: running.size, failed }),
    ready: async () => undefined,
  }
}

/** The last ids. */
function memory(limit: number) {
  const ids = new Set<string>()
  return {
    has: (id: string) => ids.has(id),
    add: (id: string) => {
      ids.add(id)
      const [oldest] = ids
      if (ids.size > limit && oldest !== undefined) ids.delete(oldest)
    },
  }
}

/** Waits until nothing runs any more, or until the time is over. */
async function untilIdle(active: () => readonly Promise<void>[], graceMs: number): Promise<void> {
  const time = Promise.withResolvers<'over'>()
  const timer = setTimeout(time.resolve, graceMs, 'over')
  while (active().length > 0) {
    if ((await Promise.race([time.promise, ...active()])) === 'over') break
  }
  clearTimeout(timer)
}
