import { defineConfig } from 'vitest/config'

/** `npm run test:package`: the package as npm would publish it, installed into an empty folder. Takes a minute, and asks the registry. */
export default defineConfig({
  test: { include: ['test/package/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 300_000 },
})
