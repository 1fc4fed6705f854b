import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Frame, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { highlightName } from '../../utils/page/painter'
import { askExtension, findTab, listHighlights } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { readClosedRoot } from '../support/closed-root'
import { findDrawnFaults } from '../support/find-drawn-faults'
import { clickRole, findRole } from '../support/find-role'
import { textOf, waitForSidebar } from '../support/find-sidebar'
import { readPainted, selectWords } from '../support/marks'
import { pasteHtml, pasteText } from '../support/paste-text'
import { fixture } from '../support/sample-pages'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { pause, waitUntil } from '../support/wait-until'

const shots = fileURLToPath(new URL('./shots/', import.meta.url))
const address = 'http://quay-letter.example/lamps'
const pasteAddress = 'http://quay-letter.example/paper'
/** In a column that the sidebar can stand beside. */
const html = readFileSync(fixture('pages/harbour-lamps.html'), 'utf8').replace(
  '<main>',
  '<main style="width: 600px">',
)
const passages = {
  oil: 'a tin of oil that must not be filled to the brim',
  keepers: 'Seven keepers of the tower signed the letter on Monday',
  lighter: 'children follow the lighter and count',
  master: 'The harbour master answered in two lines.',
}
const master = /<p>The harbour master.*?<\/p>/s.exec(html)?.[0] ?? ''
const edited = html
  .replace('modified_time" content="2031-03-02', 'modified_time" content="2031-03-04')
  .replace('Seven keepers', 'Nine keepers')
  .replace('carries a ladder of nine rungs, a cloth,', 'carries a ladder, two cloths')
  .replace('Visitors stop to look; children follow the lighter and count.', 'Rain is not a matter for her.')
  .replace(master, `${master}<hr>${master}`)

/** Browsers suggest keys for four commands at most: in this copy those of highlights take the others'. */
const given = {
  'next-highlight': 'next-mark',
  'previous-highlight': 'previous-mark',
  'switch-focus': 'toggle-sidebar',
  'toggle-highlights': 'save-highlight',
} as const
function giveKeys(folder: string): void {
  const path = join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  for (const [name, other] of Object.entries(given)) {
    manifest.commands[name].suggested_key = manifest.commands[other].suggested_key
    delete manifest.commands[other].suggested_key
  }
  writeFileSync(path, JSON.stringify(manifest))
}

