import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [
      'test/repos/**',
      'test/chaos/**',
      'test/browser/**',
      'test/package/**',
      'test/expected/**',
      'test/execute/run/**',
      'test/execute/samples/**',
    ],
    testTimeout: 60_000,
    // One process loads the sources once for all files; that also shows state that would leak from one test to the next.
    isolate: false,
  },
})
