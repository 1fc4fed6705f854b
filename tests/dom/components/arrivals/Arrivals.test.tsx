import { act, cleanup, createEvent, fireEvent, render, screen, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ArrivalList } from '../../../../components/arrivals/ArrivalList'
import { DropZone } from '../../../../components/arrivals/DropZone'
import { FileChooser } from '../../../../components/arrivals/FileChooser'
import { isNothingNew } from '../../../../components/arrivals/Preview'
import { useArrivals } from '../../../../components/arrivals/use-arrivals'
import { Words } from '../../../../components/shared/words'
import type { Arrival } from '../../../../utils/model/arrival'
import type { DossierPreview, ListChanges } from '../../../../utils/model/file-preview'
import { english } from '../../../support/english'
import { makeFakeArrivals } from '../../../support/fake-arrivals'
import { findFaults } from '../../../support/find-faults'
import { settle } from '../../../support/settle'

let files: ReturnType<typeof makeFakeArrivals>
let container: Element

function Page() {
  const arrivals = useArrivals(files.actions)
  return (
    <main>
      <h1>{english('library_title')}</h1>
      <FileChooser arrivals={arrivals} />
      <ArrivalList arrivals={arrivals} />
      <DropZone onFiles={arrivals.add} />
    </main>
  )
}

beforeEach(async () => {
  files = makeFakeArrivals()
  container = render(
    <Words.Provider value={english}>
      <Page />
    </Words.Provider>,
  ).container
  await settle()
})
afterEach(cleanup)

const show = (stage: Arrival['stage'], more: Partial<Arrival> = {}) =>
  act(() => files.tell({ id: 7, name: 'phones.json', sizeBytes: 1_234_567, stage, ...more }))
const card = () => screen.getByRole('article', { name: /phones.json/ })
const press = async (name: string) => {
  await act(() => {
    fireEvent.click(screen.getByRole('button', { name }))
  })
}
const file = (name: string) => new File(['{}'], name)

const none: ListChanges = {
  added: { count: 0, names: [] },
  updated: { count: 0, names: [] },
  removed: { count: 0, names: [] },
  unchanged: 5,
}
const report = { added: 0, updated: 0, unchanged: 0, removed: 0 }
const before = {
  version: 2,
  title: 'Phones',
  id: 'phones' as never,
  upTo: '2031',
  compiledBy: null,
  reportErrors: null,
  articleCount: 5,
  claimCount: 40,
  questionCount: 5,
}
const preview: DossierPreview = {
  id: before.id,
  format: 'dossier',
  title: 'Phones of the palace',
  version: 3,
  before,
  changes: {
    questions: none,
    articles: none,
    claims: {
      ...none,
      added: { count: 1_200, names: ['<img src=x> a phone', 'Another phone'] },
      removed: { count: 1, names: ['An old phone'] },
    },
  },
  own: {
    claims: { count: 0, names: [] },
    verdicts: { count: 1, names: ['An old phone'] },
    remarks: { count: 1, names: ['A new phone'] },
  },
}

