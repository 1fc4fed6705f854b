import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/launch-chromium'
import { liveBlogAddress, makeLiveBlog } from '../support/live-blog'
import { readPainted } from '../support/marks'
import { type Story, startStory } from '../support/start-story'
import { pause, waitUntil } from '../support/wait-until'
import { median, round1, writeBenchFigures } from './bench-figures'
import { type Task, traceTasks } from './trace-tasks'

const rounds = 5

/** What a live blog of 20,000 words costs the page's own thread, in Chromium. */
describe('a long page', () => {
  let story: Story
  const figures: Record<string, number> = {}
  const blog = makeLiveBlog()

  beforeAll(async () => {
    story = await startStory(launchChromium, { viewport: { width: 1400, height: 900 } })
    story.server.put(liveBlogAddress, blog.html)
  })
  afterAll(async () => {
    await story?.end()
    writeBenchFigures('long-page', figures)
  })

  it('keeps the page’s own thread free', async () => {
    const longest: number[] = []
    const sums: number[] = []
    const firsts: number[] = []
    const lasts: number[] = []
    for (let round = 0; round <= rounds; round += 1) {
      const page = await story.tested.openPage('about:blank')
      let firstMs = 0
      let lastMs = 0
      const tasks: Task[] = await traceTasks(page, liveBlogAddress, async () => {
        await page.goto(liveBlogAddress)
        const startMs = performance.now()
        await waitUntil('there is a mark', async () => (await readPainted(page)).length > 0, 60_000)
        firstMs = performance.now() - startMs
        await waitUntil('all are there', async () => (await readPainted(page)).length >= blog.telling, 60_000)
        lastMs = performance.now() - startMs
        await pause(1_500)
      })
      await page.close()
      if (round === 0) continue
      longest.push(tasks[0]?.oursMs ?? 0)
      sums.push(tasks.reduce((sum, { oursMs }) => sum + oursMs, 0))
      firsts.push(firstMs)
      lasts.push(lastMs)
    }
    figures['longest task of ours, ms (aim: under 50)'] = round1(median(longest))
    figures['all tasks of ours together, ms'] = round1(median(sums))
    figures['load to first mark, ms'] = round1(median(firsts))
    figures['load to last mark, ms'] = round1(median(lasts))
    const share = median(longest.map((ms, round) => ms / (sums[round] ?? 1)))
    figures['longest task of all of ours, share'] = Math.round(share * 100) / 100
    expect(longest).toHaveLength(rounds)
    // In pieces: no task has more than half of the work, and what is in view does not wait for the rest.
    expect(share).toBeLessThan(0.5)
    expect(median(firsts)).toBeLessThan(median(lasts))
  })
})
