import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askExtension, listHighlights } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { savedBy } from '../support/catch-saved'
import { findDrawnFaults } from '../support/find-drawn-faults'
import { clickRole } from '../support/find-role'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

const shots = fileURLToPath(new URL('./shots/', import.meta.url))

/** A backup of sixty highlights on four articles, the newest first in the list. */
function makeBackup(empty: string): string {
  const colours = ['yellow', 'green', 'blue', 'pink', 'violet']
  const highlights = Array.from({ length: 60 }, (_, n) => {
    const exact = `The ${n % 2 ? 'handset' : 'telephone'} of the palace was replaced for the time number ${n}, an aide said.`
    return {
      id: `shelf-${n}`,
      addresses: [`https://post.example/story-${n % 4}`],
      title: `What the palace says of its phones, part ${n % 4}`,
      outlet: 'Harbour Post',
      selectors: [
        { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
        { type: 'TextPositionSelector', start: n * 200, end: n * 200 + exact.length },
      ],
      note: n % 5 ? '' : 'Ask who said so first.',
      tags: n % 3 ? [] : ['palace', 'phones'],
      colour: colours[n % 5],
      createdMs: Date.UTC(2031, 4, 1) - n * 86_400_000,
      modifiedMs: Date.UTC(2031, 4, 1),
      anchoredMs: Date.UTC(2031, 4, 1),
      pageModified: null,
    }
  })
  return JSON.stringify({ ...JSON.parse(empty), highlights })
}

describe.each(browsers)('the library in $browser', ({ launch }) => {
  let story: Story
  let page: Page
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1280, height: 900 } })
    const { text } = await askExtension(story.tested, 'backup/export', {})
    await askExtension(story.tested, 'file/import', { text: makeBackup(text) })
    page = await story.tested.openExtensionPage('library.html')
    mkdirSync(shots, { recursive: true })
  })
  afterAll(() => story?.end())

  const countRows = () => page.evaluate(() => document.querySelectorAll('.row-card').length)
  const readFound = () => page.evaluate(() => document.querySelector('.pick-all')?.textContent ?? '')
  const found = (words: string) =>
    waitUntil(`it says: ${words}`, async () => (await readFound()).startsWith(words))
  const typeWords = async (words: string) => {
    await page.focus('input[type=search]')
    await page.keyboard.type(words)
  }

  it('lists what is saved, and draws no more of it than is near', async () => {
    await found('60 highlights')
    expect(await countRows()).toBeLessThan(60)
    expect(await countRows()).toBeGreaterThan(5)
  })

  it.each(['light', 'dark'] as const)('axe finds nothing, %s; pictures at two widths', async scheme => {
    await story.tested.setColorScheme(page, scheme)
    for (const view of ['highlights', 'articles']) {
      await page.evaluate(name => {
        location.hash = name
      }, view)
      for (const width of [1280, 400]) {
        await page.setViewport({ width, height: 900 })
        expect(await findDrawnFaults(page)).toEqual([])
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(wide).toBeLessThanOrEqual(0)
        await page.screenshot({
          path: `${shots}${story.tested.name}-library-${view}-${width}-${scheme}.png`,
        })
      }
    }
    await page.setViewport({ width: 1280, height: 900 })
    await page.evaluate(() => {
      location.hash = 'highlights'
    })
  })

  it('is searched, with a typing mistake too', async () => {
    await typeWords('telefone')
    await found('30 found')
    await page.keyboard.press('Escape')
    await found('60 highlights')
  })

  it('deletes many as one step, which is undone', async () => {
    await typeWords('handset')
    await found('30 found')
    await clickRole(page, 'checkbox', shown('library_pickAll_other', '30'))
    await clickRole(page, 'button', shown('library_deletePicked'))
    await found('0 found')
    expect(await listHighlights(story.tested)).toHaveLength(30)
    await clickRole(page, 'button', shown('sidebar_undo'))
    await found('30 found')
    expect(await listHighlights(story.tested)).toHaveLength(60)
    await page.focus('input[type=search]')
    await page.keyboard.press('Escape')
  })

  it.each([
    ['library_exportHtml', '<!doctype html>'],
    ['library_exportCsv', 'kind'],
    ['library_exportAnnotations', '{'],
    ['library_exportMarkdown', 'pk'],
    ['library_exportBibtex', '@'],
    ['library_exportCsl', '['],
    ['library_exportBackup', '{'],
  ] as const)('hands what is found out as a file: %s', async (label, begin) => {
    const { text } = await savedBy(page, async () => {
      await clickRole(page, 'button', shown('library_export'))
      await clickRole(page, 'menuitem', shown(label))
    })
    expect(text.toLowerCase().startsWith(begin)).toBe(true)
    const isCited = label === 'library_exportBibtex' || label === 'library_exportCsl'
    if (begin !== 'pk') expect(text).toContain(isCited ? 'Harbour Post' : 'of the palace was replaced')
    await waitUntil('it says so', () =>
      page.evaluate(() =>
        /Saved as sidelight/.test(document.querySelector('.selection-bar')?.textContent ?? ''),
      ),
    )
  })

  it('shows what is changed elsewhere, and is opened once', async () => {
    const [first] = await listHighlights(story.tested)
    if (!first) throw new Error('no highlight')
    await askExtension(story.tested, 'highlight/delete', { highlight: first.id })
    await found('59 highlights')
    await askExtension(story.tested, 'library/open', {})
    const open = await story.tested.extensionPages()
    expect(open.filter(each => each.url().includes('library.html'))).toHaveLength(1)
  })
})
