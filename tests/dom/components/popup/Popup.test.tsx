import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Popup } from '../../../../components/popup/Popup'
import type { PopupActions } from '../../../../components/popup/popup-actions'
import { Words } from '../../../../components/shared/words'
import type { PageStatus } from '../../../../utils/messaging/protocol'
import type { PageVerdict } from '../../../../utils/model/page-facts'
import type { Reason } from '../../../../utils/model/reason'
import { fail, succeed } from '../../../../utils/model/result'
import { english } from '../../../support/english'
import { findFaults } from '../../../support/find-faults'
import { settle } from '../../../support/settle'

const host = 'courier.example'
const reasons: Reason[] = [{ rule: 'rule-of-a-later-version', values: ['phone', 'premier'] }]
const judged = (verdict: PageVerdict): PageStatus => ({
  state: 'judged',
  host,
  judgement: { verdict, dossier: null, reasons },
  isReading: false,
})
const notGranted = (verdict: PageVerdict): PageStatus => ({
  state: 'not-granted',
  host,
  judgement: { verdict, dossier: null, reasons },
})

const actions = {
  inspect: vi.fn<PopupActions['inspect']>(),
  open: vi.fn<PopupActions['open']>(),
  findSelected: vi.fn<PopupActions['findSelected']>(),
  grantSite: vi.fn<PopupActions['grantSite']>(),
  takeDismissalBack: vi.fn<PopupActions['takeDismissalBack']>(),
  switchSite: vi.fn<PopupActions['switchSite']>(),
  setPaused: vi.fn<PopupActions['setPaused']>(),
  showLibrary: vi.fn(),
  showOptions: vi.fn(),
  showWelcome: vi.fn(),
}
beforeEach(() => {
  vi.resetAllMocks()
  for (const step of [actions.open, actions.takeDismissalBack, actions.switchSite, actions.setPaused]) {
    step.mockResolvedValue(succeed(undefined))
  }
})
afterEach(cleanup)

/** Shows the popup over pages of these statuses, one after the other, and waits until it stands. */
async function show(first: PageStatus, ...later: PageStatus[]) {
  actions.inspect.mockResolvedValue(succeed(later.at(-1) ?? first))
  for (const status of [first, ...later]) actions.inspect.mockResolvedValueOnce(succeed(status))
  const view = render(
    <Words.Provider value={english}>
      <Popup actions={actions} />
    </Words.Provider>,
  )
  await settle()
  return view
}
const heading = () => screen.getByRole('heading', { level: 2 }).textContent
const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }))
  await settle()
}

describe('on a page that was spotted', () => {
  test.each<[PageVerdict, string]>([
    ['known', 'This article is on file'],
    ['spotted', 'A news article on a topic that is on file'],
    ['highlighted', 'You have highlights on this page'],
  ])('%s: says so and opens the sidebar', async (verdict, sentence) => {
    await show(judged(verdict))
    expect(heading()).toBe(sentence)
    await press('Open the sidebar')
    expect(actions.open).toHaveBeenCalledTimes(1)
  })

  test('says why, with what decided even for a rule it does not know', async () => {
    await show(judged('spotted'))
    expect(document.querySelector('details')?.textContent).toContain('phone, premier')
  })

  test('says when opening failed, and lets it be tried again', async () => {
    actions.open.mockResolvedValue(fail('page-gone', ''))
    await show(judged('spotted'))
    await press('Open the sidebar')
    expect(screen.getByRole('status').textContent).toBe('That did not work on this page.')
    expect(screen.getByRole('button', { name: 'Open the sidebar' })).toHaveProperty('disabled', false)
  })
})

test.each<[PageVerdict, string]>([
  ['off-topic', 'Not on a topic that is on file'],
  ['not-an-article', 'This does not look like a news article'],
])('on a page that is %s it says why not at once, and compares anyway', async (verdict, sentence) => {
  await show(judged(verdict))
  expect(heading()).toBe(sentence)
  expect(document.querySelector('details')).toBeNull()
  expect(screen.getByRole('list').textContent).toContain('phone, premier')
  await press('Compare anyway')
  expect(actions.open).toHaveBeenCalledTimes(1)
})

describe('where the reader turned it off', () => {
  test('it is switched on again for the site, and the page looked at anew', async () => {
    await show(judged('off'), judged('spotted'))
    expect(heading()).toBe('Sidelight is off on courier.example')
    await press('Switch on for courier.example')
    expect(actions.switchSite).toHaveBeenCalledWith(host, false)
    expect(heading()).toBe('A news article on a topic that is on file')
  })

  test('a pause ends', async () => {
    await show(judged('paused'), judged('off-topic'))
    await press('Go on')
    expect(actions.setPaused).toHaveBeenCalledWith(false)
    expect(heading()).toBe('Not on a topic that is on file')
  })

  test('"not about this" is taken back', async () => {
    await show(judged('dismissed'), judged('known'))
    await press('It is, after all')
    expect(actions.takeDismissalBack).toHaveBeenCalledTimes(1)
    expect(heading()).toBe('This article is on file')
  })

  test('it can be turned off and paused from here', async () => {
    await show(judged('spotted'), judged('off'), judged('paused'))
    await press('Off on this site')
    expect(actions.switchSite).toHaveBeenCalledWith(host, true)
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull()
  })
})

