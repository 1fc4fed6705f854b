import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { SidebarView } from '../../../../utils/messaging/protocol'
import type { Anchoring, Highlight, JournalStep, OfferedPlace } from '../../../../utils/model/highlight'
import { asHighlightId } from '../../../../utils/model/ids'
import { fail, succeed } from '../../../../utils/model/result'
import { findFaults } from '../../../support/find-faults'
import { makeView } from '../../../support/make-reading'
import { renderSidebar } from '../../../support/render-sidebar'

afterEach(cleanup)

const [first] = makeView().highlights
if (!first) throw new Error('no highlight to begin with')
const made = first.highlight

const words = 'The lamp was lit by nine keepers'
function makeOne(number: number, anchoring: Anchoring, more: Partial<Highlight> = {}) {
  const selectors: Highlight['selectors'] = [
    { type: 'TextQuoteSelector', exact: words, prefix: 'At dusk, ', suffix: ' of the tower.' },
    { type: 'TextPositionSelector', start: number * 100, end: number * 100 + words.length },
  ]
  const highlight = { ...made, id: asHighlightId(`one-${number}`), selectors, note: '', ...more }
  return { highlight, anchoring }
}
const place = (start: number, prefix: string): OfferedPlace => ({
  span: { start, end: start + words.length },
  words,
  prefix,
  suffix: ' and rowed home.',
})
const places = [place(500, 'Once, '), place(900, 'Again, ')]
const changedTo = 'The lamp was lit by seven keepers'
const changed: Anchoring = { state: 'changed', words: changedTo, span: { start: 90, end: 123 } }
const lost: Anchoring = { state: 'lost', reason: 'two-places', places }

async function open(
  highlights: SidebarView['highlights'],
  ...[more, view]: [Parameters<typeof renderSidebar>[1]?, Partial<SidebarView>?]
) {
  const shown = makeView({ ...view, highlights })
  const rendered = await renderSidebar(shown, more)
  fireEvent.click(screen.getByRole('tab', { name: /Highlights/ }))
  return { ...rendered, shown }
}
const press = async (name: string | RegExp, inside: HTMLElement = document.body) => {
  fireEvent.click(within(inside).getByRole('button', { name }))
  await act(async () => {})
}
const items = () => [...document.querySelectorAll<HTMLElement>('[data-highlight]')]
const item = (at = 0): HTMLElement => items()[at] ?? expect.fail('no such highlight')
const textsOf = (selector: string) => [...document.querySelectorAll(selector)].map(each => each.textContent)

describe('a highlight whose words were changed', () => {
  test('shows both, what differs told by elements, and keeps the new words', async () => {
    const { actions, container } = await open([makeOne(1, changed)])
    expect(textsOf('.differing dt')).toEqual(['When you marked it', 'Now'])
    expect(textsOf('.differing dd')).toEqual([words, changedTo])
    expect([textsOf('.differing del'), textsOf('.differing ins')]).toEqual([['nine'], ['seven']])
    expect(await findFaults(container)).toEqual([])
    await press('Keep the new words')
    const kept = {
      words: changedTo,
      span: { start: 90, end: 123 },
      prefix: 'At dusk, ',
      suffix: ' of the tower.',
    }
    expect(actions.attachHighlight.mock.calls).toMatchObject([['one-1', kept]])
    await screen.findByText('Highlight attached.')
    await waitFor(() => expect(document.activeElement).toBe(item()))
  })

  test('is attached to selected words where the reader picks another place', async () => {
    const { actions } = await open([makeOne(1, changed)])
    expect(screen.queryByRole('button', { name: 'Attach to selection' })).toBeNull()
    const pick = screen.getByRole('button', { name: 'Pick another place' })
    expect(pick.getAttribute('aria-expanded')).toBe('false')
    fireEvent.click(pick)
    await press('Attach to selection')
    expect(actions.attachHighlight.mock.calls).toEqual([['one-1', null]])
  })
})

