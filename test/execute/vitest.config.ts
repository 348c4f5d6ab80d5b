import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/execute/run/*.test.ts'],
    fileParallelism: false,
    maxWorkers: 1,
    reporters: ['verbose'],
    testTimeout: 60_000,
    // Removing the packages of a large sample takes a while on a busy machine.
    hookTimeout: 300_000,
  },
})
