import type { Frame, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listHighlights } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { readClosedRoot } from '../support/closed-root'
import { fillStorage } from '../support/fill-storage'
import { clickRole, findRole } from '../support/find-role'
import { textOf, waitForSidebar } from '../support/find-sidebar'
import { readPainted, selectWords } from '../support/marks'
import { mainAddress } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

const words = 'the president of Arvenia reaches for a telephone'
const others = 'Those who guard Ms. Dovan tell of patience'

describe.each(browsers)('where storage fails, in $browser', ({ launch }) => {
  let story: Story
  let page: Page
  let sidebar: Frame

  const savedNow = () => listHighlights(story.tested)
  const save = async (text: string) => {
    await page.bringToFront()
    await selectWords(page, text)
    await story.tested.pressShortcut(page, 'save-highlight')
  }
  const isPainted = async (text: string) => (await readPainted(page)).some(range => range.text === text)
  const findNote = () =>
    waitUntil('there is a note', async () => {
      await page.bringToFront()
      return findRole(sidebar, 'textbox', shown('sidebar_note'))
    })
  const readNote = async () => {
    const note = await findNote()
    return note.evaluate(field => (field as HTMLTextAreaElement).value)
  }

  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
    page = await story.tested.openPage(mainAddress)
    sidebar = await waitForSidebar(page)
  })
  afterAll(() => story?.end())

  it('the disk is full: the page says so, marks nothing as saved, and keeps the selection', async () => {
    const empty = await fillStorage(story.tested)
    await save(words)
    await waitUntil('the page says so', async () =>
      (await readClosedRoot(story.tested, mainAddress))?.text.includes(shown('failure_storageFull')),
    )
    expect(await isPainted(words)).toBe(false)
    expect(await page.evaluate(() => String(getSelection()))).toBe(words)
    await empty()
    await save(words)
    await waitUntil('it is saved now', () => isPainted(words))
    expect(await savedNow()).toHaveLength(1)
  })

  it('the disk is full: a note stays where it was typed, says so, and is saved when there is room', async () => {
    await page.bringToFront()
    await clickRole(sidebar, 'tab', /Highlights/)
    const note = await findNote()
    const empty = await fillStorage(story.tested)
    await note.type('ask the archive')
    await waitUntil('it says so', async () => (await textOf(sidebar)).includes(shown('failure_storageFull')))
    expect(await readNote()).toBe('ask the archive')
    expect((await savedNow())[0]?.note).toBe('')
    await empty()
    await page.bringToFront()
    await clickRole(sidebar, 'button', shown('sidebar_tryAgain'))
    await waitUntil('it is saved', async () => (await savedNow())[0]?.note === 'ask the archive')
  })

  it('a note that was written in another window meanwhile: neither is lost', async () => {
    const [highlight] = await savedNow()
    if (!highlight) throw new Error('no highlight')
    const note = await findNote()
    const onFile = highlight.note
    await note.type(' today')
    // The other window is quicker than this one's pause in typing. Asked from here: a new tab would hide this one,
    // and what is typed in a hidden one is saved at once.
    await sidebar.evaluate(
      async (id, seen) => {
        const request = { highlight: id, change: { note: 'said elsewhere' }, seen: { note: seen } }
        await chrome.runtime.sendMessage({ sidelight: 1, name: 'highlight/change', request })
      },
      highlight.id,
      onFile,
    )
    await waitUntil('it says so', async () =>
      (await textOf(sidebar)).includes(shown('notes_changedElsewhere')),
    )
    expect(await readNote()).toBe(`${onFile} today`)
    expect((await savedNow())[0]?.note).toBe('said elsewhere')
  })

  it('the database is deleted under it: what is typed stays, and the next highlight is kept', async () => {
    const note = await findNote()
    await note.type(', and more')
    const typed = await readNote()
    await story.tested.evaluateInBackground(
      () =>
        new Promise<number>((resolve, reject) => {
          const request = indexedDB.deleteDatabase('sidelight')
          request.onsuccess = () => resolve(0)
          request.onerror = () => reject(request.error)
        }),
    )
    await waitUntil('it says so', async () => (await textOf(sidebar)).includes(shown('failure_notFound')))
    expect(await readNote()).toBe(typed)
    await save(others)
    await waitUntil('the next one is painted', () => isPainted(others))
    expect((await savedNow()).map(({ selectors: [{ exact }] }) => exact)).toEqual([others])
    // Its words stand where they can be copied, though the highlight is gone.
    expect(await textOf(sidebar)).toContain(typed)
  })
})
