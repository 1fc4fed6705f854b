import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadView } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { findSidebar, textOf, waitForSidebar } from '../support/find-sidebar'
import { readPainted } from '../support/marks'
import { readBadge } from '../support/read-badge'
import { type Story, startStory } from '../support/start-story'
import { makeSite, type StoryPath, stories, storyAddress } from '../support/story-site'
import { staysFalse, waitUntil } from '../support/wait-until'

const herald: StoryPath = '/politics/dovan-private-phone'
const harbour: StoryPath = '/harbour/festival'
const courier: StoryPath = '/politics/sorland-denies'
const heraldWords = 'reaches for a telephone'

describe.each(browsers)('a site that is one document in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
    for (const path of Object.keys(stories) as StoryPath[])
      story.server.put(storyAddress(path), makeSite(path))
  })
  afterAll(() => story?.end())

  const countMarked = async (page: Page) => (await readPainted(page)).length
  const waitForHerald = (page: Page) =>
    waitUntil('the first story is marked', async () => (await countMarked(page)) >= 26)
  const waitForCourier = (page: Page) =>
    waitUntil('the second story is marked', async () =>
      (await readPainted(page)).some(({ text }) => text.includes('carries one device and one only')),
    )
  const openSite = async (path: StoryPath = herald) => {
    const page = await story.tested.openPage(storyAddress(path))
    if (path === herald) {
      await waitForSidebar(page)
      await waitForHerald(page)
    }
    return page
  }
  const go = (page: Page, path: StoryPath, isLate = false) =>
    page.click(`button[data-to="${path}"]${isLate ? '[data-late]' : ':not([data-late])'}`)
  /** Nothing of ours: no mark, no sidebar or handle, no badge. */
  const isBare = async (page: Page, path: StoryPath) => {
    const elements = await page.evaluate(() => document.querySelectorAll('html > [data-sl]').length)
    const badge = await readBadge(story.tested, storyAddress(path))
    return elements === 0 && (await countMarked(page)) === 0 && badge === '' && !(await findSidebar(page))
  }

  it('at another address the old story’s marks go at once, though it still stands there, and the new one is read', async () => {
    const page = await openSite()
    await go(page, courier, true)
    expect(await page.evaluate(() => document.body.innerText)).toContain(heraldWords)
    await waitUntil('all is gone', () => isBare(page, courier), 1_500)
    expect(await page.evaluate(() => document.body.innerText)).toContain(heraldWords)
    await waitForCourier(page)
    expect((await readPainted(page)).some(({ text }) => text.includes('snow melted'))).toBe(false)
    const sidebar = await waitForSidebar(page)
    expect(await textOf(sidebar)).toContain('Recognised by its words')
    const { reading } = await loadView(story.tested, storyAddress(courier))
    // The canonical of the story before still stands in the head: nobody believes it.
    expect(reading.recognition).toMatchObject({ how: 'locators', found: 5 })
    expect(reading.title).toContain('Sorland denies')
    await waitUntil(
      'the button tells',
      async () => (await readBadge(story.tested, storyAddress(courier))) === '5',
    )
    await page.close()
  })

  it('the old story is not taken for the new one as long as it stands there', async () => {
    const page = await openSite()
    await go(page, courier, true)
    await staysFalse('something is marked', () => countMarked(page), 2_000)
    await waitForCourier(page)
    await page.close()
  })

  it('a story off the topic is left alone, whatever the head still says', async () => {
    const page = await openSite()
    await go(page, harbour)
    await waitUntil('all is gone', () => isBare(page, harbour), 3_000)
    await staysFalse('something of ours', async () => !(await isBare(page, harbour)), 2_500)
    await page.close()
  })

  it('from a story off the topic to one on it', async () => {
    const page = await openSite(harbour)
    expect(await isBare(page, harbour)).toBe(true)
    await go(page, courier, true)
    await waitForCourier(page)
    await waitForSidebar(page)
    await page.close()
  })

  it('back and forward through the document’s history', async () => {
    const page = await openSite()
    await go(page, harbour)
    await waitUntil('all is gone', () => isBare(page, harbour), 3_000)
    await page.evaluate(() => history.back())
    await waitForHerald(page)
    await waitForSidebar(page)
    expect((await loadView(story.tested, storyAddress(herald))).reading.recognition.how).toBe('address')
    await page.evaluate(() => history.forward())
    await waitUntil('all is gone again', () => isBare(page, harbour), 3_000)
    await page.close()
  })

  it('a place in the page, and where the reader came from, are no other page', async () => {
    const page = await openSite()
    const sidebar = await waitForSidebar(page)
    await sidebar.evaluate(() => {
      document.body.dataset.before = 'yes'
    })
    await page.evaluate(() => {
      history.pushState({}, '', '#comments')
      history.replaceState({}, '', '?utm_source=letter#top')
    })
    await staysFalse(
      'something has changed',
      async () => {
        const kept = await (await findSidebar(page))?.evaluate(() => document.body.dataset.before)
        return kept !== 'yes' || (await countMarked(page)) < 26
      },
      1_500,
    )
    await page.close()
  })

  it('a path in the fragment is another page', async () => {
    const page = await openSite()
    await page.evaluate(() => {
      location.hash = '#!/harbour'
      const app = document.querySelector('#app')
      if (app) app.textContent = 'Nothing but boats. '.repeat(30)
    })
    await waitUntil('all is gone', () => isBare(page, herald), 3_000)
    await page.close()
  })

  it('a flood of addresses leaves the page in motion, and is judged when it rests', async () => {
    const page = await openSite()
    const longestMs = await page.evaluate(async () => {
      let longest = 0
      for (let round = 0; round < 20; round += 1) {
        const startMs = performance.now()
        // Chromium lets a page change its address 200 times in ten seconds, Firefox as often.
        for (let at = 0; at < 20; at += 1) {
          const address = `/flood/${round}-${at}`
          try {
            if (at % 2) history.pushState({}, '', address)
            else history.replaceState({}, '', address)
          } catch {}
        }
        await new Promise(resolve => requestAnimationFrame(resolve))
        longest = Math.max(longest, performance.now() - startMs)
      }
      return longest
    })
    expect(longestMs).toBeLessThan(1_000)
    expect(await countMarked(page)).toBe(0)
    await waitUntil(
      'the story that stands there is read again',
      async () => (await countMarked(page)) >= 26,
      12_000,
    )
    expect(await page.evaluate(() => document.querySelectorAll('html > [data-sl]').length)).toBe(1)
    await page.close()
  })
})
