import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Options } from '../../../../components/options/Options'
import type { OptionsActions, OptionsData } from '../../../../components/options/options-actions'
import { Words } from '../../../../components/shared/words'
import { asDossierId } from '../../../../utils/model/ids'
import type { ModelOutcome } from '../../../../utils/model/model-check'
import { fail, succeed } from '../../../../utils/model/result'
import { defaultSettings } from '../../../../utils/model/settings'
import { english } from '../../../support/english'
import { makeFakeArrivals } from '../../../support/fake-arrivals'
import { findFaults } from '../../../support/find-faults'
import { settle } from '../../../support/settle'

const site = {
  host: '*.courier.example',
  patterns: ['http://*.courier.example/*', 'https://*.courier.example/*'],
}
const data: OptionsData = {
  settings: { ...defaultSettings, offHosts: ['shop.example'], dismissedAddresses: ['a', 'b'] },
  sites: [site],
  isEverySite: false,
  dossiers: [
    {
      id: asDossierId('bay'),
      title: 'The premier’s phones',
      version: 3,
      upTo: '2031-05',
      compiledBy: 'Ada Quill',
      reportErrors: 'javascript:alert(1)',
      articleCount: 8,
      claimCount: 30,
      questionCount: 6,
    },
  ],
}
const actions = {
  load: vi.fn<OptionsActions['load']>(),
  saveSettings: vi.fn<OptionsActions['saveSettings']>(),
  removeSite: vi.fn<OptionsActions['removeSite']>(),
  switchEverySite: vi.fn<OptionsActions['switchEverySite']>(),
  switchOn: vi.fn<OptionsActions['switchOn']>(),
  checkModel: vi.fn<OptionsActions['checkModel']>(),
  arrivals: makeFakeArrivals().actions,
  showWelcome: vi.fn(),
  showData: vi.fn(),
}
const ready = { is: 'ready' as const, startMs: 640, sentenceMs: 23.6, digest: '0123456789abcdef' }
const checked = (outcome: ModelOutcome) => succeed({ version: 'v1', bytes: 38_226_418, outcome })
beforeEach(() => {
  vi.resetAllMocks()
  actions.checkModel.mockResolvedValue(checked(ready))
  actions.saveSettings.mockResolvedValue(succeed(undefined))
  actions.switchOn.mockResolvedValue(succeed(undefined))
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

async function show(change: Partial<OptionsData> = {}) {
  actions.load.mockResolvedValue(succeed({ ...data, ...change }))
  const view = render(
    <Words.Provider value={english}>
      <Options actions={actions} />
    </Words.Provider>,
  )
  await settle()
  return view
}
const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }))
  await settle()
}
const flip = async (name: string) => {
  fireEvent.click(screen.getByRole('switch', { name }))
  await settle()
}
const choose = async (name: string, value: string) => {
  fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } })
  await settle()
}
const said = () => screen.getByRole('status').textContent

describe('sites', () => {
  test('that were allowed are listed and removed', async () => {
    actions.removeSite.mockResolvedValue(true)
    await show()
    expect(screen.getByText('courier.example')).toBeTruthy()
    await press('Remove courier.example')
    expect(actions.removeSite).toHaveBeenCalledWith(site)
    expect(said()).toBe('Saved.')
    expect(actions.load).toHaveBeenCalledTimes(2)
  })

  test('that are off are switched on', async () => {
    await show()
    await press('Switch on for shop.example')
    expect(actions.switchOn).toHaveBeenCalledWith('shop.example')
  })

  test('none: each list says so', async () => {
    await show({ sites: [], settings: defaultSettings })
    expect(screen.getByText('None yet: it looks only when you click its button.')).toBeTruthy()
    expect(screen.getByText('No site.')).toBeTruthy()
  })

  test('all: asks the browser in the click, and the switch shows what holds', async () => {
    actions.switchEverySite.mockResolvedValue(false)
    await show()
    const every = screen.getByRole('switch', { name: 'Every site' })
    fireEvent.click(every)
    expect(actions.switchEverySite).toHaveBeenCalledWith(true)
    await settle()
    expect(every).toHaveProperty('checked', false)
    expect(said()).toBe('Nothing was changed.')
  })
})

