import { createServer } from 'node:net'
import { type Logger, Probot, Server } from 'probot'
import { wholeAnswers } from '../github/whole-answers.ts'
import type { Credentials, Settings } from '../settings.ts'

/** Probot's server with these settings; it does not listen yet. */
export async function probotServer(settings: Settings, credentials: Credentials, log: Logger): Promise<Server> {
  const { host, webhookPath, webhookProxy, apiUrl: baseUrl } = settings
  const { appId, privateKey, webhookSecret: secret } = credentials
  const request = { fetch: wholeAnswers(30_000) }
  // Probot's server takes 0 for "not set".
  const port = settings.port === 0 ? await freePort(host) : settings.port
  return new Server({
    ...{ host, port, webhookPath, log, request, enablePing: false, enableStaticFiles: false },
    ...(webhookProxy === null ? {} : { webhookProxy }),
    Probot: Probot.defaults({ appId, privateKey, secret, baseUrl, log, request }),
  })
}

/** A port that nobody listens on at the moment. */
async function freePort(host: string): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
