import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Person } from '../github/person.ts'
import type { RepositoryHandle } from '../github/repository-handle.ts'
import { startGithub } from '../github/start-github.ts'
import { startPostgres } from '../queue/start-postgres.ts'
import { expectOneEnd, outcomeIn, repliesIn } from './end-state.ts'
import { type Replica, startReplica } from './replica.ts'
import { anyFate, anyTrouble, randomFrom } from './storm.ts'

interface Thread {
  readonly repository: RepositoryHandle
  readonly issue: number
}

const kills = 5
const seeds = (process.env.CHAOS_SEEDS ?? '1').split(',').map(Number)
const storms = seeds.flatMap((seed) => [1, 2].map((processes) => ({ seed, processes })))

/** Waits until every issue has an answer; one that says that it failed is commanded again, as a person would. */
async function answered(threads: readonly Thread[], alice: Person): Promise<void> {
  const end = Date.now() + 120_000
  for (const { repository, issue } of threads) {
    for (;;) {
      const outcome = outcomeIn(repository, issue)
      if (outcome === 'proposed' || outcome === 'up_to_date') break
      if (Date.now() > end) throw new Error(`${repository.fullName} is at ${outcome}: ${repliesIn(repository, issue)}`)
      if (outcome === 'failed') await alice.comments(repository, issue, '/cicd setup')
      await pause(1000)
    }
  }
}

describe('a storm', () => {
  it.each(storms)('over $processes processes ends in the one end state everywhere (seed $seed)', async ({
    seed,
    processes,
  }) => {
    const random = randomFrom(seed)
    const postgres = processes === 1 ? null : await startPostgres()
    const github = await startGithub()
    const replicas: Replica[] = []
    const start = async () => replicas.push(await startReplica(github, postgres?.url ?? null, 'storm'))
    const startAll = () => Promise.all(Array.from({ length: processes }, start))
    const target = () => replicas[Math.floor(random() * replicas.length)]
    await startAll()
    const alice = github.person('alice')
    const threads: Thread[] = []
    for (let index = 0; index < 9; index += 1) {
      const files = { 'README.md': `# ${index}\n` }
      const repository = await github.repository(`org${index % 3}/app${index}`, { files, roles: { alice: 'write' } })
      threads.push({ repository, issue: await alice.opensIssue(repository, 'Deploy this') })
    }

    github.faults.push(...anyTrouble(random, 0.12))
    github.outbox.fate = ({ event }) => {
      github.app.webhookUrl = target()?.webhookUrl ?? null
      return event === 'issue_comment' ? anyFate(random) : 'send'
    }
    const commands = threads.map(({ repository, issue }) => alice.comments(repository, issue, '/cicd setup'))
    for (let killed = 0; killed < kills; killed += 1) {
      await pause(500 + random() * 2500)
      await replicas.shift()?.kill()
      if (killed === 2) await postgres?.restart(() => pause(1000))
      // Late, and the last one first.
      await github.outbox.release((held) => held.toReversed())
      await start()
    }
    await Promise.all(commands)

    github.faults.length = 0
    github.outbox.fate = () => 'send'
    await Promise.all(replicas.splice(0).map((replica) => replica.kill()))
    await startAll()
    github.app.webhookUrl = target()?.webhookUrl ?? null
    await answered(threads, alice)
    await github.outbox.idle()
    for (const { repository, issue } of threads) await expectOneEnd(repository, issue)
    expect(replicas.every((replica) => replica.alive())).toBe(true)
    await Promise.all(replicas.map((replica) => replica.kill()))
    await github.stop()
    await postgres?.stop()
  })
})
