import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import fc from 'fast-check'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CommentCreated, commandJob } from '../../src/app/command-job.ts'
import { webhookHandler } from '../../src/app/webhook.ts'

const secret = 'the secret of the tests'
const runs = Number(process.env.FUZZ_RUNS ?? 1000)
const received: string[] = []
let server: Server
let url = ''

beforeAll(async () => {
  const handler = webhookHandler({
    path: '/api/github/webhooks',
    secrets: { webhookSecret: secret, previousSecrets: [] },
    log: pino({ level: 'silent' }),
    receive: async ({ body }) => void received.push(body),
  })
  server = createServer((request, response) => {
    handler(request, response).then((done) => done || response.writeHead(404).end())
  }).listen(0, '127.0.0.1')
  // A connection that is idle for long is not closed in the instant in which the next request goes out on it.
  server.keepAliveTimeout = 0
  await once(server, 'listening')
  const address = server.address()
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/api/github/webhooks`
})
afterAll(() => server.close())

const sign = (body: string, key = secret) => `sha256=${createHmac('sha256', key).update(body).digest('hex')}`
const bodies = fc.oneof(
  fc.json(),
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '{', 'null', '[]', '"x"'),
)
const post = async (body: string, signature: string, event = 'issue_comment') => {
  const headers = {
    'content-type': 'application/json',
    'x-github-delivery': 'd',
    'x-github-event': event,
    'x-hub-signature-256': signature,
  }
  return (await fetch(url, { method: 'POST', body, headers })).status
}

describe('B61 any delivery', () => {
  it('without our signature is refused, and never taken over', async () => {
    const signatures = fc.oneof(
      fc.constant(''),
      fc.stringMatching(/^sha256=[0-9a-f]{64}$/u),
      fc.stringMatching(/^sha(1|256|512)=[0-9a-fA-F]{0,70}$/u),
    )
    await fc.assert(
      fc.asyncProperty(bodies, signatures, async (body, signature) => {
        received.length = 0
        expect(await post(body, signature)).toBeGreaterThanOrEqual(400)
        expect(received).toEqual([])
      }),
      { numRuns: runs },
    )
  })

  it('that changed on the way is refused', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, bodies, async (body, other) => {
        fc.pre(body !== other)
        expect(await post(other, sign(body))).toBeGreaterThanOrEqual(400)
      }),
      { numRuns: runs },
    )
  })

  it('with our signature is taken over as it is, or refused where it is no JSON', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (text) => {
        // What cannot be UTF-8 is changed before it is signed.
        const body = text.toWellFormed()
        received.length = 0
        const status = await post(body, sign(body))
        expect(received).toEqual(status === 202 ? [body] : [])
        if (isJson(body)) expect(status).toBe(202)
      }),
      { numRuns: runs },
    )
  })
})

describe('any payload of a comment', () => {
  const account = fc.record({
    id: fc.integer(),
    login: fc.string(),
    type: fc.constantFrom('User', 'Bot', 'Organization', ''),
  })
  const events: fc.Arbitrary<CommentCreated> = fc.record({
    installation: fc.option(fc.record({ id: fc.integer() }), { nil: undefined }),
    repository: fc.record({ id: fc.integer(), name: fc.string(), owner: account }),
    issue: fc.record({ number: fc.integer() }),
    comment: fc.record({
      id: fc.integer(),
      html_url: fc.string(),
      created_at: fc.string(),
      body: fc.oneof(
        fc.string(),
        fc.string().map((text) => `/cicd setup ${text}`),
      ),
      user: fc.option(account, { nil: null }),
      performed_via_github_app: fc.option(fc.constant({}), { nil: null }),
    }),
    sender: account,
  })

  it('B25 B27 becomes a job only where a person wrote a command themselves', () => {
    fc.assert(
      fc.property(events, (event) => {
        const job = commandJob(event, 'd')
        if (job === null) return
        const { comment, sender } = event
        expect([comment.user?.id, comment.user?.type, comment.performed_via_github_app]).toEqual([
          sender.id,
          expect.not.stringMatching(/^Bot$/u),
          null,
        ])
        expect(comment.body).toMatch(/^\s*\/cicd/iu)
      }),
      { numRuns: runs * 5 },
    )
  })
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
