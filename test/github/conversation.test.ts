import { createServer } from 'node:http'
import { type Context, Probot, Server } from 'probot'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Github, startGithub } from './start-github.ts'

let github: Github
let server: Server

beforeAll(async () => {
  github = await startGithub()
  const { env } = github
  const baseUrl = `${env.GHE_PROTOCOL}://${env.GHE_HOST}/api/v3`
  const options = { appId: env.APP_ID, privateKey: env.PRIVATE_KEY, secret: env.WEBHOOK_SECRET, baseUrl }
  server = new Server({ Probot: Probot.defaults(options), port: await freePort(), host: '127.0.0.1' })
  await server.load((app) => {
    app.on('issue_comment.created', answer)
  })
  await server.start()
  github.app.webhookUrl = `http://127.0.0.1:${server.port}/api/github/webhooks`
})
afterAll(async () => {
  await server.stop()
  await github.stop()
})

async function answer(context: Context<'issue_comment.created'>) {
  if (context.isBot) return
  await context.octokit.rest.reactions.createForIssueComment(
    context.repo({ comment_id: context.payload.comment.id, content: 'eyes' }),
  )
  await context.octokit.rest.issues.createComment(context.issue({ body: 'Done.' }))
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = address === null || typeof address === 'string' ? 0 : address.port
      probe.close(() => resolve(port))
    })
  })
}

it('a person comments, and a real Probot server reacts and replies', async () => {
  const repository = await github.repository('acme/site', { roles: { alice: 'write' } })
  const alice = github.person('alice')
  const issue = await alice.opensIssue(repository, 'Deploy this')
  const said = await alice.comments(repository, issue, '/cicd setup')
  await github.outbox.idle()
  expect(said.delivery?.statusCode).toBe(200)
  expect(repository.comments(issue)).toMatchObject([
    { by: 'alice', body: '/cicd setup', reactions: ['eyes by slipway[bot]'] },
    { by: 'slipway[bot]', body: 'Done.' },
  ])
  expect(github.deliveries.map((one) => [one.event, one.action, one.statusCode])).toEqual([
    ['issue_comment', 'created', 200],
    ['issue_comment', 'created', 200],
  ])
  expect(github.calls.counts()).toMatchObject({ token: 1, write: 1, notify: 1 })
})