describe('a file on its way in', () => {
  test('is handed over by the chooser, several at once', async () => {
    const input = screen.getByLabelText('Take files in…', { selector: 'input' })
    expect([input.hasAttribute('multiple'), input.getAttribute('accept')]).toEqual([
      true,
      expect.stringContaining('.csv'),
    ])
    fireEvent.change(input, { target: { files: [file('a.json'), file('b.csv')] } })
    await act(() => undefined)
    expect(files.done).toEqual([['add', 'a.json', 'b.csv']])
  })

  test('or is dropped, anywhere on the page, which shows that it may be', async () => {
    const data = { dataTransfer: { types: ['Files'], files: [file('a.json')] } }
    fireEvent.dragEnter(document.body, data)
    expect(screen.getByText(/Drop files here/)).toBeTruthy()
    fireEvent.dragLeave(document.body, { ...data, relatedTarget: null })
    await settle()
    expect(screen.queryByText(/Drop files here/)).toBeNull()
    fireEvent.dragOver(document.body, data)
    // Not taken from the browser, it would open the file in the page's place.
    const dropped = createEvent.drop(document.body, data)
    fireEvent(document.body, dropped)
    await settle()
    expect(dropped.defaultPrevented).toBe(true)
    expect(files.done).toEqual([['add', 'a.json']])
    expect(screen.queryByText(/Drop files here/)).toBeNull()
    // Words that are dragged are none of ours.
    fireEvent.dragOver(document.body, { dataTransfer: { types: ['text/plain'], files: [] } })
    expect(screen.queryByText(/Drop files here/)).toBeNull()
  })

  test('larger than any of ours is refused at once', async () => {
    files.refuse('bad-input', '2000')
    fireEvent.drop(document.body, { dataTransfer: { types: ['Files'], files: [file('a.json')] } })
    await settle()
    expect(screen.getByRole('alert').textContent).toContain('larger than 2,000 MB')
  })

  test('waits for its turn, and can be stopped there', async () => {
    await show({ is: 'waiting' })
    expect(card().textContent).toContain('1.2 MB')
    expect(card().textContent).toContain('Waits for its turn.')
    await press('Cancel')
    expect(files.done).toEqual([['stop', 7]])
  })

  test('shows how far it is, says so aloud by quarters, and can be stopped', async () => {
    const progress = { phase: 'reading' as const, share: 0.345, articles: 7, claims: 34_500 }
    await show({ is: 'reading', progress })
    const bar = within(card()).getByRole('progressbar', { name: 'Taking a file in' })
    expect(bar).toHaveProperty('value', 34)
    expect(screen.getByText('Taking in: 34 %, 34,500 claims so far')).toBeTruthy()
    expect(screen.getByText('Taking in: 25 %').getAttribute('aria-live')).toBe('polite')
    expect(await findFaults(container)).toEqual([])
    await show({ is: 'reading', progress: { ...progress, phase: 'settling', share: 0.5 } })
    expect(screen.getAllByText(/Putting it in order: 50 %/).length).toBeGreaterThan(0)
    await press('Cancel')
    expect(files.done).toEqual([['stop', 7]])
  })

  test('that was refused names each fault with its place', async () => {
    const detail = 'claims[3].bearsOn[0].question: no such question\nversion: is missing'
    await show({ is: 'refused', failure: { kind: 'bad-input', detail } })
    expect(screen.getByText('claims[3].bearsOn[0].question').tagName).toBe('CODE')
    expect(screen.getByText('version').closest('details')?.open).toBe(false)
    expect(card().textContent).toContain('nothing was changed')
    expect(await findFaults(container)).toEqual([])
    await show({ is: 'refused', failure: { kind: 'storage-full', detail: 'QuotaExceededError' } })
    expect(card().textContent).toContain(english('failure_storageFull'))
    expect(card().textContent).not.toContain('Quota')
  })

  test('that was stopped says so, and goes when that was seen', async () => {
    await show({ is: 'stopped' })
    expect(within(card()).getByRole('status').textContent).toBe('Cancelled. Nothing was changed.')
    await press('Close: phones.json')
    expect(files.done).toEqual([['dismiss', 7]])
    expect(screen.queryByRole('article')).toBeNull()
    expect(document.activeElement?.textContent).toBe('Take files in…')
  })

  test('that is in says what that did, and how far its claims are read', async () => {
    const outcome = {
      format: 'dossier' as const,
      report: { added: 12, updated: 3, unchanged: 4, removed: 0 },
    }
    await show({ is: 'in', outcome, comparing: { done: 1_200, of: 10_000 } })
    expect(card().textContent).toContain('Taken in: 12 added, 3 updated, 4 unchanged, 0 removed.')
    expect(screen.getByRole('progressbar', { name: 'Reading claims' })).toHaveProperty('value', 12)
    expect(await findFaults(container)).toEqual([])
    await press('Go on in the background')
    expect(files.done).toEqual([['dismiss', 7]])
  })
})

