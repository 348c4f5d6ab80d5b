import { afterEach, describe, it, vi } from 'vitest'
import type { Given } from './drive.ts'
import { killedAfter, strikeEachCall } from './mishaps.ts'
import { samples } from './scene.ts'

afterEach(() => vi.unstubAllEnvs())

// At every call, and with every other mishap: test/chaos/aws-calls.test.ts.
describe.each(Object.entries<Given>(samples))('connect with %s', (_, repository) => {
  it('killed after every call that makes something, goes on when it is run again, and makes nothing twice', async () => {
    await strikeEachCall(repository, killedAfter, ({ changes }) => changes)
  }, 60_000)
})
