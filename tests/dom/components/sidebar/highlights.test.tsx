import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { HighlightChange } from '../../../../utils/model/highlight'
import { asHighlightId, type HighlightId } from '../../../../utils/model/ids'
import { fail, succeed } from '../../../../utils/model/result'
import { makeView } from '../../../support/make-reading'
import { renderSidebar } from '../../../support/render-sidebar'

afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

async function openHighlights(...values: Parameters<typeof renderSidebar>) {
  const rendered = await renderSidebar(...values)
  fireEvent.click(screen.getByRole('tab', { name: /Highlights/ }))
  return rendered
}
const note = (): HTMLTextAreaElement => screen.getByDisplayValue('Compare with what the Beacon had.')

const onFile = makeView().highlights[0]?.highlight.note

describe('highlights', () => {
  test('stand in the order of the text, each with its state in words', async () => {
    await openHighlights()
    expect(
      [...document.querySelectorAll('.highlight')].map(
        item => item.querySelector('.highlight-head')?.textContent,
      ),
    ).toEqual([
      'No longer found in this page’s text7 Jan 2026',
      'Found in another place of the text6 Jan 2026',
      'In its place5 Jan 2026',
    ])
    // One that is lost cannot be shown.
    expect(screen.getAllByRole('button', { name: 'Show on page' })).toHaveLength(2)
  })

  test('a note is saved when it is left, and only when it changed', async () => {
    const { actions } = await openHighlights()
    fireEvent.blur(note())
    expect(actions.changeHighlight).not.toHaveBeenCalled()
    const field = note()
    fireEvent.input(field, { target: { value: 'New words' } })
    fireEvent.blur(field)
    await waitFor(() =>
      expect(actions.changeHighlight.mock.calls).toEqual([
        ['highlight-0', { note: 'New words' }, { note: onFile }],
      ]),
    )
    expect(field.value).toBe('New words')
  })

  test('a note that could not be saved stays, says so, and can be tried again', async () => {
    const changeHighlight = vi.fn(async () => fail('storage-full', ''))
    await openHighlights(makeView(), { changeHighlight })
    const field = note()
    fireEvent.input(field, { target: { value: 'New words' } })
    fireEvent.blur(field)
    await waitFor(() => expect(screen.getByText(/Not saved. The disk/)).toBeTruthy())
    expect(field.value).toBe('New words')
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(changeHighlight).toHaveBeenCalledTimes(2)
  })

  describe('a note that is not left', () => {
    const type = (value: string, field = note()) => {
      fireEvent.input(field, { target: { value } })
      return field
    }
    const open = async (...values: Parameters<typeof renderSidebar>) => {
      const rendered = await openHighlights(...values)
      vi.useFakeTimers()
      return rendered
    }
    const wait = (ms: number) =>
      act(async () => {
        await vi.advanceTimersByTimeAsync(ms)
      })

    test('is saved after a pause in typing, once', async () => {
      const view = makeView()
      const { actions } = await open(view, {
        changeHighlight: vi.fn(async (id: HighlightId, { note: words = '' }: HighlightChange) => {
          const saved = view.highlights.find(({ highlight }) => highlight.id === id)
          if (!saved) throw new Error('no such highlight')
          saved.highlight = { ...saved.highlight, note: words }
          return succeed({ highlight: saved.highlight, entry: 3 })
        }),
      })
      const field = type('New')
      await wait(700)
      type('New words', field)
      await wait(700)
      expect(actions.changeHighlight).not.toHaveBeenCalled()
      await wait(200)
      expect(actions.changeHighlight.mock.calls).toEqual([
        ['highlight-0', { note: 'New words' }, { note: onFile }],
      ])
      fireEvent.blur(field)
      window.dispatchEvent(new Event('pagehide'))
      await wait(5_000)
      expect(actions.changeHighlight).toHaveBeenCalledTimes(1)
      expect(field.value).toBe('New words')
    })

    test('is not saved a second time while the first is on its way', async () => {
      const { actions } = await open(makeView(), {
        changeHighlight: vi.fn(() => new Promise<never>(() => {})),
      })
      fireEvent.blur(type('New words'))
      window.dispatchEvent(new Event('pagehide'))
      await wait(5_000)
      expect(actions.changeHighlight).toHaveBeenCalledTimes(1)
    })

    test.each<[string, () => void]>([
      ['the page goes', () => window.dispatchEvent(new Event('pagehide'))],
      [
        'the tab is hidden',
        () => {
          const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
          document.dispatchEvent(new Event('visibilitychange'))
          state.mockRestore()
        },
      ],
      ['the sidebar is closed', () => fireEvent.click(screen.getByRole('button', { name: 'Close' }))],
    ])('is saved at once when %s', async (_, leave) => {
      const { actions } = await open()
      type('New words')
      leave()
      expect(actions.changeHighlight.mock.calls).toEqual([
        ['highlight-0', { note: 'New words' }, { note: onFile }],
      ])
    })

    test('is kept where saving failed, and tried again at the next chance', async () => {
      const changeHighlight = vi.fn(async () => fail('storage-full', ''))
      await open(makeView(), { changeHighlight })
      const field = type('New words')
      await wait(1_000)
      expect(screen.getByText(/Not saved. The disk/)).toBeTruthy()
      await wait(60_000)
      expect(changeHighlight).toHaveBeenCalledTimes(1)
      fireEvent.blur(field)
      await wait(0)
      expect(changeHighlight).toHaveBeenCalledTimes(2)
      expect(field.value).toBe('New words')
    })

    test('does not lose words to a view that was asked for before it was saved', async () => {
      const answers: (() => void)[] = []
      const { tell } = await openHighlights(makeView(), {
        loadView: () => {
          const { length } = answers
          const reply = succeed(makeView())
          if (length === 0) answers.push(() => {})
          return length === 0
            ? Promise.resolve(reply)
            : new Promise(resolve => answers.push(() => resolve(reply)))
        },
      })
      vi.useFakeTimers()
      await tell({ name: 'view/changed' })
      await wait(100)
      expect(answers).toHaveLength(2)
      const field = type('New words')
      await wait(1_000)
      answers[1]?.()
      await wait(0)
      expect(field.value).toBe('New words')
    })
  })

  test('a deleted one can be had back', async () => {
    const { actions } = await openHighlights()
    const [first] = screen.getAllByRole('button', { name: 'Delete' })
    fireEvent.click(first as HTMLElement)
    await waitFor(() => fireEvent.click(screen.getByRole('button', { name: 'Undo' })))
    expect(actions.deleteHighlight).toHaveBeenCalledWith('highlight-2')
    expect(actions.undo).toHaveBeenCalledWith(7)
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull())
  })

  test('without any, the way to make one is shown; a private window and a site not granted say so', async () => {
    const site = { ...makeView().site, isGranted: false, isPrivate: true }
    const { actions } = await openHighlights(makeView({ highlights: [], site }))
    expect(screen.getByText('Alt+Shift+H')).toBeTruthy()
    expect(screen.getByText(/Private window/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Always on tarn-courier.example' }))
    expect(actions.grantSite).toHaveBeenCalledWith('tarn-courier.example')
  })

  test('the keys are those that the browser has, and none where none are set', async () => {
    await openHighlights(
      makeView({ highlights: [], keys: { highlight: 'Ctrl+Alt+M', sidebar: 'Ctrl+Alt+B' } }),
    )
    expect([...document.querySelectorAll('kbd')].map(key => key.textContent)).toEqual([
      'Ctrl+Alt+M',
      'Ctrl+Alt+B',
    ])
    cleanup()
    await openHighlights(makeView({ highlights: [], keys: { highlight: '', sidebar: '' } }))
    expect(document.querySelectorAll('kbd')).toHaveLength(0)
    expect(screen.getByText(/press the small button beside them\.$/)).toBeTruthy()
    expect(screen.queryByText(/hides/)).toBeNull()
  })

  test.each([
    ['refused', 1],
    ['elsewhere', 0],
  ] as const)('a site: %s', async (answer, said) => {
    const site = { ...makeView().site, isGranted: false }
    await openHighlights(makeView({ site }), { grantSite: async () => succeed(answer) })
    fireEvent.click(screen.getByRole('button', { name: 'Always on tarn-courier.example' }))
    await act(async () => {})
    expect(screen.queryAllByText(/stays off on tarn-courier.example/)).toHaveLength(said)
  })

  test('the page leads to one', async () => {
    const { tell } = await renderSidebar()
    await tell({ name: 'focus/changed', event: { highlight: asHighlightId('highlight-0') } })
    await waitFor(() => expect(document.activeElement?.textContent).toContain('needs no such rotation'))
    expect(screen.getByRole('tab', { name: /Highlights/ }).getAttribute('aria-selected')).toBe('true')
  })
})
