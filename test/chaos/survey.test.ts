import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Github, startGithub } from '../github/start-github.ts'
import { type Postgres, startPostgres } from '../queue/start-postgres.ts'
import { outcomeIn, repliesIn } from './end-state.ts'
import { startReplica } from './replica.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
}, 60_000)
afterAll(() => postgres.stop())

const patience = { timeout: 90_000, interval: 100 }
const count = 34

async function organisation() {
  const github = await startGithub()
  const repository = await github.repository('acme/site', { roles: { alice: 'write' } })
  for (let index = 1; index < count; index += 1) await github.repository(`acme/r${index}`)
  const alice = github.person('alice')
  return { github, repository, alice, issue: await alice.opensIssue(repository, 'What is there?') }
}

/** How often the tree of each repository was read; of the one with the thread the configuration is read in every part, too. */
function reads(github: Github): readonly number[] {
  const paths = github.calls.all.filter(({ route }) => route === '/repos/{owner}/{repo}/git/trees/{tree_sha}')
  const counts = new Map<string, number>()
  for (const { path } of paths) {
    const [, , , name = ''] = path.replace(/^\/api\/v3/u, '').split('/')
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].filter(([name]) => name !== 'site').map(([, found]) => found)
}

const edit = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
const tree = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}'

describe('a survey whose process is killed', () => {
  it.each([
    ['in the middle of a part', tree, 'before', 14],
    ['before it writes how far it is', edit, 'before', 0],
    ['after it wrote how far it is', edit, 'after', 0],
    ['after it wrote the end', edit, 'after', 2],
  ] as const)('B47 %s: another goes on there, on one queue', async (_, match, when, after) => {
    const { github, repository, alice, issue } = await organisation()
    const schema = `survey${match.length}${when}${after}`
    const first = await startReplica(github, postgres.url, schema)
    github.app.webhookUrl = first.webhookUrl
    github.faults.push({ match, kind: 'run', when, after, run: () => first.kill() })
    await alice.comments(repository, issue, '/cicd survey')
    await vi.waitFor(() => expect(first.alive()).toBe(false), patience)
    const second = await startReplica(github, postgres.url, schema)
    await vi.waitFor(() => expect(outcomeIn(repository, issue)).toBe('surveyed'), patience)
    expect(repliesIn(repository, issue)).toHaveLength(1)
    expect(repliesIn(repository, issue)[0]).toContain(`Survey of acme: ${count} repositories`)
    expect(reads(github)).toHaveLength(count - 1)
    // No part is done more than once again.
    expect(reads(github).reduce((sum, times) => sum + times, 0)).toBeLessThanOrEqual(count - 1 + 10)
    await second.kill()
    await github.stop()
  })

  it('B47 without a database: the next process finds it in the log of deliveries', async () => {
    const { github, repository, alice, issue } = await organisation()
    const first = await startReplica(github, null, 'none')
    github.app.webhookUrl = first.webhookUrl
    github.faults.push({ match: edit, kind: 'run', when: 'after', run: () => first.kill() })
    await alice.comments(repository, issue, '/cicd survey')
    await vi.waitFor(() => expect(first.alive()).toBe(false), patience)
    const second = await startReplica(github, null, 'none')
    await vi.waitFor(() => expect(outcomeIn(repository, issue)).toBe('surveyed'), patience)
    expect(repliesIn(repository, issue)[0]).toContain(`Survey of acme: ${count} repositories`)
    expect(reads(github).reduce((sum, times) => sum + times, 0)).toBe(count - 1)
    await second.kill()
    await github.stop()
  })
})
