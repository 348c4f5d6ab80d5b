import { afterEach, describe, it, vi } from 'vitest'
import type { Given } from './drive.ts'
import { killedAfter, strikeEachCall } from './mishaps.ts'
import { samples } from './scene.ts'

afterEach(() => vi.unstubAllEnvs())

// At every call, and with every other mishap: test/chaos/aws-calls.test.ts.
describe.each(Object.entries<Given>(samples))('connect with %s', (_, repository) => {
  it.each(
    kills,
  )('$name every call that makes something, goes on when it is run again, and makes nothing twice', async (mishap) => {
    await strikeEachCall(repository, mishap, ({ changes }) => changes)
  }, 60_000)
})
