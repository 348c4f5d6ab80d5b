import { getTransformStream } from '@probot/pino'
import { type Logger, pino } from 'pino'
import type { Settings } from '../settings.ts'

/**
 * The log of the process, on standard output. Errors are cut down to what says where they come from: Probot and Octokit hang the
 * whole delivery, request and answer on theirs, which may hold secrets and other people's texts.
 */
export async function openLog({ level, format }: Settings['log']): Promise<Logger> {
  const transform = await getTransformStream({ logFormat: format })
  transform.pipe(process.stdout)
  return makeLog(level, transform)
}

/** A log that writes one line of JSON for each entry to `stream`. */
export function makeLog(level: Settings['log']['level'], stream: { write(line: string): unknown }): Logger {
  const write = (line: string) => {
    stream.write(line)
  }
  return pino({ name: 'slipway', level, serializers: { err: shortError }, onChild: quiet }, { write })
}

/** Type, message, stack and HTTP status of an error, and the same of those that it gathers. */
export function shortError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) }
  const status = 'status' in error ? { status: error.status } : {}
  const gathered = error instanceof AggregateError ? { errors: error.errors.map(shortError) } : {}
  return { type: error.name, message: error.message, stack: error.stack, ...status, ...gathered }
}

/** Probot logs every request with its headers, health checks too; only failures are of interest. */
function quiet(child: Logger): void {
  if (child.bindings().name === 'http' && child.level !== 'trace') child.level = 'error'
}
