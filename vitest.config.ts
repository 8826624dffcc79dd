import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // the first PGlite of a file takes seconds to start
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
