import { describe, expect, it } from 'vitest'
import { inProcessQueue } from '../../src/queue/in-process.ts'
import { job, type Note } from './stage.ts'

const retry = { limit: 3, pauseMs: 60_000 }

describe('the queue in the process', () => {
  it('refuses what it has no room for, and takes it later', async () => {
    const first = Promise.withResolvers<void>()
    const limits = { concurrency: 1, capacity: 1, memory: 100, retry }
    const queue = inProcessQueue<Note>(
      ({ id }) => (id === '1' ? first.promise : Promise.resolve()),
      expect.fail,
      limits,
    )
    expect(await queue.add(job('1'))).toBe('queued')
    expect(await queue.add(job('2'))).toBe('queued')
    expect(await queue.add(job('3'))).toBe('full')
    first.resolve()
    await expect.poll(() => queue.add(job('3'))).toBe('queued')
  })

  it('B59 ends what waits, too, and counts what pauses before another attempt as left', async () => {
    const done: string[] = []
    const work = async ({ id }: { readonly id: string }) => {
      if (id === 'bad') throw new Error(id)
      done.push(id)
    }
    const limits = { concurrency: 1, capacity: 10, memory: 100, retry }
    const queue = inProcessQueue<Note>(work, () => undefined, limits)
    for (const id of ['1', 'bad', '2']) await queue.add(job(id))
    expect(await queue.drain(60_000)).toBe(1)
    expect(done).toEqual(['1', '2'])
  })
})
