import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { asApp, refusal } from './octokit.ts'
import type { RepositoryHandle } from './repository-handle.ts'
import { type Github, startGithub } from './start-github.ts'

interface Received {
  readonly event: string
  readonly guid: string
  readonly signature: string
  readonly body: string
}

let github: Github
let repository: RepositoryHandle
let receiver: Server
let received: Received[]
let status: number

beforeEach(async () => {
  github = await startGithub()
  received = []
  status = 202
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const header = (name: string) => String(request.headers[name])
    const body = Buffer.concat(chunks).toString('utf8')
    received.push({
      event: header('x-github-event'),
      guid: header('x-github-delivery'),
      signature: header('x-hub-signature-256'),
      body,
    })
    response.writeHead(status).end('thanks')
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const address = receiver.address()
  github.app.webhookUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
  repository = await github.repository('acme/site')
})
afterEach(async () => {
  receiver.closeAllConnections()
  await new Promise((resolve) => receiver.close(resolve))
  await github.stop()
})

const comments = async (body = 'hello') => {
  const alice = github.person('alice')
  return alice.comments(repository, await alice.opensIssue(repository, 'Issue'), body)
}
const bodies = () => received.map((one) => JSON.parse(one.body).comment.body)

it('a comment is told with a good signature', async () => {
  const said = await comments('/cicd setup')
  expect(said.delivery).toMatchObject({
    event: 'issue_comment',
    action: 'created',
    statusCode: 202,
    response: 'thanks',
  })
  const [one] = received
  const digest = createHmac('sha256', github.app.webhookSecret)
    .update(one?.body ?? '')
    .digest('hex')
  expect(one).toMatchObject({ event: 'issue_comment', guid: said.delivery?.guid, signature: `sha256=${digest}` })
  expect(JSON.parse(one?.body ?? '')).toMatchObject({
    action: 'created',
    comment: { id: said.id, body: '/cicd setup', user: { login: 'alice', type: 'User' } },
    sender: { login: 'alice' },
    repository: { full_name: 'acme/site' },
    installation: { id: [...github.world.installations.keys()][0] },
  })
})

it('other events of the app are told; what it is not subscribed to is not', async () => {
  const alice = github.person('alice')
  await alice.pushes(repository, { a: 'x' }, { branch: 'topic' })
  const number = await alice.opensPull(repository, 'topic')
  await alice.merges(repository, number)
  await github.install('other')
  await github.install('acme', { repositories: [] })
  await github.install('acme', { repositories: [], permissions: { metadata: 'read' } })
  expect(github.deliveries.map((one) => `${one.event}.${one.action}`)).toEqual([
    'pull_request.opened',
    'pull_request.closed',
    'installation.created',
    'installation_repositories.removed',
    'installation.new_permissions_accepted',
  ])
  expect(JSON.parse(received[1]?.body ?? '')).toMatchObject({
    pull_request: { merged: true, merged_by: { login: 'alice' } },
  })
})

it('an app that is down or refuses is written down as GitHub does', async () => {
  status = 500
  await comments()
  github.app.webhookUrl = 'http://127.0.0.1:9/'
  await comments()
  expect(github.deliveries.map((one) => [one.statusCode, one.status])).toEqual([
    [500, 'Invalid HTTP Response: 500'],
    [502, 'failed to connect to host'],
  ])
})

it('deliveries come twice, late and in another order, or not at all', async () => {
  github.outbox.fate = () => 'twice'
  await comments('a')
  github.outbox.fate = () => 'hold'
  await comments('b')
  await comments('c')
  expect(bodies()).toEqual(['a', 'a'])
  await github.outbox.release((held) => held.toReversed())
  expect(bodies()).toEqual(['a', 'a', 'c', 'b'])
  github.outbox.fate = () => 'fail'
  await comments('d')
  github.outbox.fate = () => 'lose'
  await comments('e')
  expect(github.deliveries.map((one) => one.statusCode)).toEqual([202, 202, 202, 502])
  expect(received).toHaveLength(4)
})

it('the log shows what was missed, page by page, and sends it again', async () => {
  const app = asApp(github)
  github.outbox.fate = () => 'fail'
  for (const body of ['a', 'b', 'c']) await comments(body)
  github.outbox.fate = () => 'send'
  const pages = await app.paginate('GET /app/hook/deliveries', { per_page: 2 })
  expect(pages.map((one) => [one.event, one.status_code])).toEqual([
    ['issue_comment', 502],
    ['issue_comment', 502],
    ['issue_comment', 502],
  ])
  const delivery_id = Number(pages[2]?.id)
  const { data } = await app.rest.apps.getWebhookDelivery({ delivery_id })
  expect(data.request.payload).toMatchObject({ comment: { body: 'a' } })
  await app.rest.apps.redeliverWebhookDelivery({ delivery_id })
  await github.outbox.idle()
  expect(bodies()).toEqual(['a'])
  expect(received[0]?.guid).toBe(pages[2]?.guid)
  expect(github.deliveries.at(-1)).toMatchObject({ redelivery: true, statusCode: 202 })
  github.clock.advance(4 * 24 * 3_600_000)
  expect((await app.request('GET /app/hook/deliveries')).data).toEqual([])
  expect(await refusal(app.rest.apps.getWebhookDelivery({ delivery_id }))).toBe('404 Not Found')
})
