import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Github, startGithub } from '../github/start-github.ts'
import { type Postgres, startPostgres } from '../queue/start-postgres.ts'
import { expectOneEnd, outcomeIn } from './end-state.ts'
import { type Replica, startReplica } from './replica.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
}, 60_000)
afterAll(() => postgres.stop())

const writes = [
  'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
  'POST /repos/{owner}/{repo}/git/trees',
  'POST /repos/{owner}/{repo}/git/commits',
  'POST /repos/{owner}/{repo}/git/refs',
  'POST /repos/{owner}/{repo}/pulls',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
]
const points = writes.flatMap((match) => [[match, 'before'] as const, [match, 'after'] as const])
const patience = { timeout: 60_000, interval: 100 }
let schemas = 0

/** GitHub, a repository, and two processes on one queue; deliveries go to the first. */
async function setting() {
  const github = await startGithub()
  schemas += 1
  const schema = `replicas${schemas}`
  const start = () => startReplica(github, postgres.url, schema)
  const [first, second] = [await start(), await start()]
  github.app.webhookUrl = first.webhookUrl
  const repository = await github.repository('acme/site', {
    files: { 'README.md': 'hello\n' },
    roles: { alice: 'write' },
  })
  const alice = github.person('alice')
  const issue = await alice.opensIssue(repository, 'Deploy this')
  return { github, start, first, second, repository, alice, issue }
}

async function end(github: Github, ...replicas: readonly Replica[]): Promise<void> {
  await Promise.all(replicas.map((replica) => replica.kill()))
  await github.stop()
}

describe('two processes on one queue', () => {
  it.concurrent.each(
    points,
  )('B47 B48 one is killed at %s, %s it is done: the other ends it, once', async (match, when) => {
    const { github, first, second, repository, alice, issue } = await setting()
    github.faults.push({ match, kind: 'run', when, run: () => first.kill() })
    await alice.comments(repository, issue, '/cicd setup')
    await vi.waitFor(() => expect(outcomeIn(repository, issue)).not.toBeNull(), patience)
    await vi.waitFor(() => expect(second.log()).toContain('"command done"'), patience)
    expect(first.alive()).toBe(false)
    expect(first.log()).not.toContain('"command done"')
    await expectOneEnd(repository, issue)
    await end(github, second)
  })

  it('B46 B48 each gets every delivery, twice, at once: each command is carried out once', async () => {
    const { github, first, second, repository, alice, issue } = await setting()
    github.outbox.fate = () => 'twice'
    const { delivery } = await alice.comments(repository, issue, '/cicd setup')
    github.app.webhookUrl = second.webhookUrl
    await github.outbox.redeliver(delivery?.id ?? 0)
    expect(github.deliveries.filter(({ statusCode }) => statusCode === 202)).toHaveLength(2)
    await vi.waitFor(() => expect(outcomeIn(repository, issue)).not.toBeNull(), patience)
    await expectOneEnd(repository, issue)
    // The line is written after the reply that was waited for.
    await vi.waitFor(() => expect(`${first.log()}${second.log()}`).toContain('"command done"'), patience)
    expect(`${first.log()}${second.log()}`.match(/"command done"/gu)).toHaveLength(1)
    await end(github, first, second)
  })

  it('B59 one that is asked to end hands over nothing half done', async () => {
    const { github, first, second, repository, alice, issue } = await setting()
    await alice.comments(repository, issue, '/cicd setup')
    await first.kill('SIGTERM')
    await vi.waitFor(() => expect(outcomeIn(repository, issue)).not.toBeNull(), patience)
    await expectOneEnd(repository, issue)
    await end(github, second)
  })
})

describe('a database that is restarted', () => {
  it('B47 while a command is carried out: it ends once', async () => {
    const { github, first, second, repository, alice, issue } = await setting()
    const run = () => postgres.restart()
    github.faults.push({ match: 'POST /repos/{owner}/{repo}/git/refs', kind: 'run', when: 'before', run })
    await alice.comments(repository, issue, '/cicd setup')
    await vi.waitFor(() => expect(outcomeIn(repository, issue)).not.toBeNull(), patience)
    await expectOneEnd(repository, issue)
    const { id } = await alice.comments(repository, issue, '/cicd setup')
    await vi.waitFor(
      () => expect(repository.comments(issue).find((one) => one.id === id)?.reactions).toHaveLength(1),
      patience,
    )
    await vi.waitFor(() => expect(outcomeIn(repository, issue)).toBe('up_to_date'), patience)
    await expectOneEnd(repository, issue)
    await end(github, first, second)
  })

  it('B58 a command that came meanwhile is refused, and found by the next process that starts', async () => {
    const { github, start, first, second, repository, alice, issue } = await setting()
    await postgres.restart(async () => {
      const { delivery } = await alice.comments(repository, issue, '/cicd setup')
      expect(delivery?.statusCode).toBe(503)
      expect((await fetch(`${first.url}/readyz`)).status).toBe(503)
      expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
    })
    const third = await start()
    await vi.waitFor(() => expect(outcomeIn(repository, issue)).not.toBeNull(), patience)
    await expectOneEnd(repository, issue)
    for (const replica of [first, second]) expect((await fetch(`${replica.url}/readyz`)).status).toBe(200)
    await end(github, first, second, third)
  })
})
