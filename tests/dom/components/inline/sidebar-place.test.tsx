import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Handle } from '../../../../components/inline/Handle'
import { SidebarFrame } from '../../../../components/inline/SidebarFrame'
import { nearestSheet, sheetPx } from '../../../../components/inline/sheet-px'
import { Words } from '../../../../components/shared/words'
import { defaultPlace, type SidebarPlace } from '../../../../utils/model/sidebar-place'
import { english } from '../../../support/english'
import { findFaults } from '../../../support/find-faults'

const onPlace = vi.fn()
const onClose = vi.fn()
beforeEach(() => {
  vi.resetAllMocks()
})
afterEach(cleanup)

const setWindow = (width: number, height = 800) =>
  act(() => {
    Object.assign(window, { innerWidth: width, innerHeight: height })
    window.dispatchEvent(new Event('resize'))
  })

const showFrame = (place: Partial<SidebarPlace> = {}) =>
  render(
    <Words.Provider value={english}>
      <SidebarFrame
        src="about:blank"
        isReady
        place={{ ...defaultPlace, ...place }}
        onRetry={vi.fn()}
        onClose={onClose}
        onPlace={onPlace}
      />
    </Words.Provider>,
  )
const edge = () => screen.getByRole('separator')
const frame = () => screen.getByRole('region')
const now = () => Number(edge().getAttribute('aria-valuenow'))
const press = (key: string) => fireEvent.keyDown(edge(), { key })
const letGo = () => fireEvent.keyUp(edge())
const drag = (element: Element, from: [number, number], ...ways: [number, number][]) => {
  fireEvent.pointerDown(element, { button: 0, clientX: from[0], clientY: from[1], pointerId: 1 })
  for (const [clientX, clientY] of ways) fireEvent.pointerMove(element, { clientX, clientY, pointerId: 1 })
}
const drop = (element: Element) => fireEvent.lostPointerCapture(element, { pointerId: 1 })

describe('the sidebar’s edge', () => {
  beforeEach(() => setWindow(1400))

  test('says how wide it is and may be', async () => {
    const { container } = showFrame()
    expect(edge().getAttribute('aria-label')).toBe('Width of the sidebar')
    expect(edge().getAttribute('aria-orientation')).toBe('vertical')
    expect(
      ['aria-valuemin', 'aria-valuenow', 'aria-valuemax'].map(name => edge().getAttribute(name)),
    ).toEqual(['300', '392', '720'])
    expect(frame().style.width).toBe('392px')
    expect(await findFaults(container)).toEqual([])
  })

  test('is moved by keys: outwards, inwards, to both ends; kept when the key is let go', () => {
    showFrame()
    expect(press('ArrowLeft')).toBe(false)
    press('ArrowLeft')
    expect(now()).toBe(424)
    expect(frame().style.width).toBe('424px')
    expect(onPlace).not.toHaveBeenCalled()
    letGo()
    expect(onPlace.mock.calls).toEqual([[{ widthPx: 424 }]])
    press('End')
    expect(now()).toBe(720)
    press('ArrowLeft')
    expect(now()).toBe(720)
    press('Home')
    expect(now()).toBe(300)
    press('ArrowRight')
    expect(now()).toBe(300)
  })

  test('on the left side is mirrored', () => {
    showFrame({ side: 'left' })
    press('ArrowRight')
    expect(now()).toBe(408)
    fireEvent.blur(edge())
    expect(onPlace).toHaveBeenCalledWith({ widthPx: 408 })
    drag(edge(), [392, 50], [450, 50])
    expect(frame().style.width).toBe('450px')
  })

  test('is dragged, shown as it goes, and kept when it is let go', () => {
    showFrame()
    drag(edge(), [1008, 300], [1000, 300], [908, 310])
    expect(frame().style.width).toBe('492px')
    expect(frame().className).toContain('held')
    expect(onPlace).not.toHaveBeenCalled()
    drop(edge())
    expect(onPlace.mock.calls).toEqual([[{ widthPx: 492 }]])
    expect(frame().className).not.toContain('held')
    drag(edge(), [1008, 300], [100, 300])
    expect(frame().style.width).toBe('720px')
  })

  test('does not move with another button, nor by a trembling hand', () => {
    showFrame()
    fireEvent.pointerDown(edge(), { button: 2, clientX: 1008, clientY: 0 })
    fireEvent.pointerMove(edge(), { clientX: 800, clientY: 0 })
    drag(edge(), [1008, 300], [1006, 301])
    drop(edge())
    expect(frame().style.width).toBe('392px')
    expect(onPlace).not.toHaveBeenCalled()
  })

  test('a double click sets it back', () => {
    showFrame({ widthPx: 600 })
    fireEvent.dblClick(edge())
    expect(onPlace).toHaveBeenCalledWith({ widthPx: 392 })
  })

  test('a window that becomes narrower makes it narrower, at the end a sheet: the frame in it stays', () => {
    showFrame({ widthPx: 720 })
    const page = screen.getByTitle(english('inline_sidebar'))
    setWindow(1000)
    expect([frame().style.width, edge().getAttribute('aria-valuemax')]).toEqual(['600px', '600'])
    setWindow(599)
    expect([frame().style.width, frame().style.height]).toEqual(['', '400px'])
    setWindow(1400)
    expect([frame().style.width, frame().style.height]).toEqual(['720px', ''])
    expect(screen.getByTitle(english('inline_sidebar'))).toBe(page)
  })
})

