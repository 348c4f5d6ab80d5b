import { type Logger, Probot, Server } from 'probot'
import { app, runCommand } from '../app.ts'
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

/** Starts Probot's server with our app on it. Resolves when it listens. */
export async function serve(
  settings: Settings,
  credentials: Credentials,
  log: Logger,
  core: Core = standardCore,
): Promise<Running> {
  const request = { fetch: wholeAnswers(30_000) }
  const { appId, privateKey, webhookSecret: secret } = credentials
  const defaults = { appId, privateKey, secret, baseUrl: settings.apiUrl, log, request }
  const { host, port, webhookPath, webhookProxy } = settings
  const server = new Server({
    ...{ host, port, webhookPath, log, request, enablePing: false, enableStaticFiles: false },
    ...(webhookProxy === null ? {} : { webhookProxy }),
    Probot: Probot.defaults(defaults),
  })
  const parts: { github?: GitHub; queue?: Queue<CommandJob>; stopping: boolean } = { stopping: false }
  await server.load(async (probot, { addHandler }) => {
    const github = connect(await probot.auth(), { host: settings.githubHost, apiUrl: settings.apiUrl })
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
  return github.identity().then(
    () => null,
    () => 'GitHub cannot be reached, or does not know this app',
  )
}
