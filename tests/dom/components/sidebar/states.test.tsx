import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import axe from 'axe-core'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { FileWatch } from '../../../../utils/model/backup'
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
    expect(document.activeElement?.textContent).toBe('Take a file in…')
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

describe('taking a file in', () => {
  const take = (container: Element, file: File) => {
    const input = container.querySelector('input[type=file]') as HTMLInputElement
    Object.defineProperty(input, 'files', { value: [file], configurable: true })
    fireEvent.change(input)
  }

  test('the result is said in words', async () => {
    const { container, actions } = await renderSidebar()
    take(container, new File(['{}'], 'a.json'))
    await waitFor(() => expect(screen.getByText('Taken in: 12 added, 3 updated.')).toBeTruthy())
    await waitFor(() => expect(actions.loadView).toHaveBeenCalledTimes(2))
  })

  test('a broken file is refused with the path of the fault', async () => {
    const faults = [
      'claims[3].bearsOn[0].question: no such question',
      'articles[0].url: must be a web address (http or https)',
      '… and 40 more',
    ]
    const { container } = await renderSidebar(makeView(), {
      importFile: async () => fail('bad-input', faults.join('\n')),
    })
    take(container, new File(['{}'], 'a.json'))
    await waitFor(() => screen.getByText('That file has a fault, so nothing was taken in.'))
    expect([...container.querySelectorAll('code')].map(code => code.textContent)).toEqual([
      'claims[3].bearsOn[0].question',
      'articles[0].url',
    ])
    const further = screen.getByText('Further faults').closest('details')
    expect(further?.open).toBe(false)
    expect([...(further?.querySelectorAll('li') ?? [])].map(item => item.textContent?.trim())).toEqual([
      'articles[0].url must be a web address (http or https)',
      '… and 40 more',
    ])
    expect(await findFaults(container)).toEqual([])
  })

  test('what a file of another program had besides is said with its place', async () => {
    const { container } = await renderSidebar(makeView(), {
      importFile: async () =>
        succeed({
          format: 'highlights',
          report: { added: 1, updated: 0, unchanged: 0, removed: 0 },
          refused: { count: 1, detail: 'rows[3].uri: must be a web address (http or https)' },
        }),
    })
    take(container, new File(['[]'], 'notes.json'))
    await waitFor(() => screen.getByText('1 entry was not taken in:'))
    expect(screen.getByText('Taken in: 1 added, 0 updated.')).toBeTruthy()
    expect(screen.getByText('rows[3].uri').tagName).toBe('CODE')
    expect(await findFaults(container)).toEqual([])
  })

  test('one fault has no further ones', async () => {
    const { container } = await renderSidebar(makeView(), {
      importFile: async () => fail('bad-input', 'the file is empty'),
    })
    take(container, new File([''], 'a.json'))
    await waitFor(() => screen.getByText('the file is empty'))
    expect(screen.queryByText('Further faults')).toBeNull()
  })

  test('a large file is taken in elsewhere', async () => {
    const { container, actions } = await renderSidebar()
    const large = new File(['{}'], 'a.json')
    Object.defineProperty(large, 'size', { value: 20_000_001 })
    take(container, large)
    await waitFor(() => expect(screen.getByText(/on the options page/)).toBeTruthy())
    expect(actions.importFile).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: 'Open the options page' }))
    expect(actions.openOptions).toHaveBeenCalledTimes(1)
  })

  test('its way is shown, and can be broken off', async () => {
    let watch: FileWatch | null = null
    const { container } = await renderSidebar(makeView(), {
      importFile: (_file, given) => {
        watch = given
        given.onProgress({ phase: 'reading', share: 0.5, articles: 1, claims: 12 })
        return new Promise(resolve => {
          given.signal.addEventListener('abort', () => resolve(fail('cancelled', '')))
        })
      },
    })
    take(container, new File(['{}'], 'a.json'))
    await waitFor(() => screen.getByText('Taking in: 50 %, 12 claims so far'))
    expect(screen.getByRole('progressbar')).toHaveProperty('value', 50)
    expect(await findFaults(container)).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect((watch as FileWatch | null)?.signal.aborted).toBe(true)
    await waitFor(() => screen.getByText('Cancelled. Nothing was changed.'))
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  test('what it says is read then: that is shown, and need not be waited for', async () => {
    let watch: FileWatch | null = null
    const { container } = await renderSidebar(makeView(), {
      importFile: async (_file, given) => {
        watch = given
        given.signal.addEventListener('abort', () => given.onComparing?.(null))
        return succeed({ format: 'dossier', report: { added: 7, updated: 0, unchanged: 0, removed: 0 } })
      },
    })
    take(container, new File(['{}'], 'a.json'))
    await waitFor(() => screen.getByText(/7 (new|added)/))
    await act(() => (watch as FileWatch | null)?.onComparing?.({ done: 1_200, of: 10_000 }))
    expect(screen.getByText('Reading claims for comparison: 1,200 of 10,000')).toBeTruthy()
    expect(screen.getByRole('progressbar', { name: 'Reading claims' })).toHaveProperty('value', 12)
    expect(screen.getByText(/7 (new|added)/)).toBeTruthy()
    expect(await findFaults(container)).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Go on in the background' }))
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
    expect((watch as FileWatch | null)?.signal.aborted).toBe(true)
  })
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
