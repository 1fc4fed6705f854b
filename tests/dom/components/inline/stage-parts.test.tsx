import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import type { ComponentChildren } from 'preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Handle } from '../../../../components/inline/Handle'
import { Notice, type NoticeContent } from '../../../../components/inline/Notice'
import { SelectionTools } from '../../../../components/inline/SelectionTools'
import { SidebarFrame } from '../../../../components/inline/SidebarFrame'
import { Words } from '../../../../components/shared/words'
import { defaultSettings, lookOf } from '../../../../utils/model/settings'
import { defaultPlace } from '../../../../utils/model/sidebar-place'
import { english } from '../../../support/english'
import { findFaults } from '../../../support/find-faults'

const inWords = (children: ComponentChildren) => <Words.Provider value={english}>{children}</Words.Provider>

const noNames = defaultSettings.colourNames

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('the buttons at a selection', () => {
  const look = lookOf({ ...defaultSettings, colour: 'blue', colourNames: { ...noNames, pink: 'Doubts' } })
  const tools = (more: Partial<Parameters<typeof SelectionTools>[0]> = {}) => {
    const does = { onHighlight: vi.fn(), onNote: vi.fn(), onCompare: vi.fn(), onMakeClaim: vi.fn() }
    const shown = { place: { x: 3, y: 4 }, shortcut: 'Alt+Shift+H', look, ...does, ...more }
    return { ...render(inWords(<SelectionTools {...shown} />)), ...does }
  }

  test('do not take the selection away, highlight, and ask what is on file', async () => {
    const { container, onHighlight, onNote, onCompare } = tools()
    const group = screen.getByRole('toolbar', { name: 'The selected words' })
    expect(group.style.left).toBe('3px')
    const buttons = screen.getAllByRole('button')
    for (const each of [...buttons, group]) {
      // False: somebody prevented what the press would do.
      expect(fireEvent.mouseDown(each)).toBe(false)
      expect(fireEvent.pointerDown(each)).toBe(false)
    }
    for (const button of buttons) fireEvent.click(button)
    expect(onHighlight.mock.calls).toEqual([[null], ['yellow'], ['green'], ['blue'], ['pink'], ['violet']])
    expect([onNote.mock.calls.length, onCompare.mock.calls.length]).toEqual([1, 1])
    expect(buttons[0]?.textContent).toContain('Alt+Shift+H')
    expect(await findFaults(container)).toEqual([])
  })

  test('are one stop of Tab; arrows go round them, and with Shift stay the selection’s', () => {
    tools()
    const buttons = screen.getAllByRole('button')
    const stops = () => buttons.filter(({ tabIndex }) => tabIndex === 0)
    const press = (key: string, more: KeyboardEventInit = {}) => {
      const at = document.activeElement ?? document.body
      return fireEvent.keyDown(at, { key, ...more })
    }
    expect(stops()).toEqual([buttons[0]])
    act(() => buttons[0]?.focus())
    for (const [key, at] of [
      ['ArrowRight', 1],
      ['ArrowLeft', 0],
      ['ArrowLeft', buttons.length - 1],
      ['Home', 0],
      ['End', buttons.length - 1],
    ] as const) {
      let isFree = true
      act(() => {
        isFree = press(key)
      })
      expect(isFree).toBe(false)
      expect(document.activeElement).toBe(buttons[at])
      expect(stops()).toEqual([buttons[at]])
    }
    expect(press('ArrowLeft', { shiftKey: true })).toBe(true)
    expect(document.activeElement).toBe(buttons.at(-1))
  })

  test('name the colours as the reader does, and show which was used last', () => {
    tools()
    const colours = within(screen.getByRole('group', { name: 'Highlight in a colour' })).getAllByRole(
      'button',
    )
    expect(colours.map(button => button.getAttribute('aria-label'))).toEqual([
      'Yellow',
      'Green',
      'Blue',
      'Doubts',
      'Violet',
    ])
    expect(colours.map(({ className }) => className)).toEqual(['', '', 'is-last', '', ''])
    expect(screen.getByRole('button', { name: /^Highlight/ }).querySelector('.colour-blue')).not.toBeNull()
  })

  test('show no key where none is set', () => {
    tools({ shortcut: null, look: null })
    const [first] = screen.getAllByRole('button')
    expect(first?.textContent).toBe('Highlight')
  })
})