describe('a lost highlight', () => {
  test('comes first, counted, with what stood around it; its places can be looked at and taken', async () => {
    const { actions, container } = await open([makeOne(1, { state: 'exact' }), makeOne(2, lost)])
    expect(items().map(each => each.dataset.highlight)).toEqual(['one-2', 'one-1'])
    expect(screen.getByRole('heading', { name: '1 needs a place' })).toBeTruthy()
    expect(item().querySelector('blockquote')?.textContent).toBe(`At dusk, ${words} of the tower.`)
    expect(screen.getByText('Two places fit: you decide.')).toBeTruthy()
    const offered = within(screen.getByRole('list', { name: 'Places that fit' })).getAllByRole('listitem')
    expect(offered.map(each => each.querySelector('p')?.textContent)).toEqual([
      `Once, ${words} and rowed home.`,
      `Again, ${words} and rowed home.`,
    ])
    expect(await findFaults(container)).toEqual([])
    await press('Show on page', offered[1])
    expect(actions.showPlace).toHaveBeenCalledWith(places[1])
    await press('Attach here', offered[1])
    expect(actions.attachHighlight.mock.calls).toEqual([['one-2', places[1]]])
  })

  test('shows its edges, and all of it on demand', async () => {
    const exact = `${'word '.repeat(200)}end`
    const prefix = `start ${'before '.repeat(40)}`
    const selectors: Highlight['selectors'] = [
      { type: 'TextQuoteSelector', exact, prefix, suffix: ' after.' },
      { type: 'TextPositionSelector', start: 300, end: 300 + exact.length },
    ]
    await open([makeOne(1, { state: 'lost', reason: 'absent', places: [] }, { selectors })])
    const quote = () => item().querySelector('blockquote')?.textContent ?? ''
    expect(quote().length).toBeLessThan(600)
    expect(quote()).not.toContain('start')
    expect(quote()).toMatch(/^…before before .* word… after\.$/)
    await press('The whole passage')
    expect(quote()).toBe(`${prefix}${exact} after.`)
  })

  test.each([
    ['nothing', /Nothing is selected/],
    ['too-long', /too long/],
    ['the page has changed', /not on the page as it is now/],
  ])('says so where it cannot be attached: %s', async (detail, said) => {
    await open([makeOne(1, { state: 'lost', reason: 'absent', places: [] })], {
      attachHighlight: async () => fail('bad-input', detail),
    })
    expect(screen.getByText('The words are gone.')).toBeTruthy()
    await press('Attach to selection')
    await screen.findByText(said)
  })
})

describe('an article that was edited', () => {
  test('says since when, what the page says, and what it did to highlights', async () => {
    const around: Anchoring = { state: 'moved', around: { prefix: 'At dawn, ', suffix: ' of the tower.' } }
    await open(
      [makeOne(1, changed), makeOne(2, lost), makeOne(3, around)],
      {},
      { pageModified: '2026-01-09T12:00:00Z' },
    )
    const notice = screen.getByRole('heading', {
      name: 'This article was edited since you marked it',
    }).parentElement
    expect(notice?.textContent).toContain(
      'You marked it from 5 Jan 2026 on. The page says that it was changed on 9 Jan 2026.',
    )
    expect(textsOf('.edited li')).toEqual([
      '1 highlight has other words now',
      '1 highlight needs a place',
      '1 highlight has other words around it',
    ])
    const fold = item(2).querySelector('details') ?? expect.fail('nothing to unfold')
    expect(fold.open).toBe(false)
    // What stands behind it is the same, and not shown.
    expect([...fold.querySelectorAll('dd')].map(each => each.textContent)).toEqual(['At dusk, ', 'At dawn, '])
  })

  test('is not said of one that was not, or whose statement is older than the highlight', async () => {
    await open([makeOne(1, { state: 'exact' }), makeOne(2, { state: 'moved' })])
    expect(screen.queryByRole('heading', { name: /was edited/ })).toBeNull()
    cleanup()
    await open([makeOne(1, changed)], {}, { pageModified: '2025-01-09' })
    expect(screen.queryByText(/The page says/)).toBeNull()
  })
})

