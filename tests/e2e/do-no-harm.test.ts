import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browsers } from '../support/browsers'
import { findSidebar, waitForSidebar } from '../support/find-sidebar'
import { grantSites, revokeSites } from '../support/grant-sites'
import { readPainted, scrollToPainted, selectWords } from '../support/marks'
import { mainAddress } from '../support/sample-pages'
import { everySite, type Story, startStory } from '../support/start-story'
import { pause, waitUntil } from '../support/wait-until'

const serialize = (page: Page) => page.evaluate(() => document.documentElement.outerHTML)

describe.each(browsers)('do no harm in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
  })
  afterAll(() => story?.end())

  it('leaves the page byte-equal when its site is taken back', async () => {
    await revokeSites(story.tested, everySite)
    const page = await story.tested.openPage(mainAddress)
    await pause(500)
    expect(await findSidebar(page)).toBeNull()
    const before = await serialize(page)
    await grantSites(story.tested, everySite)
    await page.bringToFront()
    await waitForSidebar(page)
    // Everything that draws: a card, the selection's button.
    const marked = await waitUntil('it is marked', async () => (await readPainted(page))[0])
    const point = await scrollToPainted(page, marked.text)
    await page.mouse.click(point.x, point.y)
    await pause(400)
    await page.keyboard.press('Escape')
    await selectWords(page, 'patience wearing thin')
    await pause(300)
    await revokeSites(story.tested, everySite)
    await waitUntil('it left', async () => !(await findSidebar(page)))
    await waitUntil('the marks are gone', async () => (await readPainted(page)).length === 0)
    await page.bringToFront()
    expect(await serialize(page)).toBe(before)
    await grantSites(story.tested, everySite)
    await page.close()
  })

  it('adds one element to a page at most, and changes none of the page’s own', async () => {
    const page = await story.tested.openPage(mainAddress)
    await waitForSidebar(page)
    const { added, rest } = await page.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement
      const ours = [...copy.children].filter(({ tagName }) => tagName !== 'HEAD' && tagName !== 'BODY')
      for (const element of ours) element.remove()
      return { added: ours.length, rest: copy.outerHTML }
    })
    expect(added).toBeLessThanOrEqual(1)
    await revokeSites(story.tested, everySite)
    await waitUntil('it left', async () => !(await findSidebar(page)))
    expect(await serialize(page)).toBe(rest)
    await grantSites(story.tested, everySite)
    await page.close()
  })
})
