import type { Logger, Server } from 'probot'
import { app } from '../app.ts'
import type { Manner } from '../aws/account.ts'
import type { Client, Pace } from '../github/client.ts'
import { connect, type GitHub } from '../github/connect.ts'
import { metered } from '../github/metered.ts'
import type { PostgresOptions } from '../queue/open-boss.ts'
import type { Queue } from '../queue.ts'
import type { Credentials, Settings } from '../settings.ts'
import { commandQueue } from './command-queue.ts'
import { awsDoor } from './connect/aws-door.ts'
import { core as standardCore } from './core.ts'
import { frontHandler } from './front.ts'
import { healthHandler } from './health.ts'
import type { QueuedJob } from './job.ts'
import { type Metrics, makeMetrics } from './metrics.ts'
import { probotServer } from './probot-server.ts'
import { startRecovery } from './recover.ts'
import type { Core } from './set-up.ts'
import { type RoundsTiming, startRounds, usualTiming } from './upgrade/rounds.ts'
import { type WebhookOptions, webhookHandler } from './webhook.ts'

/** A server that takes deliveries. */
export interface Running {
  readonly port: number
  readonly url: string
  /** Turns readiness off, lets work in hand end within the grace time, then closes. Gives how many commands were left. */
  stop(): Promise<number>
}

/** What tests put in place of the real thing. */
export interface Extras {
  readonly core?: Core
  readonly pace?: Pace
  readonly timing?: Partial<PostgresOptions>
  readonly manner?: Partial<Manner>
  readonly rounds?: Partial<RoundsTiming>
}

/** What hangs together once Probot is there. */
interface Wired {
  readonly github: GitHub
  readonly queue: Queue<QueuedJob>
  readonly client: Client
  readonly receive: WebhookOptions['receive']
}

/** Starts Probot's server with our app on it, and looks for commands that were missed. Resolves when it listens. */
export async function serve(
  settings: Settings,
  credentials: Credentials,
  log: Logger,
  extras: Extras = {},
): Promise<Running> {
  let stopping = false
  const server = await probotServer(settings, credentials, log)
  const { github, queue, client, receive } = await wire(server, settings, log, extras, {
    secrets: credentials,
    stopping: () => stopping,
  })
  await server.start()
  await github.ready().catch((error: unknown) => log.warn({ err: error }, 'GitHub cannot be reached yet'))
  const recovery = startRecovery(client, receive, log)
  const stopRounds = startRounds(queue, log, { ...usualTiming, ...extras.rounds })
  return {
    port: server.port,
    url: `http://${server.host}:${server.port}`,
    stop: async () => {
      stopping = true
      recovery.stop()
      stopRounds()
      const left = await queue.drain(settings.graceMs)
      await server.stop()
      return left
    },
  }
}

/** Puts our app on Probot, and our own webhook handler in the place of Probot's. */
async function wire(
  server: Server,
  settings: Settings,
  log: Logger,
  { core = standardCore, pace, timing, manner }: Extras,
  { secrets, stopping }: { readonly secrets: Credentials; readonly stopping: () => boolean },
): Promise<Wired> {
  const wired = Promise.withResolvers<Wired>()
  await server.load(async (probot, options) => {
    const client = await probot.auth()
    const metrics = makeMetrics()
    const aws = awsDoor(settings.aws, manner)
    const server = { host: settings.githubHost, apiUrl: settings.apiUrl }
    const github = metered(connect(client, server, pace), metrics.meter)
    const queue = await commandQueue({ github, core, aws, log }, metrics, settings.databaseUrl, timing)
    metrics.watch(queue)
    const receive: WebhookOptions['receive'] = async ({ id, name, body }) =>
      // Signed again, since Probot knows the current secret only.
      probot.webhooks.verifyAndReceive({ id, name, payload: body, signature: await probot.webhooks.sign(body) })
    await app(queue)(probot, options)
    const handler = metrics.counted(webhookHandler({ path: settings.webhookPath, secrets, log, receive }))
    Object.assign(probot, { getNodeMiddleware: async () => handler })
    const state = () => unready(stopping(), github, queue)
    options.addHandler(healthHandler(state))
    options.addHandler(frontHandler(state, github.page))
    options.addHandler(metrics.handler)
    wired.resolve({ github, queue, client, receive: counted(receive, metrics) })
  })
  return wired.promise
}

/** What takes over deliveries that were missed. */
function counted(receive: WebhookOptions['receive'], metrics: Metrics): WebhookOptions['receive'] {
  return async (delivery) => {
    await receive(delivery)
    metrics.recovered()
  }
}

/** Why no command can be taken now, or null. */
async function unready(stopping: boolean, github: GitHub, queue: Queue<QueuedJob>): Promise<string | null> {
  if (stopping) return 'stopping'
  const [reachable, open] = await Promise.allSettled([github.ready(), queue.ready()])
  if (reachable.status === 'rejected') return 'GitHub cannot be reached, or does not know this app'
  return open.status === 'rejected' ? 'the database cannot be reached' : null
}
