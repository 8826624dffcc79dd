import { defineConfig } from '@playwright/test'

// Stations are taken in order, one window at a time; a station that fails ends the tour.
export default defineConfig({
  testDir: '.',
  testMatch: /\d\d-.*\.tour\.ts/,
  outputDir: '../../test-results/tour',
  workers: 1,
  fullyParallel: false,
  maxFailures: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
})
