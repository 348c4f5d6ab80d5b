import { afterEach, beforeEach, expect, it } from 'vitest'
import { asInstallation, type Client, refusal } from './octokit.ts'
import type { RepositoryHandle } from './repository-handle.ts'
import { type Github, startGithub } from './start-github.ts'

let github: Github
let octokit: Client
let repository: RepositoryHandle
const at = { owner: 'acme', repo: 'site', issue_number: 1 }
const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments'

beforeEach(async () => {
  github = await startGithub()
  repository = await github.repository('acme/site')
  await github.person('alice').opensIssue(repository, 'Issue')
  octokit = await asInstallation(github, 'acme')
})
afterEach(() => github.stop())

const comment = () => octokit.rest.issues.createComment({ ...at, body: 'hi' })
const written = () => repository.comments(1).length

it('an answer can be another', async () => {
  github.faults.push({
    match: route,
    kind: 'status',
    status: 403,
    message: 'Slow down',
    headers: { 'retry-after': '1' },
  })
  expect(await refusal(comment())).toBe('403 Slow down')
  expect(written()).toBe(0)
  expect((await comment()).status).toBe(201)
})

it('an answer can be a page for people', async () => {
  github.faults.push({ kind: 'html' })
  expect(await refusal(comment())).toContain('502')
  expect(written()).toBe(0)
})

it('a connection can be cut before anything is done', async () => {
  github.faults.push({ match: 'POST *comments', kind: 'drop' })
  await expect(comment()).rejects.toThrow()
  expect(written()).toBe(0)
})

it('an answer can be lost after it was done', async () => {
  github.faults.push({ match: 'POST *comments', kind: 'lost-answer' })
  await expect(comment()).rejects.toThrow()
  expect(written()).toBe(1)
})

it('half an answer reaches Octokit as an answer without content', async () => {
  github.faults.push({ match: 'POST *comments', kind: 'half' })
  const answer = await comment().catch((error: unknown) => String(error))
  expect(answer).not.toMatchObject({ data: { body: 'hi' } })
  expect(written()).toBe(1)
})

it('a fault waits for its turn, and hits as often as it is told', async () => {
  github.faults.push({ match: (call) => call.kind === 'notify', after: 1, times: 2, kind: 'status', status: 502 })
  const outcomes = []
  for (let i = 0; i < 4; i++)
    outcomes.push(
      await comment().then(
        (one) => one.status,
        () => 502,
      ),
    )
  expect(outcomes).toEqual([201, 502, 502, 201])
})

it('something of ours can happen just before or just after', async () => {
  const seen: string[] = []
  const run = (when: string) => () => void seen.push(`${when} ${written()}`)
  github.faults.push({ match: route, kind: 'run', when: 'before', run: run('before') })
  await comment()
  github.faults.push({ match: route, kind: 'run', when: 'after', run: run('after') })
  await comment()
  expect(seen).toEqual(['before 0', 'after 2'])
})

it('calls are counted by kind and caller', async () => {
  github.calls.clear()
  await comment()
  await octokit.rest.repos.get(at)
  expect(github.calls.counts()).toEqual({ read: 1, write: 0, notify: 1, graphql: 0, token: 0 })
  const [installation] = github.world.installations.keys()
  expect(github.calls.all.map((call) => call.actor)).toEqual([
    `installation:${installation}`,
    `installation:${installation}`,
  ])
  expect(github.calls.writes()).toMatchObject([
    { route: '/repos/{owner}/{repo}/issues/{issue_number}/comments', status: 201 },
  ])
  expect(github.calls.peak(60_000)).toBe(1)
})

it('a caller beyond a limit is refused until its time is over', async () => {
  github.limits.changesPerMinute = 2
  const outcomes = [await refusal(comment()).catch(() => 'fine'), await refusal(comment()).catch(() => 'fine')]
  expect(outcomes).toEqual(['fine', 'fine'])
  expect(await refusal(comment())).toContain('403 You have exceeded a secondary rate limit.')
  expect(written()).toBe(2)
  expect((await octokit.rest.issues.get(at)).status).toBe(200)
  github.clock.advance(61_000)
  expect((await comment()).status).toBe(201)
  github.limits.requestsPerHour = 1
  expect(await refusal(octokit.rest.issues.get(at))).toContain('403 API rate limit exceeded')
})
