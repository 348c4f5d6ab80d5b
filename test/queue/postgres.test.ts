import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deadName, openBoss, postgresDefaults } from '../../src/queue/open-boss.ts'
import { postgresQueue } from '../../src/queue/postgres.ts'
import type { Job } from '../../src/queue.ts'
import { job, type Note, openPostgres } from './stage.ts'

const fail = (error: unknown) => expect.unreachable(String(error))
let world: Awaited<ReturnType<typeof openPostgres>>
beforeAll(async () => {
  world = await openPostgres()
}, 60_000)
afterAll(() => world.close(), 60_000)

describe('several processes on one queue', () => {
  it('B46 B48 take each delivery once', async () => {
    const one = await world.open()
    const two = await one.more()
    const added = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? one : two).queue.add(job('same'))),
    )
    expect(added.filter((answer) => answer === 'queued')).toHaveLength(1)
  })

  it('run one job of a lane at a time, and lose and double none', async () => {
    const running = new Map<string, number>()
    const done: string[] = []
    let together = 0
    const work = async ({ id, lane }: Job<Note>) => {
      const beside = running.get(lane) ?? 0
      if (beside > 0) together += 1
      running.set(lane, beside + 1)
      await new Promise((resolve) => setTimeout(resolve, 3))
      running.set(lane, (running.get(lane) ?? 1) - 1)
      done.push(id)
    }
    const options = { ...postgresDefaults, url: world.postgres.url, schema: 'lanes', lookSeconds: 1, concurrency: 8 }
    const open = () => postgresQueue<Note>(work, fail, { ...options, onTrouble: fail })
    const queues = [await open(), await open()]
    const ids = Array.from({ length: 200 }, (_, index) => `job${index}`)
    await Promise.all(ids.map((id, index) => queues[index % 2]?.add(job(id, `lane${index % 3}`))))
    await expect.poll(() => done.length, { timeout: 30_000 }).toBe(200)
    expect(new Set(done).size).toBe(200)
    expect(together).toBe(0)
    await Promise.all(queues.map((queue) => queue.drain(1000)))
  }, 60_000)

  it('B59 hand over what one of them could not end in time', async () => {
    const one = await world.open({ retry: { limit: 2, pauseMs: 1000 } })
    await one.queue.add(job('1'))
    await one.startedAre('1')
    const two = await one.more()
    expect(await one.queue.drain(1)).toBe(1)
    await two.startedAre('1')
    await two.end('1')
    expect(await two.queue.drain(10_000)).toBe(0)
  })
})

describe('a command that was given up', () => {
  it('B69 is kept with the reason, and nothing else of the error; it can be run again', async () => {
    const errors: unknown[] = []
    let fails = true
    const work = async () => {
      if (fails) throw Object.assign(new Error('no luck'), { request: { headers: { authorization: 'token secret' } } })
    }
    const options = { ...postgresDefaults, url: world.postgres.url, schema: 'given_up', lookSeconds: 1 }
    const given = { ...options, retry: { limit: 0, pauseMs: 1000 }, onTrouble: fail }
    const queue = await postgresQueue<Note>(work, (error) => errors.push(error), given)
    await queue.add(job('1'))
    await expect.poll(async () => (await queue.size()).failed, { timeout: 10_000 }).toBe(1)
    const boss = await openBoss(given)
    const [dead] = await boss.findJobs<{ jobId: string }>(deadName)
    expect(dead?.data.jobId).toBe('1')
    expect(dead?.sourceOutput).toMatchObject({ message: 'no luck' })
    expect(JSON.stringify(dead)).not.toContain('secret')
    fails = false
    expect(await boss.redrive(deadName)).toBe(1)
    await expect.poll(async () => (await queue.size()).failed, { timeout: 10_000 }).toBe(0)
    expect(errors).toHaveLength(1)
    await boss.stop({ timeout: 1000 })
    await queue.drain(1000)
  })
})

describe('a database that goes away', () => {
  it('is not ready meanwhile, refuses jobs, and goes on when it is back', async () => {
    const { queue, startedAre, end } = await world.open()
    await world.postgres.restart(async () => {
      await expect(queue.ready()).rejects.toThrow(/ECONNREFUSED|terminat/u)
      await expect(queue.add(job('lost'))).rejects.toThrow()
    })
    await expect.poll(() => queue.ready().then(() => 'ready', String), { timeout: 10_000 }).toBe('ready')
    expect(await queue.add(job('1'))).toBe('queued')
    await startedAre('1')
    await end('1')
  })
})
