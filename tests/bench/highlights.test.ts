import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension, loadView } from '../support/ask-extension'
import { launchChromium } from '../support/launch-chromium'
import { makeMarkedPage } from '../support/make-marked-page'
import { type Story, startStory } from '../support/start-story'
import { pause, waitUntil } from '../support/wait-until'
import { median, round1, writeBenchFigures } from './bench-figures'
import { traceTasks } from './trace-tasks'

const rounds = 3
/** Of passages that were edited, some are said to be lost, though some of their words stand. */
const leastShare = 0.95

/** What finding a reader's highlights again costs a long page that was edited since, in Chromium. */
describe('many highlights', () => {
  let story: Story
  const figures: Record<string, number> = {}

  beforeAll(async () => {
    story = await startStory(launchChromium, {
      viewport: { width: 1400, height: 900 },
      isWithoutSample: true,
    })
  })
  afterAll(async () => {
    await story?.end()
    writeBenchFigures('highlights', figures)
  })

  /** Passages that are painted: all are in one colour, and none goes over lines. Cheap, so that looking costs the page nothing. */
  const countPainted = (page: Page) =>
    page.evaluate(() => Math.max(0, ...Array.from(CSS.highlights.values(), ({ size }) => size)))

  /** What JavaScript holds for the page, ours with it, bytes: the smallest of some looks after a collection. */
  async function readHeap(page: Page): Promise<number> {
    const client = await page.createCDPSession()
    await client.send('HeapProfiler.enable')
    const sizes: number[] = []
    for (let look = 0; look < 3; look += 1) {
      await client.send('HeapProfiler.collectGarbage')
      sizes.push((await client.send('Runtime.getHeapUsage')).usedSize)
    }
    await client.detach()
    return Math.min(...sizes)
  }

  it.each([
    [200, 100_000],
    [2_000, 500_000],
  ])('%i of them are placed without holding the page up', async (count, length) => {
    const marked = makeMarkedPage(count, length)
    // The reader's script stands there in either case: what is measured is what the highlights add.
    const one = JSON.parse(marked.backup)
    await askExtension(story.tested, 'file/import', {
      text: JSON.stringify({ ...one, highlights: one.highlights.slice(0, 1) }),
    })
    story.server.put(marked.address, marked.edited)
    const before = await story.tested.openPage(marked.address)
    await waitUntil('the first is painted', async () => (await countPainted(before)) === 1)
    await pause(1_500)
    const heapBefore = await readHeap(before)
    await before.close()
    await askExtension(story.tested, 'file/import', { text: marked.backup })

    const longest: number[] = []
    const sums: number[] = []
    const placed: number[] = []
    const heaps: number[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const page = await story.tested.openPage('about:blank')
      let placedMs = 0
      const tasks = await traceTasks(page, marked.address, async () => {
        await page.goto(marked.address)
        const startMs = performance.now()
        const least = marked.standing * leastShare
        await waitUntil('they are painted', async () => (await countPainted(page)) >= least, 60_000)
        placedMs = performance.now() - startMs
        await pause(500)
      })
      heaps.push((await readHeap(page)) - heapBefore)
      if (round > 0) {
        longest.push(tasks[0]?.oursMs ?? 0)
        sums.push(tasks.reduce((sum, { oursMs }) => sum + oursMs, 0))
        placed.push(placedMs)
      }
      if (round === rounds) {
        const { highlights } = await loadView(story.tested, marked.address)
        const states = Map.groupBy(highlights, ({ anchoring }) => anchoring.state)
        expect(await countPainted(page)).toBe(count - (states.get('lost')?.length ?? 0))
        expect(states.get('lost')?.length).toBeLessThan(count - marked.standing * leastShare)
        expect(states.get('changed')?.length).toBeGreaterThan(count * 0.18)
      }
      await page.close()
    }
    figures[`${count}: longest task of ours, ms (aim: under 50)`] = round1(median(longest))
    figures[`${count}: all tasks of ours together, ms`] = round1(median(sums))
    figures[`${count}: load to all placed, ms`] = round1(median(placed))
    figures[`${count}: memory of the page, MB more than with one (aim for 200: under 5)`] = round1(
      median(heaps) / 1_000_000,
    )
    const share = median(longest.map((ms, round) => ms / (sums[round] ?? 1)))
    // In pieces: no task has more than half of the work.
    expect(share).toBeLessThan(0.5)
  })
})
