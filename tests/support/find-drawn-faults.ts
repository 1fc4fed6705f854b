import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'puppeteer-core'
import { expect } from 'vitest'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  run(): Promise<{
    violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[]
    passes: unknown[]
  }>
}

/** What axe finds wrong in a page or frame as it is drawn now, colours included. */
export async function findDrawnFaults(drawn: Page | Frame): Promise<string[]> {
  await drawn.evaluate(`${axe}\nundefined`)
  const { violations, passes } = await drawn.evaluate(async () => {
    const found = await (globalThis as unknown as { axe: Axe }).axe.run()
    return {
      passes: found.passes.length,
      violations: found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
    }
  })
  expect(passes).toBeGreaterThan(10)
  return violations
}
