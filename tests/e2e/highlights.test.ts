import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension, listHighlights, loadView } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { readClosedRoot } from '../support/closed-root'
import { clickRole, findRole } from '../support/find-role'
import { textOf, waitForSidebar } from '../support/find-sidebar'
import { readPainted, selectWords } from '../support/marks'
import { mainAddress, readSamplePage, sampleAddresses } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

const words = 'the president of Arvenia reaches for a telephone'
const others = 'Those who guard Ms. Dovan tell of patience'

describe.each(browsers)('highlights in $browser', ({ launch }) => {
  let story: Story
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
  })
  afterAll(() => story?.end())

  const openArticle = async (address = mainAddress) => {
    const page = await story.tested.openPage(address)
    await waitForSidebar(page)
    return page
  }
  const isPainted = async (page: Awaited<ReturnType<typeof openArticle>>, text: string) =>
    (await readPainted(page)).some(range => range.text === text)
  const savedNow = () => listHighlights(story.tested)

  it('saves selected words by the shortcut, and finds them again after a reload', async () => {
    const page = await openArticle()
    await selectWords(page, words)
    await story.tested.pressShortcut(page, 'save-highlight')
    await waitUntil('the words are painted', () => isPainted(page, words))
    const [saved] = await savedNow()
    expect(saved).toMatchObject({ outlet: 'The Lowland Herald' })
    expect(saved?.selectors).toMatchObject([
      { type: 'TextQuoteSelector', exact: words },
      { type: 'TextPositionSelector' },
    ])
    await page.reload()
    await waitUntil('the words are painted again', () => isPainted(page, words))
    await page.close()
  })

  it('saves selected words by the small button beside them', async () => {
    const page = await openArticle()
    await selectWords(page, others)
    const button = await waitUntil('the button stands by the words', async () =>
      (await readClosedRoot(story.tested, mainAddress))?.controls.find(({ name }) => /^Highlight/.test(name)),
    )
    await page.mouse.click(button.x, button.y)
    await waitUntil('the words are painted', () => isPainted(page, others))
    expect(await savedNow()).toHaveLength(2)
    await page.close()
  })

  it('finds the words where the page was rewritten before them, and says so where they are gone', async () => {
    const html = readSamplePage('herald-private-phone.html')
    story.server.put(
      mainAddress,
      html.replace('<p>LIMMARK', '<p>Correction: a date was wrong.</p><p>LIMMARK'),
    )
    const page = await openArticle()
    await waitUntil('the words are painted in their new place', () => isPainted(page, words))
    story.server.put(mainAddress, html.replace(words, 'nobody calls'))
    await page.reload()
    await waitForSidebar(page)
    await waitUntil('the words are lost', async () => {
      const { highlights } = await loadView(story.tested, mainAddress)
      return highlights.some(
        ({ highlight, anchoring }) => highlight.selectors[0].exact === words && anchoring.state === 'lost',
      )
    })
    expect(await isPainted(page, words)).toBe(false)
    story.server.put(mainAddress, html)
    await page.close()
  })

  it('keeps a note, deletes with undo', async () => {
    const page = await openArticle()
    const sidebar = await waitForSidebar(page)
    await clickRole(sidebar, 'tab', /Highlights/)
    const note = await waitUntil('there is a note', () => findRole(sidebar, 'textbox', shown('sidebar_note')))
    await note.type('ask the archive')
    // Leaving the field saves it.
    await page.keyboard.press('Tab')
    await waitUntil('the note is saved', async () =>
      (await savedNow()).some((saved: { note: string }) => saved.note === 'ask the archive'),
    )
    await page.bringToFront()
    await clickRole(sidebar, 'button', shown('sidebar_delete'))
    await waitUntil('one is left', async () => (await savedNow()).length === 1)
    await page.bringToFront()
    await clickRole(sidebar, 'button', shown('sidebar_undo'))
    await waitUntil('both are back', async () => (await savedNow()).length === 2)
    await page.close()
  })

  it.each([
    ['reloaded', 'page'],
    ['closed', 'sidebar'],
  ])('keeps a note whose field was not left before it was %s', async (end, what) => {
    const page = await openArticle()
    const sidebar = await waitForSidebar(page)
    await clickRole(sidebar, 'tab', /Highlights/)
    const note = await waitUntil('there is a note', () => findRole(sidebar, 'textbox', shown('sidebar_note')))
    await note.type(` and the ${what}, ${end}`)
    if (what === 'page') await page.reload()
    else await story.tested.pressShortcut(page, 'toggle-sidebar')
    await waitUntil('the note is saved', async () =>
      (await savedNow()).some((saved: { note: string }) => saved.note.endsWith(`and the ${what}, ${end}`)),
    )
    if (what === 'sidebar') {
      await page.bringToFront()
      await story.tested.pressShortcut(page, 'toggle-sidebar')
      await waitForSidebar(page)
    }
    await page.close()
  })

  it('gives everything out as one file and takes it in again', async () => {
    const { text } = await askExtension(story.tested, 'backup/export', {})
    const [first] = JSON.parse(text).highlights
    await askExtension(story.tested, 'highlight/delete', { highlight: first.id })
    expect(await savedNow()).toHaveLength(1)
    const again = await askExtension(story.tested, 'file/import', { text })
    expect(again).toMatchObject({ format: 'sidelight-backup', report: { added: 1 } })
    expect(await savedNow()).toEqual(JSON.parse(text).highlights)
    // A second time nothing is doubled.
    expect((await askExtension(story.tested, 'file/import', { text })).report.added).toBe(0)
    expect(await savedNow()).toHaveLength(2)
  })

  it('is there on a page off the topic too, once the reader marked something', async () => {
    const address = sampleAddresses['off-topic-harbour.html']
    const page = await story.tested.openPage(address)
    const text = 'crumbs included'
    await selectWords(page, text)
    await story.tested.pressShortcut(page, 'save-highlight')
    await waitUntil('the words are painted', () => isPainted(page, text))
    // The gate's snapshot is compiled right after: nobody reloads as fast as a test.
    expect(await savedNow()).toHaveLength(3)
    await page.bringToFront()
    await page.reload()
    await waitUntil('the words are painted again', () => isPainted(page, text))
    await page.close()
  })

  it('lists the highlights in the sidebar with their words', async () => {
    const page = await openArticle()
    const sidebar = await waitForSidebar(page)
    await clickRole(sidebar, 'tab', /Highlights/)
    await waitUntil('the words are listed', async () => (await textOf(sidebar)).includes(words))
    await page.close()
  })
})
