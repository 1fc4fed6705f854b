import { defineConfig } from 'vitest/config'

const project = (name: string, environment: 'node' | 'jsdom', more: object = {}) => ({
  test: { name, environment, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...more },
})

export default defineConfig({
  test: {
    projects: [
      // No test is late on a machine that does other things: times are measured where they matter.
      project('unit', 'node', { testTimeout: 30_000 }),
      project('dom', 'jsdom', { testTimeout: 30_000, setupFiles: ['tests/support/run-effects.ts'] }),
      project('house', 'node'),
      // Real browsers on a loaded machine now and then lose a message of their own: a story that fails is told again.
      project('e2e', 'node', {
        testTimeout: 60_000,
        hookTimeout: 120_000,
        fileParallelism: false,
        retry: 2,
      }),
      project('quality', 'node', { testTimeout: 120_000 }),
      project('bench', 'node', { testTimeout: 600_000, hookTimeout: 120_000, fileParallelism: false }),
    ],
  },
})