describe('the sheet from below', () => {
  beforeEach(() => setWindow(500, 800))

  test('has three heights', () => {
    expect((['peek', 'half', 'full'] as const).map(sheet => sheetPx(sheet, 800))).toEqual([120, 400, 760])
    expect([130, 250, 270, 570, 600].map(px => nearestSheet(px, 800))).toEqual([
      'peek',
      'peek',
      'half',
      'half',
      'full',
    ])
  })

  test('says which, and goes from one to the next by keys', async () => {
    const { container } = showFrame()
    expect(edge().getAttribute('aria-orientation')).toBe('horizontal')
    expect(edge().getAttribute('aria-valuetext')).toBe('Half of the window')
    press('ArrowUp')
    expect(edge().getAttribute('aria-valuetext')).toBe('All of the window')
    press('ArrowUp')
    letGo()
    expect(onPlace.mock.calls).toEqual([[{ sheet: 'full' }]])
    press('Home')
    expect(edge().getAttribute('aria-valuetext')).toBe('Only its head')
    press('ArrowDown')
    letGo()
    expect(onPlace).toHaveBeenLastCalledWith({ sheet: 'peek' })
    expect(await findFaults(container)).toEqual([])
  })

  test('is dragged to the height that is nearest', () => {
    showFrame()
    drag(edge(), [250, 410], [250, 650])
    expect(frame().style.height).toBe('160px')
    drop(edge())
    expect(onPlace.mock.calls).toEqual([[{ sheet: 'peek' }]])
    // The click that ends a way is none.
    fireEvent.click(edge())
    expect(onPlace).toHaveBeenCalledTimes(1)
  })

  test.each([
    ['peek', 'half'],
    ['half', 'full'],
    ['full', 'half'],
  ] as const)('a tap on %s makes it %s', (sheet, next) => {
    showFrame({ sheet })
    drag(edge(), [250, 410])
    drop(edge())
    fireEvent.click(edge())
    expect(onPlace.mock.calls).toEqual([[{ sheet: next }]])
  })

  test('Escape closes it; at a side it does not', () => {
    showFrame()
    press('Escape')
    expect(onClose).toHaveBeenCalledTimes(1)
    setWindow(1400)
    press('Escape')
    expect(onClose).toHaveBeenCalledTimes(1)
  })
})

describe('the handle', () => {
  const onOpen = vi.fn()
  const onHide = vi.fn()
  beforeEach(() => setWindow(1400, 1000))
  const showHandle = (place: Partial<SidebarPlace> = {}, takesFocus = false) => {
    render(
      <Words.Provider value={english}>
        <Handle
          claims={3}
          isDisputed={false}
          place={{ ...defaultPlace, ...place }}
          takesFocus={takesFocus}
          onOpen={onOpen}
          onPlace={onPlace}
          onHide={onHide}
        />
      </Words.Provider>,
    )
    return screen.getByRole('button', { name: /claims/ })
  }

  test('is moved by keys, and stays in the window', () => {
    const handle = showHandle()
    for (let times = 0; times < 3; times += 1) fireEvent.keyDown(handle, { key: 'ArrowDown' })
    fireEvent.keyUp(handle)
    expect(onPlace).toHaveBeenLastCalledWith({ handleAt: 0.428 })
    for (let times = 0; times < 90; times += 1) fireEvent.keyDown(handle, { key: 'ArrowUp' })
    fireEvent.keyUp(handle)
    expect(onPlace).toHaveBeenLastCalledWith({ handleAt: 0 })
    expect(onOpen).not.toHaveBeenCalled()
  })

  test('is dragged, and does not open by that', () => {
    const handle = showHandle()
    drag(handle, [1390, 400], [1380, 600])
    drop(handle)
    fireEvent.click(handle, { detail: 1 })
    expect(onPlace.mock.calls).toEqual([[{ handleAt: 0.58 }]])
    expect(onOpen).not.toHaveBeenCalled()
    drag(handle, [1390, 400], [1380, 9000])
    drop(handle)
    expect(onPlace).toHaveBeenLastCalledWith({ handleAt: 0.89 })
  })

  test('opens by a click, and says whether that was by keyboard', () => {
    const handle = showHandle()
    drag(handle, [1390, 400])
    drop(handle)
    fireEvent.click(handle, { detail: 1 })
    fireEvent.click(handle, { detail: 0 })
    expect(onOpen.mock.calls).toEqual([[false], [true]])
  })

  test('can be hidden, by its button and by a key', () => {
    const handle = showHandle()
    fireEvent.click(screen.getByRole('button', { name: /^Hide the handle/ }))
    fireEvent.keyDown(handle, { key: 'Delete' })
    expect(onHide).toHaveBeenCalledTimes(2)
  })

  test('takes the focus where the sidebar gave it back', () => {
    expect(document.activeElement).toBe(document.body)
    const handle = showHandle({}, true)
    expect(document.activeElement).toBe(handle)
  })
})