describe('on a site that was not granted', () => {
  test('asks the browser while the click is still going on', async () => {
    actions.grantSite.mockResolvedValue(true)
    await show(notGranted('spotted'), judged('spotted'))
    expect(
      screen.getByText('On courier.example, Sidelight looks only when you click its button.'),
    ).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Always on courier.example' }))
    // At once: a browser refuses to ask later.
    expect(actions.grantSite).toHaveBeenCalledWith(host)
    await settle()
    expect(screen.queryByRole('button', { name: 'Always on courier.example' })).toBeNull()
  })

  test('says that nothing changed when the reader refuses', async () => {
    actions.grantSite.mockResolvedValue(false)
    await show(notGranted('off-topic'))
    await press('Always on courier.example')
    expect(screen.getByRole('status').textContent).toContain('Nothing was changed')
  })
})

describe('words selected on the page', () => {
  const ask = 'What is on file about the selected words?'

  test.each<[string, PageStatus]>([
    ['spotted', judged('spotted')],
    ['off topic', judged('off-topic')],
    ['not granted', notGranted('not-an-article')],
  ])('are looked up: %s', async (_, status) => {
    actions.findSelected.mockResolvedValue(succeed(true))
    await show(status)
    await press(ask)
    expect(actions.findSelected).toHaveBeenCalledTimes(1)
    expect(screen.getByRole('status').textContent).toBe('')
  })

  test('it says where none are, and where it did not work', async () => {
    actions.findSelected.mockResolvedValueOnce(succeed(false))
    actions.findSelected.mockResolvedValueOnce(fail('page-gone', ''))
    await show(judged('off-topic'))
    await press(ask)
    expect(screen.getByRole('status').textContent).toMatch(/^Select some words on the page first/)
    await press(ask)
    expect(screen.getByRole('status').textContent).toBe('That did not work on this page.')
  })

  test.each<PageVerdict>(['off', 'paused'])('are not offered where Sidelight is %s', async verdict => {
    await show(judged(verdict))
    expect(screen.queryByRole('button', { name: ask })).toBeNull()
  })
})

test('a page closed to extensions is named as that, and offers nothing', async () => {
  await show({ state: 'closed-to-us' })
  expect(heading()).toBe('Extensions may not look at this page')
  expect(screen.getAllByRole('button').map(button => button.textContent)).toEqual([
    'Library',
    'Options',
    'How it works',
  ])
  await press('Library')
  expect(actions.showLibrary).toHaveBeenCalledTimes(1)
  await press('Options')
  await press('How it works')
  expect([actions.showOptions.mock.calls.length, actions.showWelcome.mock.calls.length]).toEqual([1, 1])
})

test('while it loads it says so, and after a failure it tries again', async () => {
  let answer: (status: Awaited<ReturnType<PopupActions['inspect']>>) => void = () => {}
  actions.inspect.mockImplementationOnce(() => new Promise(resolve => (answer = resolve)))
  actions.inspect.mockResolvedValue(succeed(judged('known')))
  render(
    <Words.Provider value={english}>
      <Popup actions={actions} />
    </Words.Provider>,
  )
  expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true')
  expect(screen.getByText('Looking at this page')).toBeTruthy()
  answer(fail('unexpected', ''))
  await settle()
  expect(heading()).toBe('Sidelight did not answer')
  await press('Try again')
  expect(heading()).toBe('This article is on file')
})

test('has no faults of accessibility while it loads, and after a failure', async () => {
  let answer: (status: Awaited<ReturnType<PopupActions['inspect']>>) => void = () => {}
  actions.inspect.mockImplementationOnce(() => new Promise(resolve => (answer = resolve)))
  const { container } = render(
    <Words.Provider value={english}>
      <Popup actions={actions} />
    </Words.Provider>,
  )
  expect(screen.getByText('Looking at this page')).toBeTruthy()
  expect(await findFaults(container)).toEqual([])
  answer(fail('unexpected', ''))
  await settle()
  expect(heading()).toBe('Sidelight did not answer')
  expect(await findFaults(container)).toEqual([])
})

test.each<[string, PageStatus]>([
  ['spotted', judged('spotted')],
  ['not granted', notGranted('off-topic')],
  ['off', judged('off')],
  ['closed', { state: 'closed-to-us' }],
])('has no faults of accessibility: %s', async (_, status) => {
  const { container } = await show(status)
  expect(await findFaults(container)).toEqual([])
})
