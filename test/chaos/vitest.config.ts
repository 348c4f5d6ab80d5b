import { defineConfig } from 'vitest/config'

/** `npm run test:chaos`: processes that are killed, databases that go away, a GitHub that fails. Takes minutes. */
export default defineConfig({
  test: { include: ['test/chaos/**/*.test.ts'], testTimeout: 180_000, maxConcurrency: 4, fileParallelism: false },
})
