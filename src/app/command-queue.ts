import { type Parts, runCommand } from '../app.ts'
import { UserError } from '../errors.ts'
import { inProcessQueue } from '../queue/in-process.ts'
import { type PostgresOptions, postgresDefaults } from '../queue/open-boss.ts'
import { postgresQueue } from '../queue/postgres.ts'
import type { OnError, Queue, Work } from '../queue.ts'
import type { CommandJob } from './command-job.ts'
import type { Metrics } from './metrics.ts'

/**
 * The queue that commands are carried out from: in PostgreSQL where a database is given, else in this process.
 * Throws `UserError` where the database cannot be used.
 */
export async function commandQueue(
  parts: Parts,
  metrics: Metrics,
  databaseUrl: string | null,
  timing: Partial<PostgresOptions> = {},
): Promise<Queue<CommandJob>> {
  const { log } = parts
  const onError: OnError<CommandJob> = (error, { data }) => {
    const { delivery, installation, repository } = data
    log.error({ err: error, delivery, installation, repository: repository.id }, 'command could not be answered')
    metrics.command('error', waited(data))
  }
  if (databaseUrl === null) return inProcessQueue(workOf(parts, metrics), onError)
  const onTrouble = (error: unknown) => log.warn({ err: error }, 'trouble with the database')
  const options = { ...postgresDefaults, ...timing, url: databaseUrl, onTrouble }
  return postgresQueue(workOf(parts, metrics), onError, options).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    throw new UserError(`Cannot start: the database in DATABASE_URL cannot be used: ${why}`)
  })
}

function workOf({ github, core, log }: Parts, metrics: Metrics): Work<CommandJob> {
  return async ({ data }) => {
    const { delivery, installation, repository, issue } = data
    const trail = log.child({ delivery, installation, repository: `${repository.owner}/${repository.name}`, issue })
    const started = Date.now()
    const outcome = await runCommand(data, { github, core, log: trail })
    trail.info({ outcome, ms: Date.now() - started }, 'command done')
    metrics.command(outcome, waited(data))
  }
}

/** Seconds since the command was commented. */
function waited({ comment }: CommandJob): number {
  return Math.max(0, (Date.now() - Date.parse(comment.at)) / 1000)
}
