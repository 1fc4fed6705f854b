import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listHighlights, loadView } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { readClosedRoot } from '../support/closed-root'
import { dragWords, findWords } from '../support/drag-words'
import { findSidebar, waitForSidebar } from '../support/find-sidebar'
import { readPainted } from '../support/marks'
import { shadowAddress, shadowPage } from '../support/shadow-page'
import { shown } from '../support/shown-words'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

/** What is dragged over: from, to, and the words that are saved. */
const passages: [name: string, from: string, to: string, saved: string, isBack?: boolean][] = [
  [
    'heading, link, list and table',
    'leave at dawn',
    'Marrow',
    'leave at dawn\nThree of the grey boats were painted twice. The second coat was blue, said nobody.\n' +
      'Lanterns are lit\nRopes are counted\nBoat\nCrew\nMarrow',
  ],
  ['a picture', 'the picture', 'and behind', 'the picture  and behind'],
  ['part of a sentence', 'grey boats', 'painted', 'grey boats were painted'],
  ['more of the same sentence, over the first', 'boats were', 'twice', 'boats were painted twice'],
  ['a link, backwards', 'The second', ', said', 'The second coat was blue, said', true],
  ['an inner shadow tree', 'Deep words', 'inner tree', 'Deep words of the inner tree'],
  ['a closed shadow tree', 'Shut words', 'can read', 'Shut words nobody can read'],
  [
    'several trees, with what their slots show',
    'Head of',
    'Plain words',
    'Head of the card\nSlotted foot words\nSlotted first words\nDeep words of the inner tree are here.\nPlain words',
  ],
  [
    'from a closed tree out, backwards',
    'nobody can',
    'The evening',
    'nobody can read but we.\nThe evening',
    true,
  ],
  ['a button that cannot be selected', 'come back', 'with empty', 'come back\nShare\nwith empty'],
]

/** The white space between two blocks stays at the end of the first. */
const tidy = (words: string) => words.replace(/ *\n */g, '\n')

