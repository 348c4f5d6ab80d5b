import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { type Delivery, webhookHandler } from '../../src/app/webhook.ts'

const secret = 'current-secret-of-the-app'
const previous = 'secret-before-the-rotation'
const sign = (body: string, key = secret) => `sha256=${createHmac('sha256', key).update(body).digest('hex')}`
const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** The handler behind a real server. `lines` is its log. */
async function listen(receive: (delivery: Delivery) => Promise<void> = async () => {}) {
  const lines: string[] = []
  const received: Delivery[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) })
  const handler = webhookHandler({
    path: '/api/github/webhooks',
    secrets: { webhookSecret: secret, previousSecrets: [previous] },
    log,
    receive: async (delivery) => {
      received.push(delivery)
      await receive(delivery)
    },
  })
  const server = createServer(async (request, response) => {
    if (!(await handler(request, response))) response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(
    () => server.closeAllConnections(),
    () => server.close(),
  )
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { port, lines, received }
}

const body = JSON.stringify({ action: 'created', secretOfSomeone: 'hunter2' })
const headers = (text = body): Record<string, string> => ({
  'content-type': 'application/json',
  'x-github-delivery': '11111111-2222-3333-4444-555555555555',
  'x-github-event': 'issue_comment',
  'x-hub-signature-256': sign(text),
})
const post = async (port: number, text: string, given: Record<string, string>, path = '/api/github/webhooks') =>
  (await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: text, headers: given })).status

describe('a delivery', () => {
  it('B57 is accepted as soon as it is taken over', async () => {
    const { port, received } = await listen()
    expect(await post(port, body, headers())).toBe(202)
    expect(received).toEqual([{ id: headers()['x-github-delivery'], name: 'issue_comment', body }])
  })

  it('is taken on `/` too, where the set-up page of Probot sends GitHub', async () => {
    const { port, received } = await listen()
    expect(await post(port, body, headers(), '/')).toBe(202)
    expect(received).toHaveLength(1)
  })

  it('B62 may be signed with the secret from before a rotation', async () => {
    const { port } = await listen()
    expect(await post(port, body, { ...headers(), 'x-hub-signature-256': sign(body, previous) })).toBe(202)
    expect(await post(port, body, { ...headers(), 'x-hub-signature-256': sign(body, 'development') })).toBe(401)
  })

  it('is for later where it cannot be taken over now', async () => {
    const { port } = await listen(async () => {
      throw new Error('the queue is full')
    })
    expect(await post(port, body, headers())).toBe(503)
  })

  it.each([
    ['a bad signature', { 'x-hub-signature-256': sign('other') }, 401],
    ['a signature of another form', { 'x-hub-signature-256': 'sha256=00' }, 401],
    ['SHA-1 only', { 'x-hub-signature-256': '', 'x-hub-signature': 'sha1=0123' }, 400],
    ['no delivery id', { 'x-github-delivery': '' }, 400],
    ['a hostile delivery id', { 'x-github-delivery': 'x y' }, 400],
    ['no event', { 'x-github-event': '' }, 400],
    ['an event that is none', { 'x-github-event': '__proto__' }, 400],
    ['another content type', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ])('B61 with %s is refused, unparsed and unlogged', async (_what, change, status) => {
    const { port, received, lines } = await listen()
    expect(await post(port, body, { ...headers(), ...change })).toBe(status)
    expect(received).toEqual([])
    expect(lines.join('')).not.toMatch(/hunter2|current-secret/u)
  })

  it('B61 whose body is not JSON is refused', async () => {
    const { port } = await listen()
    expect(await post(port, '{"a":', headers('{"a":'))).toBe(400)
  })

  it('B61 with another method is refused', async () => {
    const { port } = await listen()
    expect((await fetch(`http://127.0.0.1:${port}/api/github/webhooks`)).status).toBe(405)
  })

  it('B61 of 30 MB is refused before it is read, whether it says so or not', async () => {
    const { port, received } = await listen()
    const announced = await stream(port, { ...headers(), 'content-length': '30000000' }, 1)
    const chunked = await stream(port, { ...headers(), 'transfer-encoding': 'chunked' }, 480)
    expect(announced).toBe(413)
    // Who goes on sending may find the connection closed before they read the answer.
    expect([413, 'closed']).toContain(chunked)
    expect(received).toEqual([])
  })
})

const chunk = Buffer.alloc(65_536, 'x')

/** Sends chunks of 64 kB until the server answers, or closes the connection. Over a plain socket: a mocked client would wait for the end of the body. */
function stream(port: number, given: Record<string, string>, chunks: number): Promise<number | 'closed'> {
  const isChunked = 'transfer-encoding' in given
  const head = [
    'POST /api/github/webhooks HTTP/1.1',
    'host: 127.0.0.1',
    ...Object.entries(given).map((one) => one.join(': ')),
  ]
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n`)
      for (let index = 0; index < chunks; index += 1) {
        socket.write(isChunked ? Buffer.concat([Buffer.from('10000\r\n'), chunk, Buffer.from('\r\n')]) : chunk)
      }
    })
    socket.on('data', (data) => {
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(data.toString('latin1'))?.[1]))
      socket.destroy()
    })
    socket.on('error', () => resolve('closed'))
    socket.on('close', () => resolve('closed'))
  })
}