describe('notes by the keyboard', () => {
  const field = () =>
    screen.getAllByRole<HTMLTextAreaElement>('textbox', { name: 'Note' })[0] ?? expect.fail()
  const type = (value: string) => fireEvent.input(field(), { target: { value } })

  test('Enter saves and says so, Shift and Enter do not', async () => {
    const { actions } = await open([makeOne(1, { state: 'exact' })])
    field().focus()
    type('one')
    expect(screen.getByText('Not saved yet')).toBeTruthy()
    expect(fireEvent.keyDown(field(), { key: 'Enter', shiftKey: true })).toBe(true)
    expect(actions.changeHighlight).not.toHaveBeenCalled()
    expect(fireEvent.keyDown(field(), { key: 'Enter' })).toBe(false)
    expect(actions.changeHighlight.mock.calls).toEqual([['one-1', { note: 'one' }, { note: '' }]])
    await screen.findByText('Note saved.')
    expect(document.activeElement).toBe(item())
    expect(actions.focusPage).not.toHaveBeenCalled()
  })

  test('Enter leads back to the page where the note was begun there', async () => {
    const { actions, tell } = await open([makeOne(1, { state: 'exact' })])
    await tell({ name: 'focus/changed', event: { highlight: asHighlightId('one-1'), at: 'note' } })
    await waitFor(() => expect(document.activeElement).toBe(field()))
    type('one')
    fireEvent.keyDown(field(), { key: 'Enter' })
    expect(actions.focusPage.mock.calls).toEqual([[null]])
  })

  test('Escape leaves the field and closes nothing; what was typed is saved', async () => {
    const { actions } = await open([makeOne(1, { state: 'exact' })])
    field().focus()
    type('one')
    fireEvent.keyDown(field(), { key: 'Escape' })
    expect(document.activeElement).toBe(item())
    expect(actions.close).not.toHaveBeenCalled()
    expect(actions.changeHighlight.mock.calls).toEqual([['one-1', { note: 'one' }, { note: '' }]])
    expect(field().value).toBe('one')
  })

  test.each([
    ['Keep mine', [['one-1', { note: 'mine' }, { note: 'theirs' }]], 'mine'],
    ['Take theirs', [], 'theirs'],
    ['Keep both', [['one-1', { note: 'theirs\n\nmine' }, { note: 'theirs' }]], 'theirs\n\nmine'],
  ])('written in another window too: %s', async (choice, calls, value) => {
    const view = makeView({ highlights: [makeOne(1, { state: 'exact' })] })
    const changeHighlight = vi.fn(async () => fail('conflict', 'note of one-1 was changed elsewhere'))
    const { container } = await renderSidebar(view, {
      changeHighlight,
      loadView: async () => succeed({ ...view }),
    })
    fireEvent.click(screen.getByRole('tab', { name: /Highlights/ }))
    view.highlights = [makeOne(1, { state: 'exact' }, { note: 'theirs' })]
    type('mine')
    fireEvent.blur(field())
    await screen.findByText('This was changed in another window meanwhile.')
    await waitFor(() => expect(textsOf('.conflict dd')).toEqual(['mine', 'theirs']))
    expect(field().value).toBe('mine')
    expect(await findFaults(container)).toEqual([])
    changeHighlight.mockClear()
    await press(choice)
    expect(changeHighlight.mock.calls).toEqual(calls)
    expect(field().value).toBe(value)
  })

  test('of a highlight that is gone can still be copied, or is discarded', async () => {
    const view = makeView({ highlights: [makeOne(1, { state: 'exact' })] })
    const copy = vi.fn(async () => true)
    const { container, tell } = await renderSidebar(view, {
      copy,
      changeHighlight: async () => fail('not-found', 'one-1'),
      loadView: async () => succeed({ ...view }),
    })
    fireEvent.click(screen.getByRole('tab', { name: /Highlights/ }))
    view.highlights = []
    type('mine\nand <more>')
    fireEvent.blur(field())
    await screen.findByText(/That is not there any more/)
    await tell({ name: 'view/changed' })
    await screen.findByRole('heading', { name: 'Notes that could not be saved' })
    expect(textsOf('.stray-note')).toEqual(['mine\nand <more>'])
    expect(await findFaults(container)).toEqual([])
    await press('Copy the note')
    expect(copy).toHaveBeenCalledWith({
      plain: 'mine\nand <more>',
      html: '<p>mine\nand &lt;more&gt;</p>',
    })
    await press('Discard it')
    expect(textsOf('.stray-note')).toEqual([])
  })
})