describe('before anything is changed', () => {
  test('a dossier shows what would be other, by number and by name', async () => {
    await show({ is: 'ready', preview, isAnew: false })
    expect(within(card()).getByRole('status').textContent).toContain('Nothing was changed yet')
    expect(card().textContent).toContain('Version 3 replaces version 2.')
    const row = within(card()).getByRole('row', { name: /^Claims/ })
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['1,200', '0', '1', '5'])
    const added = screen.getByText('Claims added').closest('details')
    expect([...(added?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent)).toEqual([
      '<img src=x> a phone',
      'Another phone',
      'and 1,198 more',
    ])
    expect(container.querySelector('img')).toBeNull()
    expect(card().textContent).toContain('1 claim that you judged')
    expect(card().textContent).toContain('1 claim that you dispute or hid')
    expect(await findFaults(container)).toEqual([])
  })

  test('it is taken in, and the keys stay with it', async () => {
    await show({ is: 'ready', preview, isAnew: false })
    await press('Take in')
    expect(files.done).toEqual([['take', 7]])
    expect(document.activeElement).toBe(card())
    await show({ is: 'wanted', preview })
    expect(within(card()).getByRole('status').textContent).toBe('Taking it in…')
  })

  test('or left: then it goes, and the keys are at the chooser', async () => {
    await show({ is: 'ready', preview, isAnew: true })
    expect(card().textContent).toContain('What is on file changed meanwhile.')
    await press('Leave')
    expect(files.done).toEqual([['leave', 7]])
    expect(screen.queryByRole('article')).toBeNull()
    expect(document.activeElement?.textContent).toBe('Take files in…')
  })

  test('a first one says that it is one', async () => {
    await show({ is: 'ready', preview: { ...preview, before: null }, isAnew: false })
    expect(card().textContent).toContain('Version 3, a dossier that is not here yet.')
  })

  test('one that is here already can only be closed', async () => {
    const changes = { questions: none, articles: none, claims: none }
    await show({ is: 'ready', preview: { ...preview, version: 2, changes }, isAnew: false })
    expect(card().textContent).toContain('Everything in it is here already.')
    expect(screen.queryByRole('button', { name: 'Take in' })).toBeNull()
    await press('Close')
    expect(files.done).toEqual([['leave', 7]])
  })

  test('a backup shows what would be new, joined and here already, and which options would change', async () => {
    await show({
      is: 'ready',
      isAnew: false,
      preview: {
        format: 'sidelight-backup',
        exportedAt: '2031-05-06T07:08:09Z',
        highlights: { ...report, added: 3, updated: 2, unchanged: 40 },
        tags: { count: 1, names: ['palace'] },
        verdicts: report,
        claims: { ...report, added: 1 },
        remarks: report,
        ownDossiers: { count: 1, names: ['My fountains'] },
        settings: ['sureness', 'isSidebarOpen', 'isHandleOnly'],
      },
    })
    const row = within(card()).getByRole('row', { name: /^Highlights/ })
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['3', '2', '40'])
    const options = screen.getByText('Options that would change').closest('details')
    expect([...(options?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent)).toEqual([
      'How sure the model must be',
      'Whether the sidebar opens by itself',
    ])
    expect(await findFaults(container)).toEqual([])
  })

  test('a backup that brings remarks alone, or a dossier of one’s own, is offered to be taken in', async () => {
    const same = { added: 0, updated: 0, unchanged: 4, removed: 0 }
    const backup = {
      ...({ format: 'sidelight-backup', exportedAt: '2031-05-06T07:08:09Z' } as const),
      ...{ highlights: same, tags: { count: 0, names: [] }, verdicts: same, claims: same, settings: [] },
      ...{ remarks: same, ownDossiers: { count: 0, names: [] } },
    }
    expect(isNothingNew(backup)).toBe(true)
    expect(isNothingNew({ ...backup, remarks: { ...same, added: 1 } })).toBe(false)
    expect(isNothingNew({ ...backup, ownDossiers: { count: 1, names: ['My fountains'] } })).toBe(false)
  })

  test('highlights of another program show what cannot be taken in, and why', async () => {
    await show({
      is: 'ready',
      isAnew: false,
      preview: {
        format: 'highlights',
        highlights: { ...report, added: 4, updated: 2, unchanged: 1 },
        tags: { count: 0, names: [] },
        refused: { count: 2, detail: 'rows[3].uri: must be a web address\nrows[5].text: must be a text' },
      },
    })
    expect(card().textContent).toContain('2 entries cannot be taken in:')
    expect(screen.getByText('rows[3].uri').tagName).toBe('CODE')
    expect(await findFaults(container)).toEqual([])
  })
})
