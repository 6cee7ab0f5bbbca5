import { defineConfig } from 'vitest/config'

/** The long campaigns, one after another: each wants the machine for itself. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    include: ['test/long/**/*.test.ts'],
    globalSetup: ['test/setup.ts'],
    setupFiles: ['test/setup-file.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 60_000,
    pool: 'forks',
    fileParallelism: false,
  },
})
