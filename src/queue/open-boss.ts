import { PgBoss } from 'pg-boss'
import { defaultRetry, type Retry } from '../queue.ts'

export interface PostgresOptions {
  /** `postgres://user:password@host:5432/database`; the user may create a schema there. */
  readonly url: string
  /** How many jobs this process runs at the same time. */
  readonly concurrency: number
  readonly retry: Retry
  /** A job whose process has not been heard of for so long is given to another; 10 at least. */
  readonly heartbeatSeconds: number
  /** How often is looked for such jobs, and for jobs that another process left waiting. */
  readonly lookSeconds: number
  readonly schema: string
  /** Told of trouble with the database that is not the trouble of a job. */
  readonly onTrouble: (error: unknown) => void
}

export const postgresDefaults = {
  concurrency: 20,
  retry: defaultRetry,
  heartbeatSeconds: 30,
  lookSeconds: 5,
  schema: 'slipway',
} as const

export const queueName = 'commands'
export const deadName = 'commands-given-up'
/** Longer than the three days of GitHub's delivery log, so that a delivery is known as long as it can come again. */
const knownSeconds = 4 * 24 * 3600
/** Rate limits are waited out for hours; that a process died is told by its heartbeat. */
const longestSeconds = 12 * 3600

/** Starts pg-boss with our two queues: commands, and those that were given up. Waits half a minute for the database. */
export async function openBoss({ url, schema, retry, heartbeatSeconds, lookSeconds, onTrouble }: PostgresOptions) {
  const boss = new PgBoss({
    ...{ connectionString: url, schema, application_name: 'slipway', schedule: false },
    ...{ superviseIntervalSeconds: lookSeconds, monitorIntervalSeconds: lookSeconds },
  })
  boss.on('error', onTrouble)
  boss.on('warning', ({ message }) => onTrouble(new Error(message)))
  await boss.start({ attempts: 6 })
  const commands = {
    ...{ retryLimit: retry.limit, retryDelay: Math.ceil(retry.pauseMs / 1000), retryBackoff: true },
    ...{ heartbeatSeconds, expireInSeconds: longestSeconds, deleteAfterSeconds: knownSeconds, deadLetter: deadName },
  }
  await boss.createQueue(deadName, { retentionSeconds: knownSeconds })
  await boss.createQueue(queueName, { ...commands, policy: 'singleton' })
  await boss.updateQueue(queueName, commands)
  return boss
}
