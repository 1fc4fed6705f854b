import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { fail } from '../../../../utils/model/result'
import { defaultSettings, type Settings } from '../../../../utils/model/settings'
import type { Beside } from '../../../../utils/model/sidebar-place'
import { english } from '../../../support/english'
import { findFaults } from '../../../support/find-faults'
import { makeView } from '../../../support/make-reading'
import { renderSidebar } from '../../../support/render-sidebar'

afterEach(() => {
  cleanup()
  document.documentElement.removeAttribute('style')
})

const show = (settings: Partial<Settings> = {}, beside: Partial<Beside> = {}) =>
  renderSidebar(
    makeView({
      settings: { ...defaultSettings, ...settings },
      beside: { covers: false, isOtherSideFree: false, room: null, ...beside },
    }),
  )
const openMenu = () => fireEvent.click(screen.getByRole('button', { name: 'Menu' }))
const line = (name: string | RegExp, role = 'menuitem') => screen.getByRole(role, { name })

describe('the menu', () => {
  test('makes the text larger and smaller, says how large it is, and stays for more', async () => {
    const { actions } = await show({ textPercent: 112 })
    openMenu()
    fireEvent.click(line(/^Larger text\s*112%/))
    // Before anything was saved: a second press goes on from there.
    await act(() => {})
    fireEvent.click(line(/^Larger text\s*125%/))
    await act(() => {})
    fireEvent.click(line('Smaller text'))
    const steps = actions.saveSettings.mock.calls.map(([change]) => change.textPercent)
    expect(steps).toEqual([125, 150, 125])
    expect(screen.getByRole('menu')).toBeTruthy()
  })

  test.each([
    [87, 'Smaller text'],
    [150, /^Larger text/],
  ] as const)('goes no further than %i', async (textPercent, name) => {
    const { actions } = await show({ textPercent })
    openMenu()
    expect(line(name).getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(line(name))
    expect(actions.saveSettings).not.toHaveBeenCalled()
  })

  test('a change that fails goes back, and says so', async () => {
    const { actions } = await show({ textPercent: 100 })
    actions.saveSettings.mockResolvedValue(fail('storage-failed', ''))
    openMenu()
    fireEvent.click(line(/^Larger text/))
    await waitFor(() => expect(screen.getByText(english('failure_storageFailed'))).toBeTruthy())
    await waitFor(() => expect(line(/^Larger text\s*100%/)).toBeTruthy())
  })

  test('puts it on the other side', async () => {
    const { actions } = await show()
    openMenu()
    fireEvent.click(line('Put it on the left'))
    expect(actions.saveSettings).toHaveBeenCalledWith({ side: 'left' })
  })

  test.each([
    [false, { isHandleOnly: true }],
    // Chosen again it opens again, also where it was closed last.
    [true, { isHandleOnly: false, isSidebarOpen: true }],
  ])('opening by itself is one choice (only the handle: %s)', async (isHandleOnly, change) => {
    const { actions } = await show({ isHandleOnly, isSidebarOpen: false })
    openMenu()
    const opens = line('Open by itself where it covers no words', 'menuitemcheckbox')
    expect(opens.getAttribute('aria-checked')).toBe(String(!isHandleOnly))
    fireEvent.click(opens)
    expect(actions.saveSettings).toHaveBeenCalledWith(change)
  })
})

test('the text is as large as the reader wants it', async () => {
  await show({ textPercent: 125 })
  expect(document.documentElement.style.getPropertyValue('--text')).toBe('1.25')
})

describe('over words of the article', () => {
  const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
  const offer = () => screen.queryByText('On this page the sidebar stands over words of the article.')

  test('it offers to make room, and the other side where that is free', async () => {
    const { actions, container } = await show({}, { covers: true, isOtherSideFree: true })
    expect(offer()).toBeTruthy()
    expect(await findFaults(container)).toEqual([])
    press('Put it on the left')
    press('Make room')
    expect(actions.saveSettings.mock.calls).toEqual([[{ side: 'left' }], [{ makesRoom: true }]])
    press('Leave it so')
    expect(offer()).toBeNull()
  })

  test('no side that is covered too is offered', async () => {
    await show({ side: 'left' }, { covers: true })
    expect(screen.queryByRole('button', { name: /^Put it/ })).toBeNull()
  })

  test.each([
    ['scrolls', /scrolled sideways/],
    ['covered', /does not let its column/],
    ['narrow', /too narrow/],
    ['overlaid', /stays in place/],
    ['refused', /browser did not allow/],
  ] as const)('room that was taken back is told, with the reason: %s', async (room, words) => {
    await show({ makesRoom: true }, { covers: true, room })
    expect(screen.getByText(words).textContent).toContain('taken back at once')
    expect(screen.queryByRole('button', { name: 'Make room' })).toBeNull()
  })

  test('where it covers none nothing is said', async () => {
    await show({ makesRoom: true }, { room: 'made' })
    expect(screen.queryByRole('button', { name: 'Leave it so' })).toBeNull()
  })
})

describe('Escape', () => {
  test('asks to close a sheet; in a menu or a field it belongs to those', async () => {
    const { actions } = await show()
    fireEvent.keyDown(document.body, { key: 'Escape' })
    expect(actions.close.mock.calls).toEqual([[true]])
    openMenu()
    fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' })
    fireEvent.click(screen.getByRole('tab', { name: /Highlights/ }))
    fireEvent.keyDown(screen.getAllByRole('textbox')[0] as Element, { key: 'Escape' })
    expect(actions.close).toHaveBeenCalledTimes(1)
  })

  test('in a comparison leads back to the questions first', async () => {
    const { actions } = await show()
    fireEvent.click(screen.getAllByRole('button', { name: 'Side by side' })[0] as Element)
    fireEvent.keyDown(document.activeElement as Element, { key: 'Escape' })
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull()
    expect(actions.close).not.toHaveBeenCalled()
  })
})
