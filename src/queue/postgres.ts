import { createHash } from 'node:crypto'
import type { PgBoss } from 'pg-boss'
import type { Job, OnError, Queue, Work } from '../queue.ts'
import { deadName, openBoss, type PostgresOptions, queueName } from './open-boss.ts'

/** What lies in the database. */
type Stored<T> = Omit<Job<T>, 'id'> & { readonly jobId: string }

/**
 * A queue in PostgreSQL that several processes share, by pg-boss. One job of a lane runs at a time, over all processes:
 * `groupConcurrency` lets workers pass over busy lanes, and the `singleton` policy, a unique index, keeps two workers that
 * look in the same instant from taking two (with `groupConcurrency` alone 7 of 300 jobs did so; pg-boss 12.38, two processes).
 * A lane with many jobs waits behind lanes with few. Rejects where the database cannot be used.
 */
export async function postgresQueue<T extends object>(
  work: Work<T>,
  onError: OnError<T>,
  options: PostgresOptions,
): Promise<Queue<T>> {
  const boss = await openBoss(options)
  const workers = await startWorkers(boss, options, async (job: Job<T>) => {
    await work(job).catch((error: unknown) => {
      onError(error, job)
      // pg-boss keeps the whole error, and Octokit's hold requests and answers.
      throw new Error(error instanceof Error ? error.message : String(error))
    })
  })
  let closed = false
  return {
    add: async (job) => {
      if (closed) return 'closed'
      const waiting = await waitingIn<T>(boss, job.lane)
      if (waiting.some(({ jobId }) => jobId === job.id)) return 'known'
      if (waiting.some(({ key }) => key === job.key)) return 'merged'
      const { id, lane, afterMs, ...rest } = job
      const stored: Stored<T> = { jobId: id, lane, ...rest }
      const sent = await boss.send(queueName, stored, {
        id: toUuid(id),
        singletonKey: lane,
        group: { id: lane },
        priority: -waiting.length,
        ...(afterMs === undefined ? {} : { startAfter: new Date(Date.now() + afterMs) }),
      })
      workers.wake()
      return sent === null ? 'known' : 'queued'
    },
    drain: async (graceMs) => {
      closed = true
      // What is not done then, pg-boss hands to another process, or to the next start.
      await boss.stop({ graceful: true, timeout: graceMs })
      return workers.running()
    },
    size: async () => {
      const [commands] = await boss.getQueueStats(queueName)
      const [dead] = await boss.getQueueStats(deadName)
      const { readyCount: waiting = 0, deferredCount: later = 0 } = commands ?? {}
      return { waiting, later, running: workers.running(), failed: dead?.totalCount ?? 0 }
    },
    ready: async () => {
      await boss.getQueue(queueName)
    },
  }
}

/** Workers that look for a job when one was added here, when they have done one, and now and then. */
async function startWorkers<T extends object>(
  boss: PgBoss,
  { concurrency, lookSeconds }: PostgresOptions,
  run: (job: Job<T>) => Promise<void>,
) {
  const workers: { id: string; busy: boolean }[] = []
  const looking = { groupConcurrency: 1, pollingIntervalSeconds: lookSeconds }
  for (let started = 0; started < concurrency; started += 1) {
    const worker = { id: '', busy: false }
    worker.id = await boss.work<Stored<T>>(queueName, looking, async (jobs) => {
      worker.busy = true
      try {
        for (const { data } of jobs) await run({ id: data.jobId, lane: data.lane, key: data.key, data: data.data })
      } finally {
        worker.busy = false
        boss.notifyWorker(worker.id)
      }
    })
    workers.push(worker)
  }
  return {
    running: () => workers.filter(({ busy }) => busy).length,
    wake: () => {
      // In turn: the one that was woken last may not have taken its job yet.
      const idle = workers.findIndex(({ busy }) => !busy)
      const [worker] = idle < 0 ? [] : workers.splice(idle, 1)
      if (worker === undefined) return
      workers.push(worker)
      boss.notifyWorker(worker.id)
    },
  }
}

async function waitingIn<T>(boss: PgBoss, lane: string): Promise<readonly Stored<T>[]> {
  const jobs = await boss.findJobs<Stored<T>>(queueName, { data: { lane }, queued: true })
  return jobs.map(({ data }) => data)
}

/** pg-boss takes UUIDs only, as GitHub's delivery ids are. */
function toUuid(id: string): string {
  if (/^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/u.test(id)) return id
  const hash = createHash('sha256').update(id).digest('hex')
  return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5')
}
