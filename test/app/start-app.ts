import { makeLog } from '../../src/app/log.ts'
import { type Extras, type Running, serve } from '../../src/app/serve.ts'
import type { Pace, Pacer } from '../../src/github/client.ts'
import { readSettings } from '../../src/settings.ts'
import { type Github, startGithub } from '../github/start-github.ts'

/** The real server, connected to a stand-in for GitHub. `log` holds its lines. */
export interface World {
  readonly github: Github
  readonly app: Running
  readonly log: readonly string[]
  /** Starts another server on the same GitHub; deliveries go there from now on. */
  restart(extras?: Extras): Promise<Running>
  stop(): Promise<void>
}

const unpaced: Pacer = { key: () => ({ schedule: (_options, run) => run() }) }

/** No pauses between writes, and short ones between attempts. */
export const pace: Pace = { write: unpaced, notifications: unpaced, secondMs: 20 }

/** GitHub and the app as it runs in production, but without Octokit's pauses between writes. */
export async function startWorld(
  extras: Extras = {},
  options: Parameters<typeof startGithub>[0] = {},
  env: Readonly<Record<string, string>> = {},
): Promise<World> {
  const github = await startGithub(options)
  const log: string[] = []
  const running: Running[] = []
  const start = async (given: Extras) => {
    const settings = readSettings({
      ...{ ...github.env, PORT: '0', HOST: '127.0.0.1', SHUTDOWN_GRACE_SECONDS: '5' },
      ...env,
    })
    if (settings.credentials === null) throw new Error('no credentials')
    const lines = makeLog('debug', { write: (line) => log.push(line) })
    const app = await serve(settings, settings.credentials, lines, { pace, ...given })
    github.app.webhookUrl = `${app.url}/api/github/webhooks`
    running.push(app)
    return app
  }
  const app = await start(extras)
  return {
    github,
    app,
    log,
    restart: (given = extras) => start(given),
    stop: async () => {
      await Promise.all(running.map((one) => one.stop()))
      await github.stop()
    },
  }
}