describe('the reading model', () => {
  test('that works says how fast it is', async () => {
    await show()
    expect(
      screen.getByText('It works here: it is ready in 0.6 s and reads a sentence in 24 ms.'),
    ).toBeTruthy()
    expect(screen.getByText('Version v1, 38 MB of what was installed.')).toBeTruthy()
  })

  test('is switched off', async () => {
    await show()
    await flip('Let the model read')
    expect(actions.saveSettings).toHaveBeenCalledWith({ isModelOn: false })
    expect(actions.checkModel).toHaveBeenCalledTimes(1)
  })

  test('that is off says so, and is tried when it is switched on', async () => {
    actions.checkModel.mockResolvedValue(checked({ is: 'off' }))
    await show({ settings: { ...defaultSettings, isModelOn: false } })
    expect(screen.getByText('It is switched off.')).toBeTruthy()
    expect(screen.getByRole('switch', { name: 'Let the model read' })).toHaveProperty('checked', false)
    actions.checkModel.mockResolvedValue(checked(ready))
    actions.load.mockResolvedValue(succeed(data))
    await flip('Let the model read')
    expect(screen.getByText(/^It works here/)).toBeTruthy()
  })

  test('says that it is being tried, which takes a second or two, and shows all else meanwhile', async () => {
    actions.checkModel.mockReturnValue(new Promise(() => {}))
    await show()
    expect(screen.getByText('Trying whether it works here…')).toBeTruthy()
    expect(screen.getByText('courier.example')).toBeTruthy()
  })

  test('may be less or more sure, which is a choice only where it reads', async () => {
    const { container } = await show()
    const choice = () => screen.getByLabelText<HTMLSelectElement>('How sure must it be?')
    expect([...choice().options].map(({ textContent }) => textContent)).toEqual([
      'More marks, less sure',
      'Even',
      'Fewer marks, surer',
    ])
    expect(choice().value).toBe('even')
    await act(async () => {
      fireEvent.change(choice(), { target: { value: 'fewer' } })
    })
    expect(actions.saveSettings).toHaveBeenCalledWith({ sureness: 'fewer' })
    expect(await findFaults(container)).toEqual([])
    cleanup()
    await show({ settings: { ...defaultSettings, isModelOn: false } })
    expect(choice().disabled).toBe(true)
  })

  test.each([
    [
      checked({ is: 'failed', failure: fail('model-damaged', '/model/reader.onnx is missing').failure }),
      /missing or damaged.*by their words instead/,
      '/model/reader.onnx is missing',
    ],
    [
      checked({ is: 'failed', failure: fail('model-refused', 'RangeError: memory').failure }),
      /cannot run here/,
      'RangeError: memory',
    ],
    [fail('worker-lost', 'nobody answered'), /did not answer/, 'nobody answered'],
  ])('that does not work says why (%#)', async (check, words, detail) => {
    actions.checkModel.mockResolvedValue(check)
    const { container } = await show()
    expect(container.textContent).toMatch(words)
    expect(screen.getByText(detail)).toBeTruthy()
    expect(await findFaults(container)).toEqual([])
  })
})

test('switches and choices save their setting', async () => {
  await show()
  await flip('Pause everywhere')
  await choose('On an article the sidebar', 'handle')
  await choose('On an article the sidebar', 'itself')
  await choose('Side of the window', 'left')
  await choose('Size of its text', '125')
  await flip('Make room for it')
  await press('As it was at first')
  await flip('Marks in the text')
  await press('Offer again')
  expect(actions.saveSettings.mock.calls.map(([change]) => change)).toEqual([
    { isPaused: true },
    { isHandleOnly: true },
    { isHandleOnly: false, isSidebarOpen: true },
    { side: 'left' },
    { textPercent: 125 },
    { makesRoom: true },
    { side: 'right', widthPx: 392, sheet: 'half', handleAt: 0.38 },
    { areMarksShown: false },
    { dismissedAddresses: [] },
  ])
})

