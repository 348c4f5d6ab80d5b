import { afterEach, describe, it, vi } from 'vitest'
import type { Given } from '../aws-room/drive.ts'
import { mishaps, strikeEachCall } from '../aws-room/mishaps.ts'
import { samples } from '../aws-room/scene.ts'

afterEach(() => vi.unstubAllEnvs())

describe.each(Object.entries<Given>(samples))('connect with %s', (_, repository) => {
  it.each(mishaps)('$name at every call, goes on when it is run again, and makes nothing twice', async (mishap) => {
    await strikeEachCall(repository, mishap, () => true)
  }, 600_000)
})
