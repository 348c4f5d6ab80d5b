import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readMark } from '../../src/github/marker.ts'
import type { Person } from '../github/person.ts'
import type { RepositoryHandle } from '../github/repository-handle.ts'
import { type Github, startGithub } from '../github/start-github.ts'

let github: Github
let repository: RepositoryHandle
let alice: Person
let issue: number
const processes: ChildProcess[] = []

beforeEach(async () => {
  github = await startGithub()
  repository = await github.repository('acme/site', { files: { 'README.md': 'hello\n' }, roles: { alice: 'write' } })
  alice = github.person('alice')
  issue = await alice.opensIssue(repository, 'Deploy this')
})
afterEach(async () => {
  for (const child of processes.splice(0)) child.kill('SIGKILL')
  await github.stop()
})

/** Starts the server as a process of its own; deliveries go to it from now on. */
async function startProcess(): Promise<ChildProcess> {
  const settings: NodeJS.ProcessEnv = { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn' }
  const env = { ...process.env, ...github.env, ...settings }
  const child = spawn(process.execPath, ['test/app/unpaced-main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  processes.push(child)
  for await (const line of createInterface({ input: child.stdout })) {
    const found = /"listening":"([^"]+)"/u.exec(line)
    if (found === null) continue
    github.app.webhookUrl = `${found[1]}/api/github/webhooks`
    return child
  }
  throw new Error('the process ended')
}

/** Waits for the one end state. */
async function expectDone(): Promise<void> {
  await vi.waitFor(
    () => {
      const replies = repository.comments(issue).filter(({ by }) => by === 'slipway[bot]')
      expect(replies.map(({ body }) => readMark(body)?.outcome)).toEqual([
        expect.stringMatching(/^proposed$|^up_to_date$/u),
      ])
    },
    { timeout: 90_000, interval: 50 },
  )
  await github.outbox.idle()
  expect(repository.branches()).toEqual(['cicd/setup', 'main'])
  expect((await repository.commit('cicd/setup')).parents).toEqual([repository.branch('main')])
  expect(repository.pulls()).toHaveLength(1)
  expect(repository.comments(issue).filter(({ by }) => by === 'slipway[bot]')).toHaveLength(1)
}

const writes = [
  'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
  'POST /repos/{owner}/{repo}/git/trees',
  'POST /repos/{owner}/{repo}/git/commits',
  'POST /repos/{owner}/{repo}/git/refs',
  'POST /repos/{owner}/{repo}/pulls',
  'POST /repos/{owner}/{repo}/check-runs',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
]

describe('a process that is killed', () => {
  // What is there before a write is what is there after the one before it.
  const points = [['POST /graphql', 'before'] as const, ...writes.map((match) => [match, 'after'] as const)]

  it.each(points)(
    'B47 at %s, %s it is done: the next process ends it, once',
    async (match, when) => {
      const child = await startProcess()
      const died = once(child, 'exit')
      github.faults.push({ match, kind: 'run', when, run: () => void child.kill('SIGKILL') })
      await alice.comments(repository, issue, '/cicd setup')
      await died
      await startProcess()
      await expectDone()
    },
    120_000,
  )

  it('B58 a delivery that came while no process was there is found, and run once', async () => {
    github.outbox.fate = () => 'fail'
    await alice.comments(repository, issue, '/cicd setup')
    github.outbox.fate = () => 'send'
    await startProcess()
    await expectDone()
  }, 120_000)

  it('B59 a process that is asked to end finishes what it has, and says no more that it is ready', async () => {
    const child = await startProcess()
    const url = github.app.webhookUrl?.replace('/api/github/webhooks', '') ?? ''
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    const ready: number[] = []
    const run = async () => {
      child.kill('SIGTERM')
      await vi.waitFor(async () => {
        ready.push((await fetch(`${url}/readyz`)).status)
        expect(ready.at(-1)).toBe(503)
      })
      expect((await fetch(`${url}/healthz`)).status).toBe(200)
    }
    github.faults.push({ match: 'POST /repos/{owner}/{repo}/git/refs', kind: 'run', when: 'before', run })
    const died = once(child, 'exit')
    await alice.comments(repository, issue, '/cicd setup')
    expect(await died).toEqual([0, null])
    await expectDone()
  }, 120_000)
})
