import { createServer } from 'node:net'
import { type Logger, Probot, Server } from 'probot'
import { app, runCommand } from '../app.ts'
import type { Pace } from '../github/client.ts'
import { connect, type GitHub } from '../github/connect.ts'
import { wholeAnswers } from '../github/whole-answers.ts'
import { inProcessQueue } from '../queue/in-process.ts'
import type { Queue } from '../queue.ts'
import type { Credentials, Settings } from '../settings.ts'
import type { CommandJob } from './command-job.ts'
import { core as standardCore } from './core.ts'
import { healthHandler } from './health.ts'
import type { Core } from './set-up.ts'
import { type WebhookOptions, webhookHandler } from './webhook.ts'

/** A server that takes deliveries. `stop` turns readiness off, lets work in hand end, then closes; gives what was left. */
export interface Running {
  readonly port: number
  readonly url: string
  stop(): Promise<number>
}

/** What tests put in place of the real thing. */
export interface Extras {
  readonly core?: Core
  readonly pace?: Pace
}

/** Starts Probot's server with our app on it. Resolves when it listens. */
export async function serve(
  settings: Settings,
  credentials: Credentials,
  log: Logger,
  { core = standardCore, pace }: Extras = {},
): Promise<Running> {
  const request = { fetch: wholeAnswers(30_000) }
  const { appId, privateKey, webhookSecret: secret } = credentials
  const defaults = { appId, privateKey, secret, baseUrl: settings.apiUrl, log, request }
  const { host, webhookPath, webhookProxy } = settings
  // Probot's server takes 0 for "not set".
  const port = settings.port === 0 ? await freePort(host) : settings.port
  const server = new Server({
    ...{ host, port, webhookPath, log, request, enablePing: false, enableStaticFiles: false },
    ...(webhookProxy === null ? {} : { webhookProxy }),
    Probot: Probot.defaults(defaults),
  })
  const parts: { github?: GitHub; queue?: Queue<CommandJob>; stopping: boolean } = { stopping: false }
  await server.load(async (probot, { addHandler }) => {
    const github = connect(await probot.auth(), { host: settings.githubHost, apiUrl: settings.apiUrl }, pace)
    const queue = commandQueue(github, core, log)
    await app(queue)(probot, { cwd: '', addHandler })
    const receive: WebhookOptions['receive'] = async ({ id, name, body }) =>
      // Signed again, since Probot knows the current secret only.
      probot.webhooks.verifyAndReceive({ id, name, payload: body, signature: await probot.webhooks.sign(body) })
    const handler = webhookHandler({ path: webhookPath, secrets: credentials, log, receive })
    Object.assign(probot, { getNodeMiddleware: async () => handler })
    addHandler(healthHandler(async () => (parts.stopping ? 'stopping' : unreachable(github))))
    Object.assign(parts, { github, queue })
  })
  await server.start()
  await parts.github?.ready().catch((error: unknown) => log.warn({ err: error }, 'GitHub cannot be reached yet'))
  return {
    port: server.port,
    url: `http://${server.host}:${server.port}`,
    stop: async () => {
      parts.stopping = true
      const left = (await parts.queue?.drain(settings.graceMs)) ?? 0
      await server.stop()
      return left
    },
  }
}

function commandQueue(github: GitHub, core: Core, log: Logger): Queue<CommandJob> {
  return inProcessQueue<CommandJob>(
    async ({ data }) => {
      const { delivery, installation, repository, issue } = data
      const trail = log.child({ delivery, installation, repository: `${repository.owner}/${repository.name}`, issue })
      const started = Date.now()
      const outcome = await runCommand(data, { github, core, log: trail })
      trail.info({ outcome, ms: Date.now() - started }, 'command done')
    },
    (error, { data: { delivery, installation, repository } }) =>
      log.error({ err: error, delivery, installation, repository: repository.id }, 'command could not be answered'),
  )
}

async function unreachable(github: GitHub): Promise<string | null> {
  return github.ready().then(
    () => null,
    () => 'GitHub cannot be reached, or does not know this app',
  )
}

/** A port that nobody listens on at the moment. */
async function freePort(host: string): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
