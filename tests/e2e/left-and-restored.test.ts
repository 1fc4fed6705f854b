import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { findSidebar, textOf, waitForSidebar } from '../support/find-sidebar'
import { readPainted, selectWords } from '../support/marks'
import { readBadge } from '../support/read-badge'
import { mainAddress, readSamplePage, sampleAddresses } from '../support/sample-pages'
import { type Story, startStory } from '../support/start-story'
import { makeSite, type StoryPath, stories, storyAddress } from '../support/story-site'
import { staysFalse, waitUntil } from '../support/wait-until'

const words = 'Three times this winter'

describe.each(browsers)('pages that are left and come back in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
    // Pages that may not be stored are not kept by the browser either.
    const kept = (body: string) => ({ body, headers: { 'cache-control': 'max-age=60' } })
    story.server.put(mainAddress, kept(readSamplePage('herald-private-phone.html')))
    story.server.put(
      sampleAddresses['off-topic-harbour.html'],
      kept(readSamplePage('off-topic-harbour.html')),
    )
  })
  afterAll(() => story?.end())

  const waitForMarks = (page: Page) =>
    waitUntil('it is marked', async () => (await readPainted(page)).length >= 26)

  /** Away and back: through another page of the site, and the browser's own history. */
  const goAwayAndBack = async (page: Page) => {
    await page.evaluate(() => {
      document.documentElement.dataset.kept = 'yes'
    })
    await page.goto(sampleAddresses['off-topic-harbour.html'])
    await waitUntil(
      'the button tells nothing',
      async () => (await readBadge(story.tested, sampleAddresses['off-topic-harbour.html'])) === '',
    )
    await page.bringToFront()
    await page.evaluate(() => history.back())
    await waitUntil('it is back', () => page.evaluate(() => location.pathname.endsWith('private-phone')))
    return page.evaluate(() => document.documentElement.dataset.kept === 'yes')
  }
  const expectAllBack = async (page: Page) => {
    await waitForMarks(page)
    const sidebar = await waitForSidebar(page)
    expect(await textOf(sidebar)).toContain('The phone of Arvenia’s president')
    expect(await page.evaluate(() => document.querySelectorAll('html > [data-sl]').length)).toBe(1)
    await waitUntil('the button tells', async () => (await readBadge(story.tested, mainAddress)) === '13')
    await page.bringToFront()
  }

  it('a page with the sidebar open comes back with marks, badge and a sidebar that hears', async () => {
    const page = await story.tested.openPage(mainAddress)
    await waitForSidebar(page)
    await waitForMarks(page)
    const isKept = await goAwayAndBack(page)
    // Chromium keeps no page with a frame of an extension in it: there it is loaded anew.
    expect(isKept).toBe(story.tested.name === 'firefox')
    await expectAllBack(page)
    // The sidebar's port stands: it hears of what happens on the page.
    await selectWords(page, words)
    await story.tested.pressShortcut(page, 'save-highlight')
    await waitUntil('it is saved', async () =>
      (await askExtension(story.tested, 'backup/export', {})).text.includes(words),
    )
    await page.bringToFront()
    await waitUntil('the sidebar counts it', async () => {
      const frame = await findSidebar(page)
      return frame && /Highlights\D*1\b/.test(await textOf(frame))
    })
    await page.close()
  })

  it('a page that the browser kept, with the sidebar closed, is read anew when it comes back', async () => {
    await askExtension(story.tested, 'settings/save', { change: { isSidebarOpen: false } })
    const page = await story.tested.openPage(mainAddress)
    await waitForMarks(page)
    expect(await goAwayAndBack(page)).toBe(true)
    await waitForMarks(page)
    expect(await findSidebar(page)).toBeNull()
    await story.tested.pressShortcut(page, 'toggle-sidebar')
    await expectAllBack(page)
    await page.close()
  })

  it('a page that comes back after Sidelight was paused is judged by what holds now', async () => {
    const page = await story.tested.openPage(mainAddress)
    await waitForMarks(page)
    await page.goto(sampleAddresses['off-topic-harbour.html'])
    await askExtension(story.tested, 'settings/save', { change: { isPaused: true } })
    await page.bringToFront()
    await page.evaluate(() => history.back())
    await waitUntil('it is back', () => page.evaluate(() => location.pathname.endsWith('private-phone')))
    await waitUntil('nothing is shown', async () => {
      const elements = await page.evaluate(() => document.querySelectorAll('html > [data-sl]').length)
      return elements === 0 && (await readPainted(page)).length === 0
    })
    await askExtension(story.tested, 'settings/save', { change: { isPaused: false } })
    await page.bringToFront()
    await waitForMarks(page)
    await page.close()
  })
})

describe.each(browsers)('a page that was let in by a click, in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { sites: [], viewport: { width: 1400, height: 900 } })
    for (const path of Object.keys(stories) as StoryPath[])
      story.server.put(storyAddress(path), makeSite(path))
  })
  afterAll(() => story?.end())

  it('is left too, and the next story of the same document is read', async () => {
    const page = await story.tested.openPage(storyAddress('/politics/dovan-private-phone'))
    const countMarked = async () => (await readPainted(page)).length
    await staysFalse('something is marked', countMarked, 700)
    await story.tested.pressShortcut(page, 'toggle-sidebar')
    await waitForSidebar(page)
    await waitUntil('it is marked', async () => (await countMarked()) >= 26)
    await page.click('button[data-to="/harbour/festival"]')
    await waitUntil('all is gone', async () => {
      const elements = await page.evaluate(() => document.querySelectorAll('html > [data-sl]').length)
      return elements === 0 && (await countMarked()) === 0 && !(await findSidebar(page))
    })
    await page.click('button[data-to="/politics/sorland-denies"]')
    await waitUntil('the next one is marked', async () =>
      (await readPainted(page)).some(({ text }) => text.includes('carries one device and one only')),
    )
    await page.close()
  })
})
