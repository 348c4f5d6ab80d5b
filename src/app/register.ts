import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Logger } from 'probot'
import { UserError } from '../errors.ts'
import { readAppManifest } from '../local/app-manifest.ts'
import { envFolder, readEnvFile, writeEnvFile } from '../local/env-file.ts'
import type { Settings } from '../settings.ts'
import { withSettings } from './registration/env-text.ts'
import { type Done, type Reply, registrationSteps, type Steps, siteOf, type Visit } from './registration/steps.ts'

/**
 * Shows the page that registers the app on GitHub, until it is registered; writes the credentials to `.env` and gives them as settings.
 * Throws `UserError` where `.env` cannot be written.
 */
export async function register(settings: Settings, log: Logger): Promise<Readonly<Record<string, string>>> {
  const { folder, writable } = await envFolder()
  if (!writable) throw new UserError(({ registration }) => registration.noFolder(folder))
  const finished = Promise.withResolvers<Readonly<Record<string, string>>>()
  const keep = async (what: Done) => {
    const values = settingsOf(what)
    await writeEnvFile(withSettings(await readEnvFile(), values))
    log.info(`Registered ${what.registered.url}; the credentials are in ${folder}/.env`)
    finished.resolve(values)
  }
  const steps = registrationSteps(settings, await readAppManifest(), keep)
  const server = createServer((request, response) => {
    answer(request, response, { steps, settings }).catch((error: unknown) => {
      log.error({ err: error }, 'the page failed')
      response.writeHead(500).end()
    })
  })
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen(settings.port, settings.host, resolve),
  )
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : settings.port
  log.info(`No credentials yet. Register the app on GitHub: open http://${settings.host}:${port}`)
  const values = await finished.promise
  // The last page is on its way to the browser: idle connections are closed, that one ends by itself.
  await new Promise((resolve) => server.close(resolve).closeIdleConnections())
  return values
}

/** The key as one line without quotes, which every reader of such files takes: Node, Docker, systemd. */
function settingsOf({ registered, channel }: Done): Readonly<Record<string, string>> {
  const { appId, privateKey, webhookSecret } = registered
  return {
    APP_ID: String(appId),
    PRIVATE_KEY: Buffer.from(privateKey).toString('base64'),
    WEBHOOK_SECRET: webhookSecret,
    ...(channel === null ? {} : { WEBHOOK_PROXY_URL: channel }),
  }
}

interface Serving {
  readonly steps: Steps
  readonly settings: Settings
}

async function answer(request: IncomingMessage, response: ServerResponse, { steps, settings }: Serving): Promise<void> {
  const visit = visitOf(request)
  const reply = await step(steps, request.method ?? '', visit)
  if (reply === null) {
    response.writeHead(404).end()
    return
  }
  const headers = {
    'cache-control': 'no-store',
    connection: 'close',
    'content-language': visit.lang,
    'content-type': 'text/html; charset=utf-8',
    // The form of the second step leads to GitHub; nothing else leads anywhere.
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self' ${siteOf(settings)}; frame-ancestors 'none'`,
    // GitHub is to see which origin the form came from.
    'referrer-policy': 'strict-origin',
    'x-content-type-options': 'nosniff',
  }
  if (reply.status === 303) response.writeHead(303, { ...headers, location: reply.location }).end()
  else response.writeHead(reply.status, headers).end(reply.page)
}

async function step(steps: Steps, method: string, visit: Visit): Promise<Reply | null> {
  const { pathname } = visit.url
  if (method === 'GET' && pathname === '/') return steps.ask(visit)
  if (method === 'GET' && pathname === '/channel') return steps.channel(visit)
  if (method === 'GET' && pathname === '/registered') return steps.takeOver(visit)
  return null
}

function visitOf({ headers, url }: IncomingMessage): Visit {
  const proto = String(headers['x-forwarded-proto'] ?? 'http').split(',')[0]
  const base = `${proto}://${headers['x-forwarded-host'] ?? headers.host ?? 'localhost'}`
  const lang = /^ja\b/iu.test(headers['accept-language'] ?? '') ? 'ja' : 'en'
  return { url: URL.parse(url ?? '/', base) ?? new URL('/', 'http://localhost'), base, lang }
}