describe('tags', () => {
  const tags = () => screen.getByRole<HTMLInputElement>('combobox', { name: 'Add a tag' })
  const type = (value: string) => fireEvent.input(tags(), { target: { value } })
  const key = (name: string) => fireEvent.keyDown(tags(), { key: name })
  const known = { listTags: async () => succeed(['Harbour', 'lamps', 'old lamps'].map(tag => ({ tag }))) }
  const openTags = async (given: string[] = []) => {
    const opened = await open([makeOne(1, { state: 'exact' }, { tags: given })], known)
    await act(async () => tags().focus())
    return opened
  }
  const options = () => screen.queryAllByRole('option').map(each => each.textContent)

  test('are completed from those given before: arrows, Enter, Escape', async () => {
    const { actions, container } = await openTags()
    type('lam')
    expect(options()).toEqual(['lamps', 'old lamps'])
    expect(tags().getAttribute('aria-expanded')).toBe('true')
    expect(await findFaults(container)).toEqual([])
    key('ArrowDown')
    key('ArrowDown')
    const active = document.getElementById(tags().getAttribute('aria-activedescendant') ?? '')
    expect([active?.textContent, active?.getAttribute('aria-selected')]).toEqual(['old lamps', 'true'])
    key('ArrowUp')
    key('Enter')
    expect(actions.changeHighlight.mock.calls).toEqual([['one-1', { tags: ['lamps'] }, { tags: [] }]])
    expect(tags().value).toBe('')
    type('ha')
    key('Escape')
    expect(options()).toEqual([])
    key('Escape')
    expect(tags().value).toBe('')
  })

  test('end with Enter, a comma, or by leaving the field; twice is once', async () => {
    const { actions } = await openTags(['One'])
    type('two, three,fo')
    expect(actions.changeHighlight.mock.lastCall).toEqual([
      'one-1',
      { tags: ['One', 'two', 'three'] },
      { tags: ['One'] },
    ])
    expect(tags().value).toBe('fo')
    fireEvent.blur(tags())
    await waitFor(() => expect(actions.changeHighlight).toHaveBeenCalledTimes(2))
    expect(actions.changeHighlight.mock.lastCall?.[1]).toEqual({ tags: ['One', 'two', 'three', 'fo'] })
    type(' ONE ')
    key('Enter')
    expect(actions.changeHighlight).toHaveBeenCalledTimes(2)
  })

  test('go by their button, or the last by Backspace; undone by the notice', async () => {
    const { actions } = await openTags(['One', 'Two'])
    await press('Remove the tag One')
    expect(document.activeElement).toBe(tags())
    expect(actions.changeHighlight.mock.lastCall?.[1]).toEqual({ tags: ['Two'] })
    key('Backspace')
    await screen.findByText('Tags changed.')
    expect(actions.changeHighlight.mock.lastCall?.[1]).toEqual({ tags: [] })
    await press('Undo')
    expect(actions.undo).toHaveBeenCalledWith(8)
  })

  test('changed in another window too: the reader decides', async () => {
    const view = makeView({ highlights: [makeOne(1, { state: 'exact' }, { tags: ['old'] })] })
    const changeHighlight = vi.fn(async () => fail('conflict', 'tags'))
    await renderSidebar(view, { changeHighlight, loadView: async () => succeed({ ...view }) })
    fireEvent.click(screen.getByRole('tab', { name: /Highlights/ }))
    view.highlights = [makeOne(1, { state: 'exact' }, { tags: ['theirs'] })]
    type('mine')
    key('Enter')
    await waitFor(() => expect(textsOf('.conflict dd')).toEqual(['old, mine', 'theirs']))
    changeHighlight.mockClear()
    await press('Keep both')
    expect(changeHighlight.mock.calls).toEqual([
      ['one-1', { tags: ['theirs', 'old', 'mine'] }, { tags: ['theirs'] }],
    ])
  })
})

