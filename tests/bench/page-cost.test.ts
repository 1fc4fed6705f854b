import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findSidebar } from '../support/find-sidebar'
import { launchChromium } from '../support/launch-chromium'
import { readPainted } from '../support/marks'
import { mainAddress, putSamplePages, sampleAddresses } from '../support/sample-pages'
import { type PageServer, servePages } from '../support/serve-pages'
import { type Story, startStory } from '../support/start-story'
import type { TestBrowser } from '../support/test-browser'
import { pause, waitUntil } from '../support/wait-until'
import { median, round1, writeBenchFigures } from './bench-figures'

/** Loads of each page with and without the extension, in turns; the middle one counts. */
const rounds = 9
/** What belongs to a load is over by then, ms. */
const settleMs = 1_500

/**
 * What the extension costs a page, in Chromium: two browsers of one run, with and without it, load the page in
 * turns, so that a busy machine is busy for both. `TaskDuration` of CDP's Performance domain is the time that the
 * page's main thread spent in tasks since its process began; the sidebar's frame has a process of its own.
 */
describe('page cost', () => {
  let story: Story
  let server: PageServer
  let bare: TestBrowser
  const figures: Record<string, number> = {}

  beforeAll(async () => {
    story = await startStory(launchChromium, { viewport: { width: 1400, height: 900 } })
    server = await servePages()
    putSamplePages(server)
    bare = await launchChromium({ port: server.port, isBare: true, viewport: { width: 1400, height: 900 } })
  })
  afterAll(async () => {
    await story?.end()
    await bare?.close()
    await server?.close()
    writeBenchFigures('page-cost', figures)
  })

  it.each([
    ['off-topic', sampleAddresses['off-topic-harbour.html'], 5],
    ['spotted', mainAddress, 60],
  ])('main-thread time added to a page that is %s', async (name, address, goalMs) => {
    const without: number[] = []
    const withIt: number[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const turn = [await measureLoad(bare, address), await measureLoad(story.tested, address)]
      // The first of each warms caches and code.
      if (round === 0) continue
      without.push(turn[0] ?? 0)
      withIt.push(turn[1] ?? 0)
    }
    const added = median(withIt) - median(without)
    figures[`${name}: without, ms`] = round1(median(without))
    figures[`${name}: with, ms`] = round1(median(withIt))
    figures[`${name}: added, ms (aim: under ${goalMs})`] = round1(added)
    figures[`${name}: ratio`] = round1(median(withIt) / median(without))
    expect(without).toHaveLength(rounds)
  })

  it('time from load to the first mark, and to the first claim in the sidebar', async () => {
    const marks: number[] = []
    const claims: number[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const page = await story.tested.openPage('about:blank')
      await page.goto(mainAddress)
      const firstMark = waitUntil('there is a mark', async () => (await readPainted(page)).length > 0)
      const startMs = await page.evaluate(() => performance.timing.loadEventEnd)
      await firstMark
      const markMs = Date.now() - startMs
      await waitUntil('there is a claim', async () => {
        const frame = await findSidebar(page)
        return frame?.evaluate(() => document.body.textContent?.includes('paraphrase'))
      })
      const claimMs = Date.now() - startMs
      await page.close()
      if (round === 0) continue
      marks.push(markMs)
      claims.push(claimMs)
    }
    figures['load to first mark, ms (looked every 50)'] = median(marks)
    figures['load to first claim shown, ms'] = median(claims)
    expect(claims).toHaveLength(rounds)
  })
})

/** Main-thread time of one load in a fresh tab, ms. */
async function measureLoad(tested: TestBrowser, address: string): Promise<number> {
  const page: Page = await tested.openPage('about:blank')
  await page.goto(address)
  await pause(settleMs)
  const { TaskDuration = 0 } = await page.metrics()
  await page.close()
  return TaskDuration * 1_000
}
