import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import axe from 'axe-core'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fail, succeed } from '../../../../utils/model/result'
import { defaultSettings } from '../../../../utils/model/settings'
import { makeUnknownReading, makeView } from '../../../support/make-reading'
import { renderSidebar } from '../../../support/render-sidebar'

afterEach(cleanup)

const { site } = makeView()
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const openMenu = () => press('Menu')
const pick = (name: string | RegExp) => {
  openMenu()
  fireEvent.click(screen.getByRole('menuitem', { name }))
}

/** jsdom knows no layout and no colours: contrast is measured on the tokens. */
async function findFaults(container: Element): Promise<string[]> {
  const { violations, passes } = await axe.run(container.ownerDocument, {
    rules: { 'color-contrast': { enabled: false } },
  })
  expect(passes.length).toBeGreaterThan(5)
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
}

describe('states', () => {
  test.each([
    ['loading', {}, { loadView: () => new Promise<never>(() => {}) }, 'Looking up what is on file…'],
    ['failed', {}, { loadView: async () => fail('page-gone', '') }, /The page went away/],
    ['gone', {}, { loadView: async () => fail('extension-gone', '') }, /Reload this page/],
    ['paused', { settings: { ...defaultSettings, isPaused: true } }, {}, /paused on every site/],
    ['off', { site: { ...site, isOff: true } }, {}, 'Sidelight is off on tarn-courier.example.'],
    ['dismissed', { site: { ...site, isDismissed: true } }, {}, /is about something else/],
    [
      'unknown',
      { reading: makeUnknownReading(), highlights: [] },
      {},
      'The security of the president’s handset',
    ],
    ['on file', {}, {}, 'The security of the president’s handset'],
  ])('%s says so in its heading, and has no fault that axe finds', async (_, view, actions, heading) => {
    const { container } = await renderSidebar(makeView(view), actions)
    document.documentElement.lang = 'en'
    document.title = 'Sidelight'
    expect(screen.getByRole('heading', { level: 1, name: heading })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Close' })).toBeTruthy()
    expect(await findFaults(container)).toEqual([])
  })

  test.each(['highlights', 'compare', 'menu', 'unfolded'])('no fault that axe finds: %s', async what => {
    const { container } = await renderSidebar()
    if (what === 'highlights') fireEvent.click(screen.getByRole('tab', { name: /Highlights/ }))
    if (what === 'compare')
      fireEvent.click(screen.getAllByRole('button', { name: 'Side by side' })[0] as HTMLElement)
    if (what === 'menu') openMenu()
    if (what === 'unfolded') {
      for (const details of container.querySelectorAll('details')) details.open = true
      for (const why of screen.getAllByRole('button', { name: 'Why?' })) fireEvent.click(why)
    }
    expect(await findFaults(container)).toEqual([])
  })

  test('"Try again" tries again', async () => {
    let tries = 0
    const loadView = async () => {
      tries += 1
      return tries === 1 ? fail('storage-failed', '') : succeed(makeView())
    }
    await renderSidebar(makeView(), { loadView })
    press('Try again')
    await waitFor(() => expect(screen.getByRole('tab', { name: /Claims/ })).toBeTruthy())
  })

  test('an older answer that comes late does not overwrite a newer one', async () => {
    const waiting: (() => void)[] = []
    const titles = ['older', 'newer']
    const { tell } = await renderSidebar(makeView(), {
      loadView: () => {
        const title = titles[waiting.length] ?? ''
        const reading = { ...makeUnknownReading(), dossier: null, title }
        return new Promise(resolve => waiting.push(() => resolve(succeed(makeView({ reading })))))
      },
    })
    await tell({ name: 'view/changed' })
    await waitFor(() => expect(waiting).toHaveLength(2))
    waiting[1]?.()
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('newer'))
    waiting[0]?.()
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('newer')
  })

  test('a connection lost for good says so; one that may come back can be tried', async () => {
    const { tell } = await renderSidebar()
    await tell({ name: 'connection/lost', isForGood: false })
    expect(screen.getByRole('alert')).toBeTruthy()
    press('Try again')
    await waitFor(() => expect(screen.getByRole('tab', { name: /Claims/ })).toBeTruthy())
    await tell({ name: 'connection/lost', isForGood: true })
    expect(screen.getByRole('alert').textContent).toMatch(/Reload this page/)
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  })

  test.each([
    [
      'paused',
      { settings: { ...defaultSettings, isPaused: true } },
      'Go on',
      'saveSettings',
      [{ isPaused: false }],
    ],
    ['off', { site: { ...site, isOff: true } }, 'Switch on', 'switchSite', ['tarn-courier.example', false]],
    ['dismissed', { site: { ...site, isDismissed: true } }, 'Take back', 'dismissPage', [false]],
  ] as const)('%s can be switched on again', async (_, view, button, action, values) => {
    const { actions } = await renderSidebar(makeView(view))
    press(button)
    expect(actions[action]).toHaveBeenCalledWith(...values)
  })
})

