import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadView } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { launchChromium } from '../support/launch-chromium'
import { machineReadAddress, machineReadHtml, sentenceCount, telling } from '../support/machine-read-page'
import { isClaimMarked, readPainted } from '../support/marks'
import { type Story, startStory } from '../support/start-story'
import { pause, waitUntil } from '../support/wait-until'
import { median, round1, writeBenchFigures } from './bench-figures'
import { traceTasks } from './trace-tasks'

const rounds = 5
const figures: Record<string, number> = {}
afterAll(() => writeBenchFigures('machine-read', figures))

/** Fresh words in each round, so that the model has to read them: what it said before is kept. */
const inRound = (round: number) => ({
  address: `${machineReadAddress}-${round}`,
  html: machineReadHtml
    .replaceAll('on day', `in round ${round} on day`)
    .replaceAll('on Sunday', `on Sunday ${round}`),
})

describe.each(browsers)('an article of forty sentences in $browser', ({ browser, launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { isWithoutSample: true, viewport: { width: 1400, height: 900 } })
  })
  afterAll(() => story?.end())

  /** From load until a sentence is marked that the model alone takes for a claim, ms; the worker as it is. */
  async function measure(round: number, wanted: string): Promise<number> {
    const { address, html } = inRound(round)
    story.server.put(address, html)
    const page = await story.tested.openPage('about:blank')
    await page.goto(address)
    const startMs = await page.evaluate(() => performance.timing.loadEventEnd)
    await waitUntil('it is marked as a claim', () => isClaimMarked(page, wanted), 30_000)
    const ms = Date.now() - startMs
    await waitUntil(
      'all is read',
      async () => {
        const { reading } = await loadView(story.tested, address)
        return reading.modelUse.is === 'done'
      },
      30_000,
    )
    await page.close()
    return ms
  }

  it('time from load to the first machine-read claim', async () => {
    const cold = await measure(0, telling.two)
    const warm: number[] = []
    for (let round = 1; round <= rounds; round += 1) warm.push(await measure(round, telling.two))
    figures[`${browser}: load to first machine-read claim, model not loaded, ms`] = Math.round(cold)
    figures[`${browser}: load to first machine-read claim, model loaded, ms (median of ${rounds})`] =
      Math.round(median(warm))
    expect(warm).toHaveLength(rounds)
  })
})

describe('the page’s own thread in Chromium', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launchChromium, {
      isWithoutSample: true,
      viewport: { width: 1400, height: 900 },
    })
  })
  afterAll(() => story?.end())

  it('has no long task while the article is read and marked', async () => {
    const longest: number[] = []
    for (let round = 10; round <= 10 + rounds; round += 1) {
      const { address, html } = inRound(round)
      story.server.put(address, html)
      const page = await story.tested.openPage('about:blank')
      const tasks = await traceTasks(page, address, async () => {
        await page.goto(address)
        await waitUntil(
          'it is marked',
          async () => (await readPainted(page)).some(({ text }) => text === telling.two),
          30_000,
        )
        await pause(1_500)
      })
      await page.close()
      if (round > 10) longest.push(tasks[0]?.oursMs ?? 0)
    }
    figures['chromium: longest task of ours on the page, ms (aim: under 50)'] = round1(median(longest))
    expect(sentenceCount).toBe(40)
    expect(longest).toHaveLength(rounds)
  })
})
