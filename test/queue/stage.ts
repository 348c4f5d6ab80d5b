import { expect, vi } from 'vitest'
import { inProcessQueue } from '../../src/queue/in-process.ts'
import { postgresDefaults } from '../../src/queue/open-boss.ts'
import { postgresQueue } from '../../src/queue/postgres.ts'
import type { Job, OnError, Queue, Retry, Work } from '../../src/queue.ts'
import { type Postgres, startPostgres } from './start-postgres.ts'

export type Note = { readonly text: string }

export const job = (id: string, lane = 'a', key = id): Job<Note> => ({ id, lane, key, data: { text: id } })

export interface Options {
  readonly concurrency?: number
  readonly retry?: Retry
}

/** A queue whose jobs end when they are told to; names that start with `bad` throw. */
export interface Stage {
  readonly queue: Queue<Note>
  /** The jobs in the order in which they started. */
  readonly started: readonly string[]
  readonly errors: readonly unknown[]
  /** Ends a job, once it runs. */
  end(id: string): Promise<void>
  /** Waits until these have started, in this order, and no other. */
  startedAre(...ids: string[]): Promise<void>
  /** Another process on the same queue, where there can be one. */
  readonly more: () => Promise<Stage>
}

export type Open = (options?: Options) => Promise<Stage>

type Make = (work: Work<Note>, onError: OnError<Note>, options: Required<Options>) => Promise<Queue<Note>>

const patience = { timeout: 10_000, interval: 10 }

async function stage(make: Make, options: Options): Promise<Stage> {
  const started: string[] = []
  const errors: unknown[] = []
  const ends = new Map<string, () => void>()
  const work: Work<Note> = async ({ id, data }) => {
    expect(data).toEqual({ text: id })
    const ended = new Promise<void>((resolve) => ends.set(id, resolve))
    started.push(id)
    await ended
    if (id.startsWith('bad')) throw new Error(id)
  }
  const given = { concurrency: 2, retry: { limit: 0, pauseMs: 1000 }, ...options }
  const queue = await make(work, (error) => errors.push(error), given)
  return {
    ...{ queue, started, errors },
    end: (id) =>
      vi
        .waitFor(() => expect(ends.get(id), id).toBeDefined(), patience)
        .then(() => {
          ends.get(id)?.()
          ends.delete(id)
        }),
    startedAre: (...ids) => vi.waitFor(() => expect(started).toEqual(ids), patience),
    more: () => stage(make, options),
  }
}

/** A queue in this process. */
export function openInProcess(): { readonly open: Open; close(): Promise<void> } {
  const make: Make = async (work, onError, given) =>
    inProcessQueue(work, onError, { capacity: 100, memory: 100, ...given })
  return { open: (options = {}) => stage(make, options), close: async () => undefined }
}

/** Queues in a PostgreSQL; each has a schema of its own. */
export async function openPostgres(): Promise<{
  readonly open: Open
  readonly postgres: Postgres
  close(): Promise<void>
}> {
  const postgres = await startPostgres()
  const queues: Queue<Note>[] = []
  let schemas = 0
  return {
    postgres,
    open: (options = {}) => {
      schemas += 1
      const schema = `queue${process.pid}_${schemas}`
      const own = { ...postgresDefaults, url: postgres.url, schema, heartbeatSeconds: 10, lookSeconds: 1 }
      const make: Make = async (work, onError, given) => {
        const queue = await postgresQueue(work, onError, { ...own, ...given, onTrouble: () => undefined })
        queues.push(queue)
        return queue
      }
      return stage(make, options)
    },
    close: async () => {
      await Promise.all(queues.map((queue) => queue.drain(1)))
      await postgres.stop()
    },
  }
}
