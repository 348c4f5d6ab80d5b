import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FaultKind } from '../aws/http/faults.ts'
import type { Aws } from '../aws/start-aws.ts'
import { connectOnce, connectToTheEnd, type Given, holdings } from './drive.ts'
import { freshAws, samples } from './scene.ts'

const started: Aws[] = []
const start = async () => {
  const aws = await freshAws()
  started.push(aws)
  return aws
}
afterEach(async () => {
  vi.unstubAllEnvs()
  await Promise.all(started.splice(0).map((aws) => aws.stop()))
})

/** How one call goes wrong. `kill`: the process dies there, so everything after it fails too. */
const mishaps: readonly { readonly name: string; readonly fault: FaultKind; readonly kill: boolean }[] = [
  { name: 'killed before', fault: { kind: 'drop' }, kill: true },
  { name: 'killed after', fault: { kind: 'lost-answer' }, kill: true },
  { name: 'throttled', fault: { kind: 'throttle' }, kill: false },
  { name: 'failed by AWS after the work', fault: { kind: 'half' }, kill: false },
  { name: 'denied', fault: { kind: 'denied' }, kill: false },
]

describe.each(Object.entries<Given>(samples))('connect with %s', (_, repository) => {
  it.each(mishaps)('$name at every call, goes on when it is run again, and makes nothing twice', async ({
    fault,
    kill,
  }) => {
    const whole = await start()
    expect((await connectToTheEnd(whole, repository)).kind).toBe('done')
    const wanted = holdings(whole)
    for (const [call, { changes }] of whole.calls.entries()) {
      // A look that fails once costs nothing; a process that dies there does.
      if (!changes && !kill) continue
      const aws = await start()
      aws.faults.push({ ...fault, after: call })
      if (kill) aws.faults.push({ kind: 'drop', after: call, times: 1000 })
      await connectToFailure(aws, repository)
      aws.faults.length = 0
      const { kind, text } = await connectToTheEnd(aws, repository)
      expect([call, kind, text]).toEqual([call, 'done', expect.any(String)])
      expect([call, holdings(aws)]).toEqual([call, wanted])
      await started.pop()?.stop()
    }
  })
})

/** Runs until the fault has struck. */
async function connectToFailure(aws: Aws, repository: Given): Promise<void> {
  for (let run = 0; run < 12; run += 1) {
    const { kind } = await connectOnce(aws, repository, { follows: run > 0 })
    if (kind === 'stopped' || kind === 'done' || aws.faults.length === 0) return
    for (const connection of aws.region().connections) connection.Status = 'AVAILABLE'
    aws.advance(60_000)
  }
}
