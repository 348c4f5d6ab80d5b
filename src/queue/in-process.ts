import type { Added, Job, Queue, Work } from '../queue.ts'

export interface Limits {
  /** How many lanes run at the same time. */
  readonly concurrency: number
  /** How many jobs may wait. */
  readonly capacity: number
  /** How many ids are remembered. */
  readonly memory: number
}

/** A waiting job is about 1 kB, so a full queue takes a few megabytes. */
export const defaultLimits: Limits = { concurrency: 50, capacity: 5000, memory: 20_000 }

/**
 * A queue in the memory of this process. Lanes take turns; within a lane one job runs at a time.
 * `work` must not throw: what it throws goes to `onError`, and the next job runs.
 */
export function inProcessQueue<T>(
  work: Work<T>,
  onError: (error: unknown, job: Job<T>) => void,
  limits: Limits = defaultLimits,
): Queue<T> {
  const lanes = waitingLanes<T>()
  const running = new Map<string, Promise<void>>()
  const known = memory(limits.memory)
  let closed = false

  const next = (): void => {
    while (running.size < limits.concurrency) {
      const job = lanes.take((lane) => !running.has(lane))
      if (job === null) return
      running.set(job.lane, run(job))
    }
  }
  const run = async (job: Job<T>): Promise<void> => {
    try {
      await work(job)
    } catch (error) {
      onError(error, job)
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
      lanes.put(job)
      next()
      return 'queued'
    },
    drain: async (graceMs) => {
      closed = true
      await untilIdle(() => [...running.values()], graceMs)
      return lanes.count() + running.size
    },
    size: () => ({ waiting: lanes.count(), running: running.size }),
  }
}

/** Waiting jobs by lane. The lane that had its turn goes to the end. */
function waitingLanes<T>() {
  const lanes = new Map<string, Job<T>[]>()
  let count = 0
  return {
    count: () => count,
    holds: ({ lane, key }: Job<T>) => lanes.get(lane)?.some((job) => job.key === key) ?? false,
    put: (job: Job<T>) => {
      const jobs = lanes.get(job.lane)
      if (jobs === undefined) lanes.set(job.lane, [job])
      else jobs.push(job)
      count += 1
    },
    take: (free: (lane: string) => boolean): Job<T> | null => {
      for (const [lane, jobs] of lanes) {
        if (!free(lane)) continue
        lanes.delete(lane)
        const job = jobs.shift()
        if (jobs.length > 0) lanes.set(lane, jobs)
        count -= 1
        return job ?? null
      }
      return null
    },
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
