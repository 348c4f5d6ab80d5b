import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { customer } from '../app/merged-scene.ts'
import { type Aws, startAws } from '../aws/start-aws.ts'
import { type Github, startGithub } from '../github/start-github.ts'
import { type Postgres, startPostgres } from '../queue/start-postgres.ts'
import { outcomeIn, repliesIn } from './end-state.ts'
import { type Replica, startReplica } from './replica.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
}, 60_000)
afterAll(() => postgres.stop())

const patience = { timeout: 90_000, interval: 100 }
let schemas = 0

interface Stage {
  readonly github: Github
  readonly aws: Aws
  readonly first: Replica
  start(): Promise<Replica>
  /** Says something on the issue, and waits for the reply to say something. */
  command(text: string, pattern: RegExp): Promise<void>
  replied(pattern: RegExp): Promise<void>
  merge(): Promise<string>
  outcome(): string | null
  replies(): readonly string[]
  told(): readonly (readonly (string | undefined)[])[]
}

/** A server for App Runner, whose set-up was proposed; `database` null: each process has a queue of its own. */
async function stage(database: string | null): Promise<Stage> {
  const [github, aws] = [await startGithub(), await startAws()]
  customer(aws)
  schemas += 1
  const schema = `follow${schemas}`
  const env = { ...aws.env, SLIPWAY_AWS_OWNERS: 'acme', REAL_CORE: '1' }
  const start = () => startReplica(github, database, schema, env)
  const first = await start()
  github.app.webhookUrl = first.webhookUrl
  const how = { folder: 'test/repos/express', private: true, roles: { alice: 'maintain' } }
  const repository = await github.repository('acme/site', how)
  const alice = github.person('alice')
  const issue = await alice.opensIssue(repository, 'Deploy this')
  const replies = () => repliesIn(repository, issue)
  const replied = async (pattern: RegExp) => {
    await vi.waitFor(() => expect(replies().join('\n')).toMatch(pattern), patience)
  }
  const command = async (text: string, pattern: RegExp) => {
    await alice.comments(repository, issue, text)
    await replied(pattern)
  }
  await command('/cicd setup', /Ready for review/u)
  return {
    ...{ github, aws, first, start, command, replied, replies },
    merge: () => alice.merges(repository, repository.pulls()[0]?.number ?? 0),
    outcome: () => outcomeIn(repository, issue),
    told: () => repository.state.deployments.map(({ sha, statuses }) => [sha, statuses.at(-1)?.state]),
  }
}

function handshake(aws: Aws): void {
  for (const connection of aws.region().connections) connection.Status = 'AVAILABLE'
}

const edit = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
const create = 'POST /repos/{owner}/{repo}/deployments'
const tell = 'POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses'
const points = [edit, create, tell].flatMap((match) => [[match, 'before'] as const, [match, 'after'] as const])

describe.each([
  ['one queue for all', true],
  ['a queue of its own', false],
])('a process that is killed while it follows, with %s', (_, shared) => {
  it.concurrent.each(points)('B47 at %s, %s it is done: the next one ends it, once', async (match, when) => {
    const { github, aws, first, start, command, replied, merge, outcome, replies, told } = await stage(
      shared ? postgres.url : null,
    )
    const commit = await merge()
    await replied(/something is left to you/u)
    await command('/cicd connect --yes', /one handshake/u)
    github.faults.push({ match, kind: 'run', when, run: () => first.kill() })
    handshake(aws)
    await vi.waitFor(() => expect(first.alive()).toBe(false), patience)
    const second = await start()
    github.app.webhookUrl = second.webhookUrl
    await vi.waitFor(() => expect(outcome()).toBe('deployed'), patience)
    expect(told()).toEqual([[commit, 'success']])
    expect(replies()).toHaveLength(1)
    expect(aws.region().services).toHaveLength(1)
    await second.kill()
    await Promise.all([github.stop(), aws.stop()])
  })

  it('B47 right after the merge: the next one tells what is left to do', async () => {
    const { github, aws, first, start, replied, merge, replies } = await stage(shared ? postgres.url : null)
    github.faults.push({ match: edit, kind: 'run', when: 'before', run: () => first.kill() })
    await merge()
    await vi.waitFor(() => expect(first.alive()).toBe(false), patience)
    const second = await start()
    await replied(/something is left to you/u)
    expect(replies()).toHaveLength(1)
    await second.kill()
    await Promise.all([github.stop(), aws.stop()])
  })
})
