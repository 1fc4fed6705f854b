import { readFileSync } from 'node:fs'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Anchoring, Highlight } from '../../utils/model/highlight'
import { askExtension, findTab, listHighlights, loadView, tryExtension } from '../support/ask-extension'
import { browsers } from '../support/browsers'
import { readPainted, selectWords } from '../support/marks'
import { fixture } from '../support/sample-pages'
import { type Story, startStory } from '../support/start-story'
import { waitUntil } from '../support/wait-until'

const address = 'http://quay-letter.example/lamps'
const html = readFileSync(fixture('pages/harbour-lamps.html'), 'utf8')

/** What the reader marks, and what becomes of it when the page is edited. */
const passages = {
  stays: 'a tin of oil that must not be filled to the brim',
  moves: 'The ballots were kept in a herring cask, and the cask was sold.',
  changes: 'Seven keepers of the tower signed the letter on Monday',
  goes: 'She says that her arms have stopped aching',
  doubles: 'The harbour master answered in two lines.',
}
type Name = keyof typeof passages

const changed = 'Nine keepers of the tower signed the letter on Monday'
const paragraph = (start: string): string => new RegExp(`<p>${start}.*?</p>\\s*`, 's').exec(html)?.[0] ?? ''
const vote = paragraph('There was a vote')
const master = paragraph('The harbour master')

/** The page as its paper rewrote it. */
const edited = html
  .replace('2031-03-02T08:00:00Z" />\n  </head>', '2031-03-04T09:30:00Z" />\n  </head>')
  .replace(vote, '')
  .replace('<p>In Orlemouth', `${vote}<p>In Orlemouth`)
  .replace(passages.changes, changed)
  .replace(`${passages.goes}, and that she can name every boat by its mast.`, 'Rain is not a matter for her.')
  .replace(master, `${master}<hr>${master}`)

