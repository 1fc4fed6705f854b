import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadView } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { findSidebar, textOf, waitForSidebar } from '../support/find-sidebar'
import { readPainted, selectWords } from '../support/marks'
import { readBadge } from '../support/read-badge'
import { type Story, startStory } from '../support/start-story'
import {
  makeEndlessSite,
  makeSite,
  readStory,
  type StoryPath,
  stories,
  storyAddress,
} from '../support/story-site'
import { staysFalse, waitUntil } from '../support/wait-until'

const herald: StoryPath = '/politics/dovan-private-phone'
const harbour: StoryPath = '/harbour/festival'
const courier: StoryPath = '/politics/sorland-denies'
const heraldWords = 'snow melted'
const courierWords = 'carries one device and one only'

describe.each(browsers)('stories that take each other’s place in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
    for (const path of Object.keys(stories) as StoryPath[])
      story.server.put(storyAddress(path), makeSite(path))
  })
  afterAll(() => story?.end())

  const isMarked = async (page: Page, words: string) =>
    (await readPainted(page)).some(({ text }) => text.includes(words))
  const waitForMarks = (page: Page, words: string) =>
    waitUntil(`“${words}” is marked`, () => isMarked(page, words))
  const isBare = async (page: Page) => {
    const elements = await page.evaluate(() => document.querySelectorAll('html > [data-sl]').length)
    const badge = await readBadge(story.tested, storyAddress(herald))
    return (
      elements === 0 && (await readPainted(page)).length === 0 && badge === '' && !(await findSidebar(page))
    )
  }
  const openHerald = async () => {
    const page = await story.tested.openPage(storyAddress(herald))
    await waitForSidebar(page)
    await waitForMarks(page, heraldWords)
    return page
  }

  /** What a page can do with another story's HTML. Each runs in the page. */
  const ways: [string, (html: string, title: string) => void][] = [
    [
      'into the same element',
      (html, title) => {
        document.title = title
        const app = document.querySelector('#app')
        if (app) app.innerHTML = html
      },
    ],
    [
      'with another body',
      (html, title) => {
        document.title = title
        const body = document.createElement('body')
        body.innerHTML = `<main>${html}</main>`
        document.body = body
      },
    ],
    [
      'with other children of the root',
      (html, title) => {
        const other = new DOMParser().parseFromString(
          `<title>${title}</title><style>main { max-width: 640px }</style><main>${html}</main>`,
          'text/html',
        )
        document.documentElement.replaceChildren(...other.documentElement.childNodes)
      },
    ],
    [
      'with another root',
      (html, title) => {
        const other = new DOMParser().parseFromString(
          `<title>${title}</title><style>main { max-width: 640px }</style><main>${html}</main>`,
          'text/html',
        )
        document.replaceChild(document.adoptNode(other.documentElement), document.documentElement)
      },
    ],
    [
      'with document.open and write',
      (html, title) => {
        document.open()
        document.write(
          `<!doctype html><title>${title}</title><style>main { max-width: 640px }</style><main>${html}</main>`,
        )
        document.close()
      },
    ],
  ]

  it.each(ways)('one off the topic, %s, takes marks, sidebar and badge away', async (_, put) => {
    const page = await openHerald()
    const { story: html, title } = readStory(harbour)
    await page.evaluate(put, html, title)
    await waitUntil('all is gone', () => isBare(page))
    await staysFalse('something of ours', async () => !(await isBare(page)), 2_000)
    await page.close()
  })

  it.each(ways)('another story under the same address, %s, is read', async (_, put) => {
    const page = await openHerald()
    const { story: html, title } = readStory(courier)
    await page.evaluate(put, html, title)
    await waitForMarks(page, courierWords)
    expect(await isMarked(page, heraldWords)).toBe(false)
    const sidebar = await waitForSidebar(page)
    await waitUntil('the sidebar speaks of it', async () =>
      (await textOf(sidebar)).includes('5 of 5 passages'),
    )
    expect(await page.evaluate(() => document.querySelectorAll('html > [data-sl]').length)).toBe(1)
    // What listens to the reader stands: a selection can be highlighted.
    await selectWords(page, 'From the embassy on Mill Street came a short letter')
    await story.tested.pressShortcut(page, 'save-highlight')
    await waitForMarks(page, 'From the embassy on Mill Street')
    await page.close()
  })

  it('several stories in one document: the one in view is read, and then the next', async () => {
    const address = `${storyAddress(herald)}?endless`
    story.server.put(address, makeEndlessSite([herald, courier, harbour]))
    const page = await story.tested.openPage(address)
    await waitForSidebar(page)
    await waitForMarks(page, heraldWords)
    expect(await isMarked(page, courierWords)).toBe(false)
    const scrollTo = (path: StoryPath) =>
      page.evaluate(to => document.querySelector(`section[data-path="${to}"]`)?.scrollIntoView(), path)

    await scrollTo(courier)
    await waitForMarks(page, courierWords)
    expect(await isMarked(page, heraldWords)).toBe(false)
    const { reading } = await loadView(story.tested, storyAddress(courier))
    expect(reading.recognition).toMatchObject({ how: 'locators', found: 5, of: 5 })

    await page.bringToFront()
    await scrollTo(harbour)
    await waitUntil(
      'nothing is marked',
      async () => (await readPainted(page)).length === 0 && !(await findSidebar(page)),
    )
    await scrollTo(herald)
    await waitForMarks(page, heraldWords)
    expect(await isMarked(page, courierWords)).toBe(false)
    await page.close()
  })
})