describe('what was changed is loaded once', () => {
  const wait = (ms: number) =>
    act(async () => {
      await vi.advanceTimersByTimeAsync(ms)
    })
  const loadAfter = async (news: 'before the answer' | 'after the answer' | 'not at all') => {
    const rendered = await renderSidebar(makeView(), {
      saveSettings: vi.fn(async () => {
        await new Promise(resolve => setTimeout(resolve, 50))
        if (news === 'before the answer') await rendered.tell({ name: 'view/changed' })
        await new Promise(resolve => setTimeout(resolve, 150))
        return succeed(defaultSettings)
      }),
    })
    vi.useFakeTimers()
    openMenu()
    fireEvent.click(screen.getByRole('menuitemcheckbox', { name: 'Marks on the page' }))
    await wait(210)
    if (news === 'after the answer') await rendered.tell({ name: 'view/changed' })
    await wait(5_000)
    vi.useRealTimers()
    return rendered.actions.loadView
  }

  test.each(['before the answer', 'after the answer', 'not at all'] as const)('news: %s', async news => {
    expect(await loadAfter(news)).toHaveBeenCalledTimes(2)
  })

  test('several pieces of news are one load', async () => {
    const { actions, tell } = await renderSidebar()
    vi.useFakeTimers()
    for (let times = 0; times < 5; times += 1) await tell({ name: 'view/changed' })
    await wait(5_000)
    vi.useRealTimers()
    expect(actions.loadView).toHaveBeenCalledTimes(2)
  })
})

describe('the menu', () => {
  test('opens on its first line, moves with arrows, and gives the focus back', async () => {
    await renderSidebar()
    const button = screen.getByRole('button', { name: 'Menu' })
    fireEvent.keyDown(button, { key: 'ArrowDown' })
    expect(document.activeElement?.textContent).toBe('Not about this')
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowUp' })
    expect(document.activeElement?.textContent).toBe('What is on file')
    fireEvent.keyDown(document.activeElement as Element, { key: 't' })
    expect(document.activeElement?.textContent).toBe('Take files in, in the library…')
    fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' })
    expect(document.activeElement).toBe(button)
    expect(screen.queryByRole('menu')).toBeNull()
  })

  test('switches say how they stand', async () => {
    const { actions } = await renderSidebar()
    openMenu()
    const marks = screen.getByRole('menuitemcheckbox', { name: 'Marks on the page' })
    expect(marks.getAttribute('aria-checked')).toBe('true')
    fireEvent.click(marks)
    expect(actions.saveSettings).toHaveBeenCalledWith({ areMarksShown: false })
  })

  test('"not about this" is said and taken back, as the view has it', async () => {
    let isDismissed = false
    const { actions } = await renderSidebar(makeView(), {
      loadView: async () => succeed(makeView({ site: { ...site, isDismissed } })),
      dismissPage: vi.fn(async (is: boolean) => {
        isDismissed = is
        return succeed(undefined)
      }),
    })
    pick('Not about this')
    await waitFor(() => screen.getByRole('button', { name: 'Take back' }))
    openMenu()
    expect(screen.queryByRole('menuitem', { name: 'Not about this' })).toBeNull()
    press('Take back')
    await waitFor(() => expect(screen.getByRole('tab', { name: /Claims/ })).toBeTruthy())
    expect(vi.mocked(actions.dismissPage).mock.calls).toEqual([[true], [false]])
  })

  test('the file’s name is said when it was saved', async () => {
    await renderSidebar()
    pick('Save everything as a file…')
    await waitFor(() => expect(screen.getByText('Saved as sidelight.json.')).toBeTruthy())
  })
})

test('files are taken in in the library, where there is room to look at what they would do', async () => {
  const { actions } = await renderSidebar()
  pick('Take files in, in the library…')
  expect(actions.openLibrary).toHaveBeenCalledTimes(1)
})

describe('tabs', () => {
  test('arrows move and pick, round the end', async () => {
    await renderSidebar()
    const [claims, highlights] = screen.getAllByRole('tab')
    claims?.focus()
    fireEvent.keyDown(claims as Element, { key: 'ArrowLeft' })
    expect(document.activeElement).toBe(highlights)
    expect(highlights?.getAttribute('aria-selected')).toBe('true')
    expect(screen.getAllByRole('tabpanel')).toHaveLength(1)
    fireEvent.keyDown(highlights as Element, { key: 'Home' })
    expect(document.activeElement).toBe(claims)
  })
})