describe('the handle', () => {
  const still = { place: defaultPlace, onOpen: vi.fn(), onPlace: vi.fn(), onHide: vi.fn() }

  test('says how many claims are on file, and that some are disputed', async () => {
    const open = vi.fn()
    const { container } = render(inWords(<Handle {...still} claims={13} isDisputed onOpen={open} />))
    const handle = screen.getByRole('button', {
      name: 'Sidelight: 13 claims of this article bear on what is on file, some of it disputed',
    })
    expect(handle.textContent).toContain('13')
    expect(handle.textContent).toContain('≠')
    fireEvent.click(handle)
    expect(open).toHaveBeenCalledTimes(1)
    expect(await findFaults(container)).toEqual([])
  })

  test('shows no number where only highlights are here', () => {
    render(inWords(<Handle {...still} claims={0} isDisputed={false} />))
    expect(screen.getByRole('button', { name: /claims/ }).textContent).toBe('')
  })

  test('counts sentences where the article is not on file, and calls them so', () => {
    render(inWords(<Handle {...still} claims={0} sentences={4} isDisputed={false} />))
    const handle = screen.getByRole('button', { name: 'Sidelight: 4 sentences may speak of what is on file' })
    expect(handle.textContent).toBe('4')
  })
})

describe('the sidebar’s frame', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  const frame = (isReady: boolean, retry = vi.fn(), close = vi.fn()) =>
    inWords(
      <SidebarFrame
        src="about:blank"
        isReady={isReady}
        place={defaultPlace}
        onRetry={retry}
        onClose={close}
        onPlace={vi.fn()}
      />,
    )
  const wait = (ms: number) =>
    act(() => {
      vi.advanceTimersByTime(ms)
    })

  test('has a title and says nothing as long as there is hope', async () => {
    const { rerender } = render(frame(false))
    expect(screen.getByTitle(english('inline_sidebar')).tagName).toBe('IFRAME')
    await wait(4999)
    expect(screen.queryByRole('alert')).toBeNull()
    rerender(frame(true))
    await wait(60_000)
    expect(screen.queryByRole('alert')).toBeNull()
  })

  test('says after five seconds that it did not load, and loads a new frame', async () => {
    const retry = vi.fn()
    const close = vi.fn()
    render(frame(false, retry, close))
    await wait(5000)
    expect(screen.getByRole('alert').textContent).toContain('The sidebar did not load')
    const first = screen.getByTitle(english('inline_sidebar'))
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(close).toHaveBeenCalledTimes(1)
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(retry).toHaveBeenCalledTimes(1)
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.getByTitle(english('inline_sidebar'))).not.toBe(first)
    await wait(5000)
    expect(screen.getByRole('alert')).toBeTruthy()
  })

  test.each<[string, boolean, number]>([
    ['loading', false, 60_000],
    ['standing', true, 60_000],
    ['failed', false, 0],
  ])('has no faults of accessibility: %s', async (state, isReady, patienceMs) => {
    vi.useRealTimers()
    const { container } = render(
      inWords(
        <SidebarFrame
          src="about:blank"
          isReady={isReady}
          place={defaultPlace}
          onRetry={vi.fn()}
          onClose={vi.fn()}
          onPlace={vi.fn()}
          patienceMs={patienceMs}
        />,
      ),
    )
    if (state === 'failed') await screen.findByRole('alert')
    expect(await findFaults(container)).toEqual([])
  })

  test('takes the sentence back when it comes after all', async () => {
    const { rerender } = render(frame(false))
    await wait(5000)
    rerender(frame(true))
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('a notice', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  const show = (notice: NoticeContent | null, end: () => void) =>
    inWords(<Notice notice={notice} onEnd={end} lastsMs={10_000} />)

  test('is said in a region that was there before, and goes by itself', () => {
    const end = vi.fn()
    const { rerender } = render(show(null, end))
    const region = screen.getByRole('status')
    expect(region.textContent).toBe('')
    rerender(show({ text: 'Highlight saved' }, end))
    expect(region.textContent).toContain('Highlight saved')
    vi.advanceTimersByTime(10_000)
    expect(end).toHaveBeenCalledTimes(1)
  })

  test('waits while pointer or focus is on it', () => {
    const end = vi.fn()
    const undo = vi.fn()
    render(show({ text: 'Highlight saved', action: { label: 'Undo', run: undo } }, end))
    const button = screen.getByRole('button', { name: 'Undo' })
    button.focus()
    vi.advanceTimersByTime(60_000)
    expect(end).not.toHaveBeenCalled()
    fireEvent.click(button)
    expect(undo).toHaveBeenCalledTimes(1)
    button.blur()
    vi.advanceTimersByTime(10_000)
    expect(end).toHaveBeenCalledTimes(1)
  })

  test('goes at once where it is closed', () => {
    const end = vi.fn()
    render(show({ text: 'Highlight saved' }, end))
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(end).toHaveBeenCalledTimes(1)
  })

  test.each<[string, NoticeContent | null]>([
    ['without words', null],
    ['with a step', { text: 'Highlight saved', action: { label: 'Undo', run: () => {} } }],
  ])('has no faults of accessibility: %s', async (_, notice) => {
    vi.useRealTimers()
    const { container } = render(show(notice, vi.fn()))
    expect(await findFaults(container)).toEqual([])
  })
})
