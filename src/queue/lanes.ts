import type { Job } from '../queue.ts'

/** Waiting jobs by lane. The lane that had its turn goes to the end. */
export function waitingLanes<T>() {
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