describe('colours', () => {
  test('are five, named, one of them checked; another is one step', async () => {
    const { actions, container } = await open([makeOne(1, { state: 'exact' }, { colour: 'green' })])
    await press('Colour: Green')
    const lines = screen.getAllByRole('menuitemradio')
    expect(lines.map(line => [line.textContent, line.getAttribute('aria-checked')])).toEqual([
      ['Yellow', 'false'],
      ['Green', 'true'],
      ['Blue', 'false'],
      ['Pink', 'false'],
      ['Violet', 'false'],
    ])
    expect(await findFaults(container)).toEqual([])
    fireEvent.click(screen.getByRole('menuitemradio', { name: 'Pink' }))
    expect(actions.changeHighlight.mock.calls).toEqual([['one-1', { colour: 'pink' }, { colour: 'green' }]])
    await screen.findByText('Colour changed.')
    expect(item().querySelector('blockquote')?.className).toContain('colour-pink')
  })

  test('have the names that the reader gives them', async () => {
    const { actions, shown } = await open([makeOne(1, { state: 'exact' })])
    await press('Colour: Yellow')
    fireEvent.click(screen.getByRole('menuitem', { name: 'Rename “Yellow”' }))
    const field = screen.getByRole('textbox', { name: 'Your name for Yellow' })
    await waitFor(() => expect(document.activeElement).toBe(field))
    fireEvent.input(field, { target: { value: ' Doubts ' } })
    await press('Save')
    expect(actions.saveSettings).toHaveBeenCalledWith({
      colourNames: { ...shown.settings.colourNames, yellow: 'Doubts' },
    })
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Colour: Doubts' }))
  })
})

describe('copying a highlight', () => {
  test('gives words, source and link in two flavours; the link is asked for before the press', async () => {
    const { actions } = await open([makeOne(1, { state: 'exact' }, { title: 'Lamps & <oil>' })])
    const copy = screen.getByRole('button', { name: 'Copy' })
    fireEvent.focus(copy)
    await act(async () => {})
    expect(actions.citeHighlight.mock.calls).toEqual([['one-1']])
    fireEvent.click(copy)
    // In the press itself: nothing was awaited.
    const [[copied]] = actions.copy.mock.calls as [[{ plain: string; html: string }]]
    expect(copied.plain).toBe(
      `“${words}”\nTarn Courier, “Lamps & <oil>”, highlighted 5 Jan 2026\nhttp://herald.example/a#:~:text=the%20words`,
    )
    expect(copied.html).toContain(
      `<blockquote cite="http://herald.example/a#:~:text=the%20words"><p>${words}</p>`,
    )
    expect(copied.html).toContain('“Lamps &amp; &lt;oil&gt;”')
    await screen.findByText('Copied.')
    expect(actions.citeHighlight).toHaveBeenCalledTimes(1)
  })

  test('without a link of its own it has the address; where the browser refuses, the text stands there', async () => {
    await open([makeOne(1, { state: 'exact' })], {
      citeHighlight: async () => fail('worker-lost', ''),
      copy: async () => false,
    })
    await press('Copy')
    const text = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /to copy|text/i })
    expect(text.value).toContain('https://tarn-courier.example/tarn')
  })
})