describe.each(browsers)('selections in $browser', ({ launch }) => {
  let story: Story
  let page: Page
  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1200, height: 1000 } })
    story.server.put(shadowAddress, shadowPage)
    page = await story.tested.openPage(shadowAddress)
  })
  afterAll(() => story?.end())

  const listSaved = () => listHighlights(story.tested)
  const deselect = () => page.evaluate(() => getSelection()?.removeAllRanges())
  const paintedText = async () => (await readPainted(page)).map(({ text }) => text)
  const pressHighlight = () => story.tested.pressShortcut(page, 'save-highlight')
  const drawn = async () => (await readClosedRoot(story.tested, shadowAddress))?.text ?? ''

  /** The words of the highlight that the keys save. */
  async function save(): Promise<string | undefined> {
    const before = await listSaved()
    await page.bringToFront()
    await pressHighlight()
    const after = await waitUntil('one more is saved', async () => {
      const now = await listSaved()
      return now.length > before.length ? now : null
    })
    const saved = after.find(({ id }) => !before.some(each => each.id === id))?.selectors[0].exact
    return saved && tidy(saved)
  }

  it.each(passages)('across %s', async (_name, from, to, saved, isBack) => {
    await dragWords(page, from, to, isBack)
    expect(await save()).toBe(saved)
  })

  it('by three clicks are the paragraph, and not the beginning of the next', async () => {
    const [line] = await findWords(page, 'Plain words')
    await page.bringToFront()
    await page.mouse.click(line.left + 5, line.top + 8, { count: 3 })
    expect(await save()).toBe('Plain words between the trees.')
  })

  it('are found again after a reload, and painted in every tree', async () => {
    await page.bringToFront()
    await page.reload()
    const wanted = passages.map(([, , , saved]) => saved)
    const view = await waitUntil('all are placed', async () => {
      const { highlights } = await loadView(story.tested, shadowAddress)
      return highlights.length === passages.length + 1 ? highlights : null
    })
    expect(view.map(({ anchoring }) => anchoring.state)).toEqual(view.map(() => 'exact'))
    expect(view.map(({ highlight }) => tidy(highlight.selectors[0].exact))).toEqual(
      expect.arrayContaining(wanted),
    )
    await page.bringToFront()
    const painted = await paintedText()
    for (const words of [
      'Deep words of the inner tree',
      'Shut words nobody can read',
      'Slotted first words',
    ]) {
      expect(painted).toContain(words)
    }
  })

  it('are painted so that one sees it, in closed trees too', async () => {
    const look = async (words: string) => {
      const [{ left, top, right, bottom }] = await findWords(page, words)
      const clip = { x: left, y: top, width: right - left, height: bottom - top }
      return Buffer.from(await page.screenshot({ clip })).toString('base64')
    }
    await deselect()
    await page.mouse.move(1000, 900)
    const places = ['Shut words', 'Deep words', 'Slotted foot', 'grey boats', 'Typed on']
    const lookAll = async () => {
      const looks: string[] = []
      for (const words of places) looks.push(await look(words))
      return looks
    }
    const with_ = await lookAll()
    expect(await lookAll()).toEqual(with_)
    await page.evaluate(() => CSS.highlights.clear())
    const without = await lookAll()
    expect(without.map((shot, at) => shot !== with_[at])).toEqual([true, true, true, true, false])
    await page.reload()
  })

  it('have their card under the pointer, in a closed tree too', async () => {
    await waitUntil('all are painted again', async () =>
      (await paintedText()).includes('Shut words nobody can read'),
    )
    const [line] = await findWords(page, 'Shut words')
    await page.bringToFront()
    await page.mouse.move(line.left - 4, line.top - 30)
    await page.mouse.move(line.left + 20, line.top + 8, { steps: 3 })
    await waitUntil('the card is open', async () => (await drawn()).includes(shown('inline_saved')))
  })

  it.each([
    ['of a field', '#field', 'inline_selectionEditable'],
    ['that is being written', '#typed', 'inline_selectionEditable'],
    ['of white space', '#space', 'inline_nothingSelected'],
  ])('%s are not taken, which is said', async (_name, selector, words) => {
    const count = (await listSaved()).length
    await page.bringToFront()
    await deselect()
    await page.focus(selector === '#space' ? 'body' : selector).catch(() => {})
    await page.evaluate(wanted => {
      const element = document.querySelector(wanted)
      if (element instanceof HTMLInputElement) element.select()
      else if (element) getSelection()?.selectAllChildren(element)
    }, selector)
    await pressHighlight()
    await waitUntil('it is said', async () => (await drawn()).includes(shown(words)))
    expect(await listSaved()).toHaveLength(count)
  })

  it('in the sidebar itself are none of the page’s', async () => {
    const count = (await listSaved()).length
    await page.bringToFront()
    await deselect()
    await waitUntil(
      'nothing is said',
      async () => !(await drawn()).includes(shown('inline_nothingSelected')),
      20_000,
    )
    if (!(await findSidebar(page))) await story.tested.pressShortcut(page, 'toggle-sidebar')
    const sidebar = await waitForSidebar(page)
    await sidebar.click('body')
    await sidebar.evaluate(() => getSelection()?.selectAllChildren(document.body))
    await pressHighlight()
    await waitUntil('it is said', async () => (await drawn()).includes(shown('inline_nothingSelected')))
    expect(await listSaved()).toHaveLength(count)
    await page.reload()
  })

  it('of all of the page are one highlight', async () => {
    await page.bringToFront()
    // Out of what is being written: there the keys would select that alone.
    const [line] = await findWords(page, 'Plain words')
    await page.mouse.click(line.left + 5, line.top + 8)
    await page.keyboard.down('Control')
    await page.keyboard.press('a')
    await page.keyboard.up('Control')
    const saved = await save()
    expect(saved?.includes('Ferries leave at dawn\n')).toBe(true)
    expect(saved).toContain('Shut words nobody can read but we.')
    expect(saved).toContain('with empty holds.')
  })
})
