import { defineConfig } from 'vitest/config'

const project = (name: string, environment: 'node' | 'jsdom', more: object = {}) => ({
  test: { name, environment, include: [`tests/${name}/**/*.test.{ts,tsx}`], ...more },
})

export default defineConfig({
  test: {
    projects: [
      project('unit', 'node'),
      project('dom', 'jsdom'),
      project('house', 'node'),
      project('e2e', 'node', { testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false }),
      project('quality', 'node', { testTimeout: 120_000 }),
      project('bench', 'node', { testTimeout: 600_000, hookTimeout: 120_000, fileParallelism: false }),
    ],
  },
})
