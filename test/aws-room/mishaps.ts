import { expect } from 'vitest'
import type { FaultKind } from '../aws/http/faults.ts'
import type { Aws } from '../aws/start-aws.ts'
import { act, connectOnce, connectToTheEnd, type Given, holdings } from './drive.ts'
import { freshAws } from './scene.ts'

/** How one call goes wrong. `kill`: the process dies there, so everything after it fails too. */
export interface Mishap {
  readonly name: string
  readonly fault: FaultKind
  readonly kill: boolean
}

/** The worst: the work is done, and nobody knows. */
export const killedAfter: Mishap = { name: 'killed after', fault: { kind: 'lost-answer' }, kill: true }

export const mishaps: readonly Mishap[] = [
  { name: 'killed before', fault: { kind: 'drop' }, kill: true },
  killedAfter,
  { name: 'throttled', fault: { kind: 'throttle' }, kill: false },
  { name: 'failed by AWS after the work', fault: { kind: 'half' }, kill: false },
  { name: 'failed by AWS before the work', fault: { kind: 'error' }, kill: false },
  { name: 'denied', fault: { kind: 'denied' }, kill: false },
  { name: 'slow', fault: { kind: 'slow', ms: 5 }, kill: false },
]

/** Connects once for each call of a run that goes well, lets that call go wrong, and goes on: in the end there is what there should be, once. */
export async function strikeEachCall(
  repository: Given,
  { fault, kill }: Mishap,
  which: (call: Aws['calls'][number]) => boolean,
): Promise<void> {
  const whole = await freshAws()
  expect((await connectToTheEnd(whole, repository)).kind).toBe('done')
  const wanted = holdings(whole)
  await whole.stop()
  for (const [call, entry] of whole.calls.entries()) {
    if (!which(entry)) continue
    const aws = await freshAws()
    aws.faults.push({ ...fault, after: call })
    if (kill) aws.faults.push({ kind: 'drop', after: call, times: 1000 })
    await connectToFailure(aws, repository)
    aws.faults.length = 0
    const { kind, text } = await connectToTheEnd(aws, repository)
    expect([call, kind, text]).toEqual([call, 'done', expect.any(String)])
    expect([call, holdings(aws)]).toEqual([call, wanted])
    await aws.stop()
  }
}

/** Runs until the fault has struck. */
async function connectToFailure(aws: Aws, repository: Given): Promise<void> {
  for (let run = 0; run < 12; run += 1) {
    const { kind } = await connectOnce(aws, repository, { follows: run > 0 })
    if (kind === 'stopped' || kind === 'done' || aws.faults.length === 0) return
    act(aws)
  }
}
