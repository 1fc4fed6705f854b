import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension, listHighlights } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { findSidebar, textOf, waitForSidebar } from '../support/find-sidebar'
import { readPainted, selectWords } from '../support/marks'
import { mainAddress, readSampleDossier } from '../support/sample-pages'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

const words = 'who would not be named'

describe.each(browsers)('an update in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
  })
  afterAll(() => story?.end())

  const readHighlights = () => listHighlights(story.tested)

  it('leaves open pages cleanly, keeps what the reader has, and works after a reload', async () => {
    const page = await story.tested.openPage(mainAddress)
    await waitForSidebar(page)
    await selectWords(page, words)
    await story.tested.pressShortcut(page, 'save-highlight')
    await waitUntil('it is saved', async () => (await readHighlights()).length === 1)
    const kept = await readHighlights()
    await page.bringToFront()

    await story.tested.updateExtension('9.9.9')
    expect(await readHighlights()).toEqual(kept)
    expect((await story.tested.extensionPages()).length).toBeLessThanOrEqual(1)

    await page.bringToFront()
    // Not by a reload: Firefox breaks one off that meets the new version's look at open tabs.
    await page.goto(mainAddress)
    const sidebar = await waitForSidebar(page)
    expect(await sidebar.evaluate(() => location.href)).toMatch(/^(chrome|moz)-extension:/)
    await waitUntil('the highlight is there', async () =>
      (await readPainted(page)).some(({ text }) => text === words),
    )
    await page.close()
  })

  it('takes in a newer version of a dossier without losing what is the reader’s', async () => {
    const kept = await readHighlights()
    const newer = JSON.parse(readSampleDossier())
    newer.version = 2
    newer.claims[0].statement = 'A corrected statement.'
    newer.claims.pop()
    const { report } = await askExtension(story.tested, 'file/import', { text: JSON.stringify(newer) })
    expect(report).toMatchObject({ added: 0, removed: 1 })
    expect(report.updated).toBeGreaterThanOrEqual(1)
    expect(await readHighlights()).toEqual(kept)
  })

  it('comes back by itself on a page that stays open, once, where the site is granted', async () => {
    const page = await story.tested.openPage(mainAddress)
    await waitForSidebar(page)
    const before = await readPainted(page)
    await story.tested.updateExtension('9.9.10')
    await page.bringToFront()
    await waitUntil(
      'the new version stands there, and nothing of the old one',
      async () => {
        const elements = await page.evaluate(() => document.querySelectorAll('html > [data-sl]').length)
        const frame = await findSidebar(page)
        const words = frame ? await textOf(frame) : ''
        return elements === 1 && words.includes('Arvenia')
      },
      20_000,
    )
    expect((await readPainted(page)).length).toBe(before.length)
    await page.close()
  })
})
