import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Words } from '../../../../components/shared/words'
import { newsSites } from '../../../../components/welcome/news-sites'
import { Welcome } from '../../../../components/welcome/Welcome'
import type { WelcomeActions, WelcomeData } from '../../../../components/welcome/welcome-actions'
import { english } from '../../../support/english'
import { findFaults } from '../../../support/find-faults'
import { settle } from '../../../support/settle'

const data: WelcomeData = {
  outlets: ['www.courier.example', 'post.example'],
  isEverySite: false,
  grantedSites: 0,
  shortcuts: [
    { description: 'Show or hide the sidebar', keys: 'Alt+Shift+S' },
    { description: 'Go to the next mark', keys: '' },
  ],
}
const actions = {
  load: vi.fn<WelcomeActions['load']>(),
  grantHosts: vi.fn<WelcomeActions['grantHosts']>(),
  grantEverySite: vi.fn<WelcomeActions['grantEverySite']>(),
  revokeAll: vi.fn<WelcomeActions['revokeAll']>(),
  persist: vi.fn<WelcomeActions['persist']>(),
  changeShortcuts: vi.fn(),
  showOptions: vi.fn(),
}
beforeEach(() => {
  vi.resetAllMocks()
  for (const step of [actions.grantHosts, actions.grantEverySite, actions.revokeAll, actions.persist]) {
    step.mockResolvedValue(true)
  }
})
afterEach(cleanup)

async function show(change: Partial<WelcomeData> = {}) {
  actions.load.mockResolvedValue({ ...data, ...change })
  const view = render(
    <Words.Provider value={english}>
      <Welcome actions={actions} />
    </Words.Provider>,
  )
  await settle()
  return view
}
const choose = (name: string) => fireEvent.click(screen.getByRole('radio', { name }))
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const said = () => screen.getByRole('status').textContent

test('begins with the choice that grants nothing, and asks the browser for nothing then', async () => {
  await show()
  expect(screen.getByRole('radio', { name: 'Only when I click' })).toHaveProperty('checked', true)
  press('Look only when I click')
  await settle()
  expect(said()).toContain('looks only when you click')
  expect(
    [actions.grantHosts, actions.grantEverySite, actions.revokeAll].flatMap(step => step.mock.calls),
  ).toEqual([])
  expect(actions.persist).toHaveBeenCalledTimes(1)
})

describe('outlets on file and news sites', () => {
  test('are granted all, at once in the click', async () => {
    await show()
    choose('Outlets on file and large news sites')
    press(/^Allow these \d+ sites$/)
    expect(actions.grantHosts).toHaveBeenCalledTimes(1)
    const [hosts = []] = actions.grantHosts.mock.calls[0] ?? []
    expect(hosts.slice(0, 2)).toEqual(['courier.example', 'post.example'])
    expect(hosts).toHaveLength(2 + newsSites.length)
    expect(actions.persist).not.toHaveBeenCalled()
    await settle()
    expect(said()).toContain('Sidelight now notices articles there by itself')
    expect(actions.load).toHaveBeenCalledTimes(2)
    expect(actions.persist).toHaveBeenCalledTimes(1)
  })

  test('are granted without those the reader left out', async () => {
    await show()
    choose('Outlets on file and large news sites')
    const news = screen.getByRole('group', { name: /Large news sites/, hidden: true })
    fireEvent.click(within(news).getByRole('button', { name: /None/, hidden: true }))
    fireEvent.click(screen.getByRole('checkbox', { name: 'post.example', hidden: true }))
    press('Allow this 1 site')
    expect(actions.grantHosts).toHaveBeenCalledWith(['courier.example'])
    await settle()
    fireEvent.click(screen.getByRole('checkbox', { name: 'courier.example', hidden: true }))
    expect(screen.getByRole('button', { name: 'Allow these 0 sites' })).toHaveProperty('disabled', true)
    fireEvent.click(within(news).getByRole('button', { name: /All/, hidden: true }))
    expect(screen.getByRole('button', { name: `Allow these ${newsSites.length} sites` })).toBeTruthy()
  })

  test('are offered also where the background gave no outlets', async () => {
    await show({ outlets: [] })
    expect(screen.queryByRole('group', { name: /Outlets on file \d/, hidden: true })).toBeNull()
    choose('Outlets on file and large news sites')
    expect(screen.getByRole('button', { name: `Allow these ${newsSites.length} sites` })).toBeTruthy()
  })
})

test('every site is granted at once in the click, and a refusal said', async () => {
  actions.grantEverySite.mockResolvedValue(false)
  await show()
  choose('Every site')
  press('Allow every site')
  expect(actions.grantEverySite).toHaveBeenCalledTimes(1)
  await settle()
  expect(said()).toContain('granted nothing new')
})

describe('what was granted', () => {
  test('is said, and taken back by its button', async () => {
    await show({ grantedSites: 12 })
    expect(screen.getByText(/may look at 12 sites/)).toBeTruthy()
    press('Take it back')
    await settle()
    expect(actions.revokeAll).toHaveBeenCalledTimes(1)
    expect(said()).toContain('looks only when you click')
  })

  test('is taken back also by choosing to click', async () => {
    await show({ isEverySite: true })
    expect(screen.getByText(/may look at every site/)).toBeTruthy()
    press('Look only when I click')
    await settle()
    expect(actions.revokeAll).toHaveBeenCalledTimes(1)
  })

  test('is said to stand where the browser keeps it', async () => {
    actions.revokeAll.mockResolvedValue(false)
    await show({ grantedSites: 1 })
    press('Take it back')
    await settle()
    expect(said()).toContain('The browser kept the permission')
  })
})

test('names the keys that the browser has', async () => {
  await show()
  expect(screen.getAllByRole('definition').map(each => each.textContent)).toEqual(['Alt+Shift+S', 'not set'])
  press('Change keys')
  expect(actions.changeShortcuts).toHaveBeenCalledTimes(1)
})

test('has no faults of accessibility', async () => {
  const { container } = await show({ grantedSites: 3 })
  for (const details of container.querySelectorAll('details')) details.open = true
  expect(await findFaults(container)).toEqual([])
})