describe('what was done', () => {
  const steps: JournalStep[] = [
    { id: 5, atMs: 3, action: 'change', part: 'colour', canUndo: true, count: 1, words: 'The lamp' },
    { id: 4, atMs: 2, action: 'change', part: 'note', canUndo: false, count: 1, words: 'The lamp' },
    { id: 3, atMs: 1, action: 'import', part: null, canUndo: true, count: 4, words: 'The oil' },
  ]
  const listed = () => textsOf('.steps b')

  test('is listed when it is unfolded, and undone step by step', async () => {
    let now = steps
    const { actions, container } = await open([makeOne(1, { state: 'exact' })], {
      listSteps: vi.fn(async () => succeed(now)),
    })
    expect(actions.listSteps).not.toHaveBeenCalled()
    const fold = screen.getByText('What you did').closest('details') ?? expect.fail('no fold')
    fold.open = true
    fireEvent(fold, new Event('toggle'))
    await waitFor(() =>
      expect(listed()).toEqual([
        'Changed the colour',
        'Changed the note',
        'Took in 4 highlights from a file',
      ]),
    )
    expect(screen.getAllByText(/Cannot be undone now/)).toHaveLength(1)
    expect(await findFaults(container)).toEqual([])
    now = steps.slice(1)
    await press('Undo: Changed the colour')
    expect(actions.undo).toHaveBeenCalledWith(5)
    await waitFor(() => expect(listed()).toHaveLength(2))
    expect(screen.getByText('Undone: “The lamp”')).toBeTruthy()
  })

  test('the latest that can be is undone by the key, outside of fields', async () => {
    const { actions } = await open([makeOne(1, { state: 'exact' })], {
      listSteps: async () => succeed(steps),
    })
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Note' }), { key: 'z', ctrlKey: true })
    await act(async () => {})
    expect(actions.undo).not.toHaveBeenCalled()
    fireEvent.keyDown(item(), { key: 'z', metaKey: true })
    await waitFor(() => expect(actions.undo.mock.calls).toEqual([[5]]))
    cleanup()
    const other = await open([])
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
    await screen.findByText('There is nothing to undo.')
    expect(other.actions.undo).not.toHaveBeenCalled()
  })
})

describe('the list', () => {
  test('gives the focus of an entry that goes to the one that takes its place', async () => {
    const all = [1, 2, 3].map(number => makeOne(number, { state: 'exact' }))
    const view = makeView({ highlights: all })
    await renderSidebar(view, {
      loadView: async () => succeed({ ...view }),
      deleteHighlight: async id => {
        view.highlights = view.highlights.filter(({ highlight }) => highlight.id !== id)
        return succeed({ entry: 7 })
      },
    })
    fireEvent.click(screen.getByRole('tab', { name: /Highlights/ }))
    for (const [at, left, focused] of [
      [1, 2, 'one-3'],
      [1, 1, 'one-1'],
      [0, 0, undefined],
    ] as const) {
      const button = within(item(at)).getByRole('button', { name: 'Delete' })
      button.focus()
      fireEvent.click(button)
      await waitFor(() => expect(items()).toHaveLength(left))
      expect((document.activeElement as HTMLElement).dataset.highlight).toBe(focused)
      expect(document.activeElement).not.toBe(document.body)
    }
  })

  test('draws only the entry that changed', async () => {
    const { tell, shown } = await open(Array.from({ length: 30 }, (_, at) => makeOne(at, { state: 'exact' })))
    const before = items()
    const marks = before.map(each => each.querySelector('.words')?.firstChild)
    shown.highlights = shown.highlights.map((one, at) =>
      at === 3 ? { ...one, highlight: { ...one.highlight, colour: 'pink' } } : structuredClone(one),
    )
    await tell({ name: 'view/changed' })
    await waitFor(() => expect(document.querySelectorAll('blockquote.colour-pink')).toHaveLength(1))
    expect(items()).toEqual(before)
    expect(items().map(each => each.querySelector('.words')?.firstChild)).toEqual(marks)
  })

  test('says that highlights are hidden, and shows them again', async () => {
    const settings = { ...makeView().settings, areHighlightsShown: false }
    const { actions } = await open([makeOne(1, { state: 'exact' })], {}, { settings })
    await press('Show them')
    expect(actions.saveSettings).toHaveBeenCalledWith({ areHighlightsShown: true })
  })

  test('hands the keys back to the page: to the passage whose card they are in', async () => {
    const { actions, tell } = await open([makeOne(1, { state: 'exact' }), makeOne(2, { state: 'exact' })])
    within(item(1)).getByRole('button', { name: 'Delete' }).focus()
    await tell({ name: 'focus/asked' })
    expect(actions.focusPage.mock.calls).toEqual([[{ highlight: 'one-2' }]])
  })
})
