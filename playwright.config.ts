import { defineConfig } from '@playwright/test'

// The real app in its real Electron, one window at a time: `npm test` builds it first.
export default defineConfig({
  testDir: 'tests/screen',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
})
