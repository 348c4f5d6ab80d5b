import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { job, type Open, openInProcess, openPostgres } from './stage.ts'

const kinds = [
  { kind: 'in the process', start: async () => openInProcess() },
  { kind: 'in PostgreSQL', start: openPostgres },
]

describe.each(kinds)('a queue $kind', ({ start }) => {
  let open: Open
  let close: () => Promise<void>
  beforeAll(async () => {
    ;({ open, close } = await start())
  }, 60_000)
  afterAll(() => close(), 60_000)

  it('runs one job of a lane at a time, in order, and lanes beside each other', async () => {
    const { queue, startedAre, end } = await open()
    await queue.add(job('a1'))
    await startedAre('a1')
    for (const one of [job('a2'), job('b1', 'b')]) await queue.add(one)
    await startedAre('a1', 'b1')
    await end('a1')
    await startedAre('a1', 'b1', 'a2')
    await queue.add(job('c1', 'c'))
    await end('b1')
    await startedAre('a1', 'b1', 'a2', 'c1')
  })

  it('does not let a busy lane keep another waiting', async () => {
    const { queue, started, startedAre, end } = await open({ concurrency: 1 })
    await queue.add(job('a1'))
    await startedAre('a1')
    for (const one of [job('a2'), job('a3'), job('a4'), job('b1', 'b')]) await queue.add(one)
    for (let index = 0; index < 5; index += 1) {
      await expect.poll(() => started.length).toBe(index + 1)
      await end(started[index] ?? '')
    }
    expect(started.indexOf('b1')).toBeLessThan(started.indexOf('a3'))
    expect(started.filter((id) => id.startsWith('a'))).toEqual(['a1', 'a2', 'a3', 'a4'])
  })

  it('lets a job that is to wait a while hold up nothing, and runs it then', async () => {
    const { queue, startedAre, end } = await open()
    expect(await queue.add({ ...job('later'), afterMs: 1000 })).toBe('queued')
    expect((await queue.size()).later).toBe(1)
    await queue.add(job('now'))
    await startedAre('now')
    await end('now')
    await startedAre('now', 'later')
    await end('later')
  })

  it('B46 takes each delivery once, whether it waits, runs, or is done', async () => {
    const { queue, startedAre, end } = await open()
    expect(await queue.add(job('1'))).toBe('queued')
    await startedAre('1')
    expect(await queue.add(job('2'))).toBe('queued')
    for (const id of ['1', '2']) expect(await queue.add(job(id))).toBe('known')
    await end('1')
    await end('2')
    for (const id of ['1', '2']) expect(await queue.add(job(id))).toBe('known')
    await startedAre('1', '2')
  })

  it('B34 leaves out what already waits, so a flood of one command runs twice at most', async () => {
    const { queue, startedAre, end } = await open()
    await queue.add(job('d0', 'a', 'same'))
    await startedAre('d0')
    const added = []
    for (let index = 1; index < 50; index += 1) added.push(await queue.add(job(`d${index}`, 'a', 'same')))
    expect(added.filter((one) => one === 'merged')).toHaveLength(48)
    await end('d0')
    await end('d1')
    await startedAre('d0', 'd1')
  })

  it('goes on after a job that throws', async () => {
    const { queue, startedAre, end, errors } = await open()
    await queue.add(job('bad'))
    await queue.add(job('good'))
    await end('bad')
    await startedAre('bad', 'good')
    expect(errors).toHaveLength(1)
  })

  it('tries a job that throws again, a few times, and then gives it up', async () => {
    const { queue, startedAre, end, errors } = await open({ retry: { limit: 1, pauseMs: 50 } })
    await queue.add(job('bad'))
    await end('bad')
    await startedAre('bad', 'bad')
    await end('bad')
    await expect.poll(async () => (await queue.size()).failed, { timeout: 10_000 }).toBe(1)
    expect(errors).toHaveLength(2)
  })

  it('B59 drains: takes nothing more, and ends what it has in hand', async () => {
    const { queue, startedAre, end } = await open()
    await queue.add(job('1'))
    await queue.add(job('2', 'b'))
    await startedAre('1', '2')
    const drained = queue.drain(60_000)
    expect(await queue.add(job('3'))).toBe('closed')
    await end('1')
    await end('2')
    expect(await drained).toBe(0)
  })

  it('B59 says how much was left when the time is over', async () => {
    const { queue, startedAre } = await open()
    await queue.add(job('1'))
    await startedAre('1')
    expect(await queue.drain(1)).toBe(1)
  })

  it('counts what waits and what runs', async () => {
    const { queue, startedAre, end } = await open()
    await queue.add(job('1'))
    await startedAre('1')
    await queue.add(job('2'))
    await expect.poll(() => queue.size(), { timeout: 10_000 }).toEqual({ waiting: 1, later: 0, running: 1, failed: 0 })
    await end('1')
    await end('2')
    await expect.poll(() => queue.size(), { timeout: 10_000 }).toEqual({ waiting: 0, later: 0, running: 0, failed: 0 })
    await queue.add({ ...job('3'), afterMs: 60_000 })
    await expect.poll(() => queue.size(), { timeout: 10_000 }).toEqual({ waiting: 0, later: 1, running: 0, failed: 0 })
  })

  it('is ready', async () => {
    const { queue } = await open()
    await expect(queue.ready()).resolves.toBeUndefined()
  })
})
