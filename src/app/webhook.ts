import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'probot'
import { isSigned } from '../github/signature.ts'
import type { Credentials } from '../settings.ts'
import { readBody } from './body.ts'

/** A delivery whose signature was checked. `body` is the text that was signed. */
export interface Delivery {
  readonly id: string
  readonly name: string
  readonly body: string
}

export interface WebhookOptions {
  readonly path: string
  readonly secrets: Pick<Credentials, 'webhookSecret' | 'previousSecrets'>
  readonly log: Logger
  /** Takes a delivery over; throws where it cannot now. */
  readonly receive: (delivery: Delivery) => Promise<void>
}

/** An issue comment and all that comes with it is below 1 MB; GitHub's own limit is 25 MB. */
const longestBody = 3_000_000
/** What GitHub sends to an app with our permissions; anything else is no delivery for us. */
const events: ReadonlySet<string> = new Set([
  ...['ping', 'issue_comment', 'pull_request', 'installation', 'installation_repositories', 'installation_target'],
  ...['check_run', 'check_suite', 'meta', 'github_app_authorization', 'repository', 'issues', 'push', 'workflow_run'],
])

/**
 * Takes deliveries from GitHub: reads no more than a few megabytes, checks the signature before it parses anything, and answers
 * 202 once the delivery is taken over. Stands before Probot's own middleware, which reads bodies of any size and logs the whole
 * body of a bad signature. Handles POST on `path`, and on `/`, which Probot's set-up page registers with GitHub.
 */
export function webhookHandler(options: WebhookOptions) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = request.url?.split('?')[0]
    if (path !== options.path && !(path === '/' && request.method === 'POST')) return false
    const status = await take(request, options)
    const close = status === 413 ? { connection: 'close' } : {}
    response.writeHead(status, { 'content-type': 'text/plain', ...close }).end(`${meaning[status]}\n`)
    return true
  }
}

const meaning = {
  202: 'accepted',
  400: 'not a delivery of GitHub',
  401: 'the signature does not fit',
  405: 'POST only',
  413: 'too long',
  415: 'JSON only',
  503: 'try again later',
} as const

async function take(request: IncomingMessage, options: WebhookOptions): Promise<keyof typeof meaning> {
  if (request.method !== 'POST') return 405
  if (!/^application\/json\s*(?:;|$)/iu.test(request.headers['content-type'] ?? '')) return 415
  const [id, name, signature] = ['x-github-delivery', 'x-github-event', 'x-hub-signature-256'].map((header) =>
    String(request.headers[header] ?? ''),
  )
  if (!id || !/^[\w-]{1,80}$/u.test(id) || !name || !events.has(name) || !signature) return 400
  const body = await readBody(request, longestBody)
  if ('status' in body) return body.status
  const { webhookSecret, previousSecrets } = options.secrets
  if (!(await isSigned(body.text, signature, webhookSecret, previousSecrets))) {
    options.log.warn(
      { delivery: id, event: name },
      'a delivery with a bad signature: is WEBHOOK_SECRET the one of the app?',
    )
    return 401
  }
  if (!isJson(body.text)) return 400
  try {
    await options.receive({ id, name, body: body.text })
    return 202
  } catch (error) {
    options.log.error({ err: error, delivery: id, event: name }, 'a delivery was not taken over')
    return 503
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