describe.each(browsers)('notes, tags and colours in $browser', ({ launch }) => {
  let story: Story
  let page: Page
  beforeAll(async () => {
    mkdirSync(shots, { recursive: true })
    story = await startStory(launch, { viewport: { width: 1400, height: 900 }, alterExtension: giveKeys })
    story.server.put(address, html)
    story.server.put(pasteAddress, pasteHtml)
    page = await story.tested.openPage(address)
    // Off the topic and without highlights: the reader's script comes because it is asked for.
    await openSidebar()
  })
  afterAll(() => story?.end())

  const openSidebar = async () => {
    await askExtension(story.tested, 'page/compare', { tab: await findTab(story.tested, address) })
    await page.bringToFront()
    await waitForSidebar(page)
  }
  const savedNow = () => listHighlights(story.tested)
  const savedAs = async (words: string) =>
    (await savedNow()).find(({ selectors: [{ exact }] }) => exact === words)
  const isPainted = async (words: string, layer?: Parameters<typeof highlightName>[0]) =>
    (await readPainted(page)).some(
      ({ name, text }) => text === words && (!layer || name === highlightName(layer, false)),
    )
  /** Clicks what our own element draws beside the words. */
  const clickTool = async (name: RegExp) => {
    const button = await waitUntil(`there is ${name}`, async () =>
      (await readClosedRoot(story.tested, address))?.controls.find(control => name.test(control.name)),
    )
    await page.bringToFront()
    await page.mouse.click(button.x, button.y)
  }
  const openHighlights = async (): Promise<Frame> => {
    await page.bringToFront()
    const sidebar = await waitForSidebar(page)
    await clickRole(sidebar, 'tab', /Highlights/)
    return sidebar
  }
  const press = (command: keyof typeof given) => story.tested.pressShortcut(page, given[command])
  const focusIn = (shown: Page | Frame) =>
    shown.evaluate(() =>
      document.hasFocus() && document.activeElement
        ? `${document.activeElement.localName} ${document.activeElement.closest<HTMLElement>('[data-highlight]')?.innerText ?? ''}`
        : '',
    )
  const isInSidebar = async (sidebar: Frame, words: string, element = 'li') => {
    const focus = await focusIn(sidebar)
    return focus.startsWith(`${element} `) && focus.includes(words)
  }

  it('a click on a colour highlights in it, and the next one has it too', async () => {
    await selectWords(page, passages.oil)
    await clickTool(/^Pink$/)
    await waitUntil('it is painted pink', () => isPainted(passages.oil, 'saved-pink'))
    await selectWords(page, passages.keepers)
    await clickTool(/^Highlight/)
    await waitUntil('the next is pink too', () => isPainted(passages.keepers, 'saved-pink'))
    // Highlighted before, it has the colour chosen now.
    await selectWords(page, passages.oil)
    await clickTool(/^Green$/)
    await waitUntil('it is green', () => isPainted(passages.oil, 'saved-green'))
    expect((await savedNow()).map(({ colour }) => colour).toSorted()).toEqual(['green', 'pink'])
  })

  it('"Note" highlights and leads to the note; Enter saves it and leads back to the page', async () => {
    await selectWords(page, passages.lighter)
    await clickTool(/^Note$/)
    const sidebar = await waitForSidebar(page)
    await waitUntil('the keys are in the note', () => isInSidebar(sidebar, passages.lighter, 'textarea'))
    await page.keyboard.type('ask them')
    await page.keyboard.down('Shift')
    await page.keyboard.press('Enter')
    await page.keyboard.up('Shift')
    await page.keyboard.type('in May')
    await page.keyboard.press('Enter')
    await waitUntil(
      'the note is saved',
      async () => (await savedAs(passages.lighter))?.note === 'ask them\nin May',
    )
    await waitUntil('the keys are on the page', async () => (await focusIn(sidebar)) === '')
    await page.evaluate(() => {
      addEventListener('keydown', ({ key }) => document.body.setAttribute('data-key', key), { once: true })
    })
    await page.keyboard.press('x')
    expect(await page.evaluate(() => document.body.getAttribute('data-key'))).toBe('x')
  })

  it('tags are completed from those given before; colours have names of the reader’s', async () => {
    const sidebar = await openHighlights()
    const fields = () => sidebar.$$('[role=combobox]')
    await (await fields())[0]?.type('harbour,')
    await waitUntil('it is kept', async () => (await savedNow()).some(({ tags }) => tags.includes('harbour')))
    await (await fields())[1]?.type('ha')
    await waitUntil('it is offered', () => findRole(sidebar, 'option', 'harbour'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await waitUntil(
      'two have it',
      async () => (await savedNow()).filter(({ tags }) => tags.includes('harbour')).length === 2,
    )
    await clickRole(sidebar, 'button', /^Colour: Green/)
    await clickRole(sidebar, 'menuitem', /^Rename/)
    await waitUntil('its field has the keys', async () => (await focusIn(sidebar)).startsWith('input'))
    await page.keyboard.type('Doubts')
    await page.keyboard.press('Enter')
    await waitUntil('it has its name', () => findRole(sidebar, 'button', /^Colour: Doubts/))
    await page.bringToFront()
    await selectWords(page, passages.master)
    await clickTool(/^Doubts$/)
    await waitUntil('it is painted', () => isPainted(passages.master, 'saved-green'))
  })

  it('keys lead from highlight to highlight, with one announcement each, and to the sidebar and back', async () => {
    const said = async () => {
      const text = (await readClosedRoot(story.tested, address))?.text ?? ''
      return text.replace(/ask them\n/, 'ask them ').match(/Highlight \d of \d\.[^\n]*/g) ?? []
    }
    const sidebar = await openHighlights()
    await page.mouse.click(20, 20)
    for (const [number, words, note] of [
      [1, passages.lighter, ' Note: ask them in May'],
      [2, passages.oil, ''],
    ] as const) {
      await press('next-highlight')
      await waitUntil(`it is said: ${number}`, async () => (await said())[0]?.includes(words))
      expect(await said()).toEqual([`Highlight ${number} of 4. “${words}”${note}`])
      expect(await focusIn(sidebar)).toBe('')
    }
    await press('previous-highlight')
    await waitUntil('it is the first again', async () => (await said())[0]?.includes(passages.lighter))
    await press('switch-focus')
    await waitUntil('the keys are at its card in the sidebar', () => isInSidebar(sidebar, passages.lighter))
    await page.keyboard.press('Tab')
    await press('switch-focus')
    await waitUntil('the keys are on the page', async () => (await focusIn(sidebar)) === '')
    // In the card at the passage, within our own element.
    await waitUntil('the keys are in our element', () =>
      page.evaluate(() => document.hasFocus() && document.activeElement !== document.body),
    )
    await page.keyboard.press('Escape')
  })

  it('a key hides all and shows them again', async () => {
    await press('toggle-highlights')
    await waitUntil('none is painted', async () => !(await isPainted(passages.oil)))
    const sidebar = await openHighlights()
    await waitUntil('it is said', async () => (await textOf(sidebar)).includes(shown('notes_hidden')))
    await press('toggle-highlights')
    await waitUntil('they are painted', () => isPainted(passages.oil, 'saved-green'))
    await waitUntil(
      'it is said no more',
      async () => !(await textOf(sidebar)).includes(shown('notes_hidden')),
    )
  })

  it('a highlight is copied as a quotation with a link to its words', async () => {
    const sidebar = await openHighlights()
    await clickRole(sidebar, 'button', shown('notes_copy'))
    await waitUntil('it is copied', async () => (await textOf(sidebar)).includes(shown('compare_copied')))
    expect(await pasteText(story.tested, pasteAddress)).toMatch(
      new RegExp(
        `^“${passages.lighter}”\nThe Quay Letter, “Lamps on the quay”, highlighted .*\n${address}#:~:text=`,
      ),
    )
  })

  it('what two windows write is shown in both, and the reader decides', async () => {
    const id = (await savedAs(passages.oil))?.id ?? expect.fail('not saved')
    const sidebar = await openHighlights()
    const note = await waitUntil('there is a note', () => sidebar.$(`[data-highlight="${id}"] textarea.note`))
    await note.type('first')
    // As another window does, before this one's pause is over.
    const theirs = await sidebar.evaluate(
      request => chrome.runtime.sendMessage({ sidelight: 1, name: 'highlight/change', request }),
      { highlight: id, change: { note: 'second' }, seen: { note: '' } },
    )
    expect(theirs).toMatchObject({ ok: true })
    await waitUntil('both are shown', async () => {
      const text = await textOf(sidebar)
      return text.includes(shown('notes_changedElsewhere')) && text.includes('second')
    })
    expect(await findDrawnFaults(sidebar)).toEqual([])
    await clickRole(sidebar, 'button', shown('notes_keepBoth'))
    await waitUntil('both are kept', async () => (await savedAs(passages.oil))?.note === 'second\n\nfirst')
  })

  it('what was done is undone by the key, also after the background was stopped', async () => {
    const sidebar = await openHighlights()
    await clickRole(sidebar, 'button', /^Colour: Doubts/)
    await clickRole(sidebar, 'menuitemradio', 'Violet')
    await waitUntil('it is painted violet', () => isPainted(passages.lighter, 'saved-violet'))
    // A sidebar that stands open would wake it again.
    await page.goto('about:blank')
    await story.tested.stopWorker()
    await page.goto(address)
    const again = await openHighlights()
    await again.evaluate(() => document.querySelector<HTMLElement>('[data-highlight]')?.focus())
    await page.keyboard.down('Control')
    await page.keyboard.press('z')
    await page.keyboard.up('Control')
    await waitUntil('it is green again', () => isPainted(passages.lighter, 'saved-green'))
    await clickRole(again, 'button', shown('notes_steps'))
    await waitUntil('the steps are listed', async () => (await textOf(again)).includes(shown('step_create')))
  })

  it('a page that was edited shows what became of each; a lost one is attached to a selection', async () => {
    story.server.put(address, edited)
    await page.bringToFront()
    await page.reload()
    await openSidebar()
    const sidebar = await openHighlights()
    await waitUntil('the four states are shown', async () => {
      const text = await textOf(sidebar)
      return [
        'notes_edited',
        'sidebar_anchorChanged',
        'notes_wordsGone',
        'notes_twoPlaces',
        'notes_aroundChanged',
      ].every(key => text.includes(shown(key as Parameters<typeof shown>[0])))
    })
    expect(await textOf(sidebar)).toContain('2 need a place')
    for (const scheme of ['light', 'dark'] as const) {
      await story.tested.setColorScheme(page, scheme)
      expect(await findDrawnFaults(sidebar)).toEqual([])
      for (const [width, height] of [
        [1400, 2600],
        [320, 1400],
      ] as const) {
        await page.setViewport({ width, height })
        // Until it is drawn at that size.
        await pause(400)
        const path = `${shots}notes-${story.tested.name}-${scheme}-${width}.png`
        expect((await page.screenshot({ path })).length).toBeGreaterThan(20_000)
      }
    }
    await page.setViewport({ width: 1400, height: 900 })
    await story.tested.setColorScheme(page, 'light')
    const words = 'Rain is not a matter for her.'
    await selectWords(page, words)
    const lost = await waitUntil('it is in the list', async () => {
      for (const item of await sidebar.$$('[data-highlight]'))
        if ((await item.evaluate(e => (e as HTMLElement).innerText)).includes(passages.lighter)) return item
      return null
    })
    const attach = await lost.$$('.reattach button')
    await attach[0]?.click()
    await waitUntil('it is painted there', () => isPainted(words))
    expect(await savedAs(words)).toMatchObject({ note: 'ask them\nin May' })
  })
})