test('highlights are hidden and shown, and their colours have the reader’s names', async () => {
  await show()
  await flip('Your highlights in the text')
  const field = screen.getByRole('textbox', { name: 'Your name for Pink' })
  for (const name of [' Doubts ', '']) {
    fireEvent.change(field, { target: { value: name } })
    await settle()
  }
  expect(actions.saveSettings.mock.calls.map(([change]) => change)).toEqual([
    { areHighlightsShown: false },
    { colourNames: { ...defaultSettings.colourNames, pink: 'Doubts' } },
  ])
})

test('a choice shows what holds: one that fails goes back by itself', async () => {
  actions.saveSettings.mockResolvedValue(fail('storage-failed', ''))
  await show()
  await choose('Side of the window', 'left')
  expect(said()).toBe(english('options_notSaved'))
  expect(screen.getByRole('combobox', { name: 'Side of the window' })).toHaveProperty('value', 'right')
})

test('what was chosen elsewhere meanwhile is shown when one comes back', async () => {
  await show()
  actions.load.mockResolvedValue(succeed({ ...data, settings: { ...data.settings, side: 'left' } }))
  document.dispatchEvent(new Event('visibilitychange'))
  await settle()
  expect(screen.getByRole('combobox', { name: 'Side of the window' })).toHaveProperty('value', 'left')
})

test('with no page dismissed there is nothing to offer again', async () => {
  await show({ settings: defaultSettings })
  expect(screen.getByRole('button', { name: 'Offer again' })).toHaveProperty('disabled', true)
})

describe('the reader’s data', () => {
  test('leads to backups and storage', async () => {
    await show()
    await press('Backup and data')
    expect(actions.showData).toHaveBeenCalledTimes(1)
  })

  test('comes in from files, which are shown where they are', async () => {
    const files = makeFakeArrivals()
    actions.arrivals = files.actions
    const { container } = await show()
    const input = screen.getByLabelText('Take files in…', { selector: 'input' })
    fireEvent.change(input, { target: { files: [new File(['{}'], 'backup.json')] } })
    await settle()
    expect(files.done).toEqual([['add', 'backup.json']])
    await act(() => files.tell({ id: 1, name: 'backup.json', sizeBytes: 2, stage: { is: 'stopped' } }))
    expect(screen.getByRole('article', { name: /backup.json/ }).textContent).toContain('Cancelled')
    expect(await findFaults(container)).toEqual([])
  })
})

test('what was said goes away after time to read it', async () => {
  await show()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  await flip('Pause everywhere')
  expect(said()).toBe('Saved.')
  await act(() => {
    vi.advanceTimersByTime(3600)
  })
  expect(said()).toBe('')
})

test('what is on file is named, and only a web address becomes a link', async () => {
  await show()
  expect(screen.getByText('30 claims of 8 articles on 6 questions, up to May 2031.')).toBeTruthy()
  expect(screen.getByText('Version 3 · put together by Ada Quill')).toBeTruthy()
  expect(screen.queryByRole('link')).toBeNull()
  expect(screen.getByText(/javascript:alert/)).toBeTruthy()
  cleanup()
  await show({
    dossiers: data.dossiers.map(info => ({ ...info, reportErrors: 'https://bay.example/errors' })),
  })
  expect(screen.getByRole('link').getAttribute('rel')).toContain('noreferrer')
})

test('a failure is said in a sentence, and loading tried again', async () => {
  actions.load.mockResolvedValueOnce(fail('storage-failed', ''))
  await show()
  expect(screen.getByRole('alert').textContent).toContain(english('failure_storageFailed'))
  await press('Try again')
  expect(screen.getByRole('heading', { name: 'Where Sidelight looks' })).toBeTruthy()
})

test('has no faults of accessibility', async () => {
  const { container } = await show()
  expect(await findFaults(container)).toEqual([])
})
