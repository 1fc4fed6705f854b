import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension, loadView } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { countDatabaseReads } from '../support/count-database-reads'
import { countReadings, readingsAtRest } from '../support/count-readings'
import { textOf, waitForSidebar } from '../support/find-sidebar'
import { liveBlogAddress, makeLiveBlog } from '../support/live-blog'
import { machineReadAddress, makeLongStory, telling } from '../support/machine-read-page'
import { isClaimMarked, readPainted } from '../support/marks'
import { readBadge } from '../support/read-badge'
import { type Story, startStory } from '../support/start-story'
import { pause, waitUntil } from '../support/wait-until'

describe.each(browsers)('a live blog of 20,000 words in $browser', ({ launch }) => {
  const blog = makeLiveBlog()
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
    // Slices of work are the story here: by words alone, so that what is marked can be counted.
    await askExtension(story.tested, 'settings/save', { change: { isModelOn: false } })
    story.server.put(liveBlogAddress, blog.html)
  })
  afterAll(() => story?.end())

  const countMarked = async (page: Page) => (await readPainted(page)).length
  /** Where the marks stand, px from the window's top. */
  const readPlaces = (page: Page) =>
    page.evaluate(() =>
      [...CSS.highlights].flatMap(([, highlight]) =>
        [...highlight].map(range => (range instanceof Range ? range.getBoundingClientRect().top : 0)),
      ),
    )

  it('shows its first marks, those in view, before all is read, and all in the end', async () => {
    const page = await story.tested.openPage(liveBlogAddress)
    const first = await waitUntil(
      'there are marks',
      async () => {
        const places = await readPlaces(page)
        return places.length > 0 ? places : null
      },
      30_000,
    )
    expect(first.length).toBeLessThan(blog.telling)
    expect(first.some(top => top >= 0 && top < 900)).toBe(true)
    await waitUntil('all are marked', async () => (await countMarked(page)) === blog.telling, 60_000)
    const sidebar = await waitForSidebar(page)
    await waitUntil('the sidebar lists the last', async () =>
      (await textOf(sidebar)).includes(`at ${blog.lastTelling} past`),
    )
    await waitUntil(
      'the button tells',
      async () => (await readBadge(story.tested, liveBlogAddress)) === String(blog.telling),
    )
    const { reading } = await loadView(story.tested, liveBlogAddress)
    expect(reading.sentences).toHaveLength(blog.telling)
    await page.close()
  })

  it('what stands in the middle of it is read first where the reader is there', async () => {
    const page = await story.tested.openPage('about:blank')
    const middle = Math.floor(blog.posts / 2 / 10) * 10
    await page.goto(`${liveBlogAddress}#post-${middle}`)
    const first = await waitUntil(
      'there are marks',
      async () => {
        const places = await readPlaces(page)
        return places.length > 0 ? places : null
      },
      30_000,
    )
    expect(first.length).toBeLessThan(blog.telling)
    expect(first.some(top => top >= 0 && top < 900)).toBe(true)
    await page.close()
  })

  describe('of which much is to be read', () => {
    /** Three times as long: there is time to leave it. */
    const longer = makeLiveBlog(60_000)
    const longerAddress = liveBlogAddress.replace('phone-day', 'phone-week')
    let allReads = 0

    const openUntilMarked = async () => {
      const page = await story.tested.openPage(longerAddress)
      await waitUntil('there are marks', async () => (await countMarked(page)) > 0, 30_000)
      return page
    }
    /** What the background asks of its database from here on, until it asks nothing more. */
    const readsUntilRest = async (reads: Awaited<ReturnType<typeof countDatabaseReads>>) => {
      let sum = 0
      let before = -1
      await waitUntil(
        'the work has ended',
        async () => {
          before = sum
          await pause(500)
          sum += await reads.sinceLast()
          return before === sum
        },
        60_000,
      )
      return sum
    }
    beforeAll(async () => {
      story.server.put(longerAddress, longer.html)
      const reads = await countDatabaseReads(story.tested)
      const page = await openUntilMarked()
      await waitUntil('all is read', async () => (await countMarked(page)) === longer.telling, 90_000)
      allReads = await readsUntilRest(reads)
      await page.close()
    })

    it.each([
      ['closed', (page: Page) => page.close()],
      ['left for another', async (page: Page) => void (await page.goto('about:blank'))],
      [
        'left for another story of the same document',
        (page: Page) =>
          page.evaluate(() => {
            history.pushState({}, '', '/live/another')
            document.body.textContent = 'Nothing but boats.'
          }),
      ],
    ])('the work ends when the page is %s', async (_, leave) => {
      const reads = await countDatabaseReads(story.tested)
      await reads.sinceLast()
      const page = await openUntilMarked()
      await leave(page)
      const part = await readsUntilRest(reads)
      expect(part).toBeGreaterThan(0)
      expect(part).toBeLessThan(allReads / 2)
      if (!page.isClosed()) await page.close()
    })
  })
})

describe.each(browsers)('a page of 900 sentences that the model reads in $browser', ({ launch }) => {
  const sentences = 900
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { isWithoutSample: true, viewport: { width: 1400, height: 900 } })
    story.server.put(machineReadAddress, makeLongStory(sentences))
  })
  afterAll(() => story?.end())

  it('has its first claims marked and listed when little of it is read, and is read no further once closed', async () => {
    const page = await story.tested.openPage(machineReadAddress)
    await waitUntil('the first are marked', () => isClaimMarked(page, telling.two), 30_000)
    expect(await countReadings(story.tested)).toBeLessThan(sentences / 4)
    const sidebar = await waitForSidebar(page)
    await waitUntil('they are listed', async () => (await textOf(sidebar)).includes(telling.two), 20_000)
    await page.close()
    expect(await readingsAtRest(story.tested)).toBeLessThan(sentences / 2)
  })
})