describe.each(browsers)('a page that was edited, in $browser', ({ launch }) => {
  let story: Story
  let page: Page
  const saved = new Map<Name, Highlight>()

  /** The highlights of the page by their name here, and how each stands now. */
  async function readStates(): Promise<Partial<Record<Name, Anchoring>>> {
    const { highlights } = await loadView(story.tested, address)
    return Object.fromEntries(
      highlights.map(({ highlight: { id }, anchoring }) => [
        [...saved].find(([, { id: own }]) => own === id)?.[0] ?? id,
        anchoring,
      ]),
    )
  }
  const stateOf = async (name: Name) => (await readStates())[name]
  const paintedNow = async () => (await readPainted(page)).map(({ text }) => text)
  const savedNow = () => listHighlights(story.tested)

  async function serve(body: string) {
    story.server.put(address, body)
    await page.bringToFront()
    await page.reload()
    await waitUntil('the words that stay are painted', async () =>
      (await paintedNow()).includes(passages.stays),
    )
  }

  beforeAll(async () => {
    story = await startStory(launch, { viewport: { width: 1400, height: 900 } })
    story.server.put(address, html)
    page = await story.tested.openPage(address)
    for (const [name, words] of Object.entries(passages)) {
      await page.bringToFront()
      await selectWords(page, words)
      await story.tested.pressShortcut(page, 'save-highlight')
      await waitUntil(`“${words}” is painted`, async () => (await paintedNow()).includes(words))
      const highlight = (await savedNow()).find(({ selectors: [{ exact }] }) => exact === words)
      if (!highlight) throw new Error(`not saved: ${words}`)
      saved.set(name as Name, highlight)
    }
  })
  afterAll(() => story?.end())

  it('as it was, has all of them where they were', async () => {
    await serve(html)
    expect(await readStates()).toEqual({
      stays: { state: 'exact' },
      moves: { state: 'exact' },
      changes: { state: 'exact' },
      goes: { state: 'exact' },
      doubles: { state: 'exact' },
    })
    expect([...saved.values()].map(({ pageModified }) => pageModified)).toEqual(
      Array.from(saved, () => '2031-03-02T08:00:00Z'),
    )
  })

  it('says of each what became of it, and paints no other words', async () => {
    await serve(edited)
    const states = await readStates()
    expect(states.stays).toMatchObject({ state: 'moved' })
    expect(states.moves).toMatchObject({ state: 'moved' })
    expect(states.changes).toMatchObject({ state: 'changed', words: changed })
    expect(states.goes).toMatchObject({ state: 'lost', reason: 'absent' })
    expect(states.doubles).toMatchObject({
      state: 'lost',
      reason: 'two-places',
      places: [{ words: passages.doubles }, { words: passages.doubles }],
    })
    expect((await paintedNow()).toSorted()).toEqual([changed, passages.moves, passages.stays].toSorted())
    expect((await loadView(story.tested, address)).pageModified).toBe('2031-03-04T09:30:00Z')
  })

  it('a doubtful one is attached to the place that the reader chooses, and that is undone', async () => {
    const tab = await findTab(story.tested, address)
    const highlight = saved.get('doubles')?.id
    const state = await stateOf('doubles')
    const place = state?.state === 'lost' ? state.places[1] : undefined
    if (!highlight || !place) throw new Error('no place is offered')
    const { highlight: attached } = await askExtension(story.tested, 'highlight/attach', {
      tab,
      highlight,
      place,
    })
    expect(attached.selectors[1]).toMatchObject(place.span)
    expect(attached.pageModified).toBe('2031-03-04T09:30:00Z')
    await waitUntil('it is painted there', async () => (await paintedNow()).includes(passages.doubles))
    expect(await stateOf('doubles')).toMatchObject({ state: 'exact' })
    const [step] = await askExtension(story.tested, 'journal/list', {})
    expect(step).toMatchObject({ action: 'change', words: passages.doubles })
    await askExtension(story.tested, 'journal/undo', { entry: step?.id ?? 0 })
    await waitUntil('it is in doubt again', async () => !(await paintedNow()).includes(passages.doubles))
  })

  it('a place that has other words by now is refused', async () => {
    const tab = await findTab(story.tested, address)
    const highlight = saved.get('doubles')?.id ?? expect.fail('not saved')
    const state = await stateOf('doubles')
    const place = state?.state === 'lost' ? state.places[0] : undefined
    if (!place) throw new Error('no place is offered')
    const other = { ...place, words: 'anything else' }
    const tried = await tryExtension(story.tested, 'highlight/attach', { tab, highlight, place: other })
    expect(tried).toMatchObject({ ok: false, failure: { kind: 'bad-input' } })
    expect(await stateOf('doubles')).toMatchObject({ state: 'lost' })
  })

  it('a lost one is attached to words that the reader selects', async () => {
    await serve(edited)
    expect(await readStates()).toMatchObject({ moves: { state: 'moved' }, goes: { state: 'lost' } })
    const words = 'Rain is not a matter for her.'
    await page.bringToFront()
    await selectWords(page, words)
    const tab = await findTab(story.tested, address)
    const highlight = saved.get('goes')?.id ?? expect.fail('not saved')
    const attached = await askExtension(story.tested, 'highlight/attach', { tab, highlight, place: null })
    expect(attached.highlight).toMatchObject({ id: highlight, selectors: [{ exact: words }, {}] })
    await waitUntil('the words are painted', async () => (await paintedNow()).includes(words))
    expect(await stateOf('goes')).toMatchObject({ state: 'exact' })
  })

  it('where nothing is selected, says so and changes nothing', async () => {
    await page.evaluate(() => getSelection()?.removeAllRanges())
    const tab = await findTab(story.tested, address)
    const highlight = saved.get('moves')?.id ?? expect.fail('not saved')
    const before = await savedNow()
    const tried = await tryExtension(story.tested, 'highlight/attach', { tab, highlight, place: null })
    expect(tried).toMatchObject({ ok: false, failure: { kind: 'bad-input', detail: 'nothing' } })
    expect(await savedNow()).toEqual(before)
  })

  it('as it was before, has its words in their places again', async () => {
    await serve(html)
    expect(await readStates()).toMatchObject({
      stays: { state: 'exact' },
      moves: { state: 'exact' },
      changes: { state: 'exact' },
      doubles: { state: 'exact' },
      // It is another passage since the reader attached it anew, and those words are not here.
      goes: { state: 'lost' },
    })
  })
})
