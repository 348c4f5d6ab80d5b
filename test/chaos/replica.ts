import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Github } from '../github/start-github.ts'

/** A process of the app on a queue that others share. */
export interface Replica {
  /** Where deliveries go. */
  readonly webhookUrl: string
  readonly url: string
  /** All that it logged so far. */
  log(): string
  alive(): boolean
  /** Sends a signal, SIGKILL unless told; resolves when it is gone. */
  kill(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

/**
 * Starts the server as a process of its own, on the queue of this database and schema; without a database, on its own queue. `more`: further settings;
 * `REAL_CORE`: it proposes what it finds.
 */
export async function startReplica(
  github: Github,
  database: string | null,
  schema: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Replica> {
  const settings = {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: database ?? '',
    SCHEMA: schema,
  }
  const env: NodeJS.ProcessEnv = { ...process.env, ...github.env, ...settings, ...more }
  const child = spawn(process.execPath, ['test/app/unpaced-main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  const listening = Promise.withResolvers<string>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const found = /"listening":"([^"]+)"/u.exec(printed)
      if (found?.[1] !== undefined) listening.resolve(found[1])
    })
  }
  const gone = once(child, 'exit')
  gone.then(() => listening.reject(new Error(`the process ended:\n${printed}`)))
  const url = await listening.promise
  return {
    url,
    webhookUrl: `${url}/api/github/webhooks`,
    log: () => printed,
    alive: () => child.exitCode === null && child.signalCode === null,
    kill: async (signal = 'SIGKILL') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await gone
    },
  }
}
