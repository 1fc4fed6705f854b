import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawTimeline } from '../support/draw-timeline'
import { launchChromium } from '../support/launch-chromium'
import { type PageServer, servePages } from '../support/serve-pages'
import type { TestBrowser } from '../support/test-browser'
import { makeTimelinePage } from '../support/timeline-page-html'

const address = 'http://timeline.example/'
const counts = [100, 1_000, 10_000]
/** Drawings of each; the middle one counts. */
const rounds = 9

/**
 * How long a timeline takes to be drawn in Chromium, 1280 px wide: from the call to what is painted, data at hand. The sets
 * are drawn in turns, so that a busy machine is busy for all.
 */
describe('the timeline', () => {
  let server: PageServer
  let browser: TestBrowser
  let page: Page
  const figures: Record<string, number> = {}

  beforeAll(async () => {
    server = await servePages()
    server.put(address, await makeTimelinePage())
    browser = await launchChromium({
      port: server.port,
      isBare: true,
      viewport: { width: 1280, height: 900 },
    })
    page = await browser.openPage(address)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    const folder = new URL('./figures/', import.meta.url)
    mkdirSync(folder, { recursive: true })
    writeFileSync(new URL('timeline.json', folder), `${JSON.stringify(figures, null, 2)}\n`)
    for (const [name, value] of Object.entries(figures)) process.stdout.write(`${name.padEnd(48)} ${value}\n`)
  })

  it('draws ten thousand claims', async () => {
    const times = new Map<number, number[]>(counts.map(count => [count, []]))
    const first: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      await page.goto(address)
      first.push(await draw(page, 10_000))
      for (const count of counts) times.get(count)?.push(await draw(page, count))
    }
    figures['10,000 claims, first drawing of a fresh page, ms'] = Math.round(median(first))
    for (const count of counts) {
      const goal = count === 10_000 ? ' (aim: under 300)' : ''
      figures[`${count.toLocaleString('en')} claims, drawn again, ms${goal}`] = Math.round(
        median(times.get(count) ?? []),
      )
    }
    figures['elements of a drawing of 10,000'] = await page.evaluate(
      () => document.querySelectorAll('main *').length,
    )
    const ratio = median(times.get(10_000) ?? []) / median(times.get(1_000) ?? [])
    figures['10,000 against 1,000, ratio (bound: under 10)'] = Math.round(ratio * 10) / 10
    expect(ratio).toBeLessThan(10)
    expect(ratio).toBeGreaterThan(0.1)
  })
})

const draw = (page: Page, points: number): Promise<number> =>
  drawTimeline(page, { points, size: 'page', readMs: Date.UTC(2018, 4, 22) })
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
