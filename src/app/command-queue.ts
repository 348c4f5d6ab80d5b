import { type Parts, runJob } from '../app.ts'
import { UserError } from '../errors.ts'
import { inProcessQueue } from '../queue/in-process.ts'
import { type PostgresOptions, postgresDefaults } from '../queue/open-boss.ts'
import { postgresQueue } from '../queue/postgres.ts'
import type { OnError, Queue, Work } from '../queue.ts'
import type { CommandJob } from './command-job.ts'
import type { AppJob, QueuedJob } from './job.ts'
import type { Metrics } from './metrics.ts'
import type { ScheduleParts } from './upgrade/parts.ts'
import { isScheduled, runScheduled } from './upgrade/run-scheduled.ts'

/**
 * The queue that commands are carried out from: in PostgreSQL where a database is given, else in this process.
 * Throws `UserError` where the database cannot be used.
 */
export async function commandQueue(
  parts: Omit<Parts, 'later'>,
  metrics: Metrics,
  databaseUrl: string | null,
  timing: Partial<PostgresOptions> = {},
): Promise<Queue<QueuedJob>> {
  const { log } = parts
  const onError: OnError<QueuedJob> = (error, { data }) => {
    if (isScheduled(data)) {
      log.error({ err: error, ...data }, 'what was due could not be done')
      return
    }
    const { delivery, installation, repository } = data
    log.error({ err: error, delivery, installation, repository: repository.id }, 'command could not be answered')
    if (data.kind !== 'follow') metrics.command('error', waited(data))
  }
  const opened = Promise.withResolvers<Queue<QueuedJob>>()
  const add: ScheduleParts['add'] = async (job) => (await opened.promise).add(job)
  const work = workOf({ ...parts, later: (job, ms) => again(job, ms, opened.promise), add }, metrics)
  if (databaseUrl === null) {
    const queue = inProcessQueue(work, onError)
    opened.resolve(queue)
    return queue
  }
  const onTrouble = (error: unknown) => log.warn({ err: error }, 'trouble with the database')
  const options = { ...postgresDefaults, ...timing, url: databaseUrl, onTrouble }
  const queue = await postgresQueue(work, onError, options).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    throw new UserError(`Cannot start: the database in DATABASE_URL cannot be used: ${why}`)
  })
  opened.resolve(queue)
  return queue
}

/** Queues a job that goes on by itself: another one each time, since one of the same id is taken once. */
async function again(data: AppJob, afterMs: number, opened: Promise<Queue<QueuedJob>>): Promise<void> {
  const id = `${data.delivery}:${data.kind === 'follow' ? data.looks : data.follow}`
  await (await opened).add({ id, lane: String(data.installation), key: id, data, afterMs })
}

function workOf(parts: Parts & ScheduleParts, metrics: Metrics): Work<QueuedJob> {
  return async ({ data }) => {
    if (isScheduled(data)) {
      const trail = parts.log.child(data)
      trail.info({ outcome: await runScheduled(data, { ...parts, log: trail }) }, 'did what was due')
      return
    }
    const { delivery, installation, repository, issue } = data
    const trail = parts.log.child({
      delivery,
      installation,
      repository: `${repository.owner}/${repository.name}`,
      issue,
    })
    const started = Date.now()
    const outcome = await runJob(data, { ...parts, log: trail })
    trail.info({ outcome, ms: Date.now() - started }, data.kind === 'follow' ? 'deployment looked at' : 'command done')
    if (data.kind === 'follow') metrics.deployment(outcome)
    // What goes on by itself was answered before.
    else if (data.follow === undefined) metrics.command(outcome, waited(data))
  }
}

/** Seconds since the command was commented. */
function waited({ comment }: CommandJob): number {
  return Math.max(0, (Date.now() - Date.parse(comment.at)) / 1000)
}
