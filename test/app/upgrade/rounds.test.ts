import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { QueuedJob } from '../../../src/app/job.ts'
import { makeLog } from '../../../src/app/log.ts'
import { type RoundsTiming, startRounds } from '../../../src/app/upgrade/rounds.ts'
import { inProcessQueue } from '../../../src/queue/in-process.ts'
import { postgresDefaults } from '../../../src/queue/open-boss.ts'
import { postgresQueue } from '../../../src/queue/postgres.ts'
import type { Job, Queue } from '../../../src/queue.ts'
import { type Postgres, startPostgres } from '../../queue/start-postgres.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
}, 60_000)
afterAll(() => postgres.stop())

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

const fail = (error: unknown) => expect.unreachable(String(error))
const log = makeLog('fatal', { write: () => undefined })
const patience = { timeout: 20_000, interval: 20 }

function rounds(queue: Queue<QueuedJob>, timing: Partial<RoundsTiming>): void {
  stops.push(() => queue.drain(1000))
  stops.push(
    startRounds(queue, log, { firstMs: 0, everyMs: 20, now: () => Date.parse('2026-11-22T08:00:00Z'), ...timing }),
  )
}

it('of several processes on one queue, one makes the round of a day, however often they look', async () => {
  const done: string[] = []
  const work = async ({ id }: Job<QueuedJob>) => {
    done.push(id)
  }
  const open = () =>
    postgresQueue<QueuedJob>(work, fail, {
      ...{ ...postgresDefaults, url: postgres.url, schema: 'rounds', lookSeconds: 1, onTrouble: fail },
    })
  const looks = vi.fn(() => Date.parse('2026-11-22T08:00:00Z'))
  for (const queue of [await open(), await open()]) rounds(queue, { now: looks })
  await vi.waitFor(() => expect(looks.mock.calls.length).toBeGreaterThan(6), patience)
  await vi.waitFor(() => expect(done).toEqual(['rounds:2026-11-22']), patience)
  // A third one, started later on the same day.
  const third = await open()
  rounds(third, { now: looks })
  const before = looks.mock.calls.length
  await vi.waitFor(() => expect(looks.mock.calls.length).toBeGreaterThan(before + 6), patience)
  expect(done).toEqual(['rounds:2026-11-22'])
}, 60_000)

it('the next day is another round', async () => {
  const done: string[] = []
  let day = '2026-11-22'
  const work = async ({ id }: Job<QueuedJob>) => {
    done.push(id)
    day = '2026-11-23'
  }
  rounds(inProcessQueue<QueuedJob>(work, fail), { now: () => Date.parse(`${day}T08:00:00Z`) })
  await vi.waitFor(() => expect(done).toEqual(['rounds:2026-11-22', 'rounds:2026-11-23']), patience)
})

it('a queue that takes nothing is told to the log, and asked again', async () => {
  const add = vi.fn(async () => Promise.reject(new Error('away')))
  const queue = { ...inProcessQueue<QueuedJob>(async () => undefined, fail), add }
  rounds(queue, {})
  await vi.waitFor(() => expect(add.mock.calls.length).toBeGreaterThan(2), patience)
})
