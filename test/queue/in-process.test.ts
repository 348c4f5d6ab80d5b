import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { inProcessQueue } from '../../src/queue/in-process.ts'
import type { Job } from '../../src/queue.ts'

const job = (id: string, lane = 'a', key = id): Job<null> => ({ id, lane, key, data: null })
const limits = { concurrency: 2, capacity: 4, memory: 100 }

/** A queue whose jobs end when they are told to. */
function stage(given = limits) {
  const started: string[] = []
  const ends = new Map<string, () => void>()
  const errors: unknown[] = []
  const queue = inProcessQueue<null>(
    async ({ id }) => {
      started.push(id)
      await new Promise<void>((resolve) => ends.set(id, resolve))
      if (id.startsWith('bad')) throw new Error(id)
    },
    (error) => errors.push(error),
    given,
  )
  const end = async (id: string) => {
    ends.get(id)?.()
    await pause(0)
  }
  return { queue, started, errors, end }
}

describe('the queue in the process', () => {
  it('runs one job of a lane at a time, in order, and lanes beside each other', async () => {
    const { queue, started, end } = stage()
    for (const one of [job('a1'), job('a2'), job('b1', 'b'), job('c1', 'c')]) await queue.add(one)
    expect(started).toEqual(['a1', 'b1'])
    await end('a1')
    expect(started).toEqual(['a1', 'b1', 'a2'])
    await end('b1')
    expect(started).toEqual(['a1', 'b1', 'a2', 'c1'])
  })

  it('lets lanes take turns, so a busy one does not keep the others waiting', async () => {
    const { queue, started, end } = stage({ ...limits, concurrency: 1, capacity: 10 })
    for (const one of [job('a1'), job('a2'), job('a3'), job('b1', 'b')]) await queue.add(one)
    for (const id of ['a1', 'a2', 'b1', 'a3']) await end(id)
    expect(started).toEqual(['a1', 'a2', 'b1', 'a3'])
  })

  it('B46 takes each delivery once', async () => {
    const { queue, started, end } = stage()
    expect(await queue.add(job('1'))).toBe('queued')
    expect(await queue.add(job('1'))).toBe('known')
    await end('1')
    expect(await queue.add(job('1'))).toBe('known')
    expect(started).toEqual(['1'])
  })

  it('B34 leaves out what already waits, so a flood of one command runs twice at most', async () => {
    const { queue, started, end } = stage()
    const added = []
    for (let index = 0; index < 50; index += 1) added.push(await queue.add(job(`d${index}`, 'a', 'same')))
    expect(added.filter((one) => one === 'merged')).toHaveLength(48)
    await end('d0')
    await end('d1')
    expect(started).toEqual(['d0', 'd1'])
    expect(queue.size()).toEqual({ waiting: 0, running: 0 })
  })

  it('refuses what it has no room for, and takes it later', async () => {
    const { queue, end } = stage({ ...limits, concurrency: 1, capacity: 1 })
    expect(await queue.add(job('1'))).toBe('queued')
    expect(await queue.add(job('2'))).toBe('queued')
    expect(await queue.add(job('3'))).toBe('full')
    await end('1')
    expect(await queue.add(job('3'))).toBe('queued')
  })

  it('goes on after a job that throws', async () => {
    const { queue, started, errors, end } = stage()
    await queue.add(job('bad'))
    await queue.add(job('good'))
    await end('bad')
    expect(errors).toHaveLength(1)
    expect(started).toEqual(['bad', 'good'])
  })

  it('B59 drains: takes nothing more, ends what is there, waiting jobs too', async () => {
    const { queue, started, end } = stage()
    await queue.add(job('1'))
    await queue.add(job('2'))
    const drained = queue.drain(60_000)
    expect(await queue.add(job('3'))).toBe('closed')
    await end('1')
    await end('2')
    expect(await drained).toBe(0)
    expect(started).toEqual(['1', '2'])
  })

  it('B59 says how much was left when the time is over', async () => {
    const { queue } = stage()
    await queue.add(job('1'))
    await queue.add(job('2'))
    expect(await queue.drain(1)).toBe(2)
  })
})
