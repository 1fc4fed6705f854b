import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Library } from '../../../../components/library/Library'
import type { LibraryActions } from '../../../../components/library/library-actions'
import { Words } from '../../../../components/shared/words'
import { toClaimsOnFile } from '../../../../utils/matching/make-reader-claim'
import type { Highlight } from '../../../../utils/model/highlight'
import { asClaimId, asDossierId, type HighlightId } from '../../../../utils/model/ids'
import { type Result, succeed } from '../../../../utils/model/result'
import { defaultSettings } from '../../../../utils/model/settings'
import { createHighlightSearch } from '../../../../utils/services/create-highlight-search'
import { english } from '../../../support/english'
import { makeFakeArrivals } from '../../../support/fake-arrivals'
import { findFaults } from '../../../support/find-faults'
import { makeClaimActions } from '../../../support/make-claim-actions'
import { makeDataActions } from '../../../support/make-data-actions'
import { makeHighlight, makeQuestion, makeReaderClaim } from '../../../support/make-dossier'

afterEach(cleanup)

const made = (): Highlight[] =>
  Array.from({ length: 6 }, (_, n) =>
    makeHighlight(`h${n}`, {
      addresses: [`https://post.example/a${n % 2}`],
      title: `Report ${n % 2}`,
      createdMs: Date.UTC(2031, 4, 20 - n, 12),
      colour: n === 3 ? 'green' : 'yellow',
      tags: n < 2 ? ['palace'] : [],
      note: n === 4 ? 'the telephone again' : '',
    }),
  )

let kept: Highlight[]
let news: (ids: HighlightId[] | null) => void
const change = vi.fn()

const find = (id: string) => {
  const highlight = kept.find(each => each.id === id)
  if (!highlight) throw new Error(`no ${id}`)
  return highlight
}
const done = async <T,>(ids: HighlightId[], value: T): Promise<Result<T>> => {
  news(ids)
  return succeed(value)
}

function makeActions(): LibraryActions {
  const settings = async () => succeed(defaultSettings)
  let gone: Highlight[] = []
  return {
    listen: () => () => {},
    questions: {
      list: async () => succeed([]),
      open: () => ({ done: new Promise(() => {}), stop: () => {} }),
      survey: () => ({ done: new Promise(() => {}), stop: () => {} }),
      saveSvg: () => {},
      exportFormats: [],
      savePng: async () => false,
      nowMs: () => 0,
    },
    highlights: {
      listenForHighlights: hear => {
        news = hear
        return () => {}
      },
      count: async () => succeed(kept.length),
      listNewest: async (limit, after) => {
        const from = after ? kept.findIndex(({ id }) => id === after.id) + 1 : 0
        return succeed(kept.slice(from, from + limit))
      },
      loadMany: async ids => succeed(kept.filter(({ id }) => ids.includes(id))),
      createSearch: createHighlightSearch,
      linkOf: ({ addresses }) => `${addresses[0]}#:~:text=words`,
      articleOf: ({ addresses }) => addresses[0] ?? '',
      tagMany: async (ids, tags) => {
        change('tag', ids, tags)
        kept = kept.map(each =>
          ids.includes(each.id) ? { ...each, tags: [...each.tags, ...tags.add] } : each,
        )
        return done(ids, { entries: [3] })
      },
      deleteMany: async ids => {
        change('delete', ids)
        gone = kept
        kept = kept.filter(({ id }) => !ids.includes(id))
        return done(ids, { entries: [4] })
      },
      changeHighlight: async (id, wanted) => {
        change('change', id, wanted)
        return succeed({ highlight: { ...find(id), ...wanted }, entry: 1 })
      },
      deleteHighlight: async id => {
        kept = kept.filter(each => each.id !== id)
        return done([id], { entry: 2 })
      },
      undo: async entry => {
        change('undo', entry)
        kept = gone
        return done(
          gone.map(({ id }) => id),
          { id: entry, atMs: 0, action: 'delete' as const, before: [], after: [] },
        )
      },
      listSteps: async () => succeed([]),
      listTags: async () => succeed([]),
      loadSettings: settings,
      saveSettings: settings,
      exportFormats: [],
    },
    data: makeDataActions().actions,
    arrivals: makeFakeArrivals().actions,
    claims: makeClaimActions(),
    articles: {
      listArticles: async () =>
        succeed([
          {
            ...{ key: 'https://post.example/a1', address: 'https://post.example/a1', title: 'Report 1' },
            ...{ outlet: 'Post', highlights: 3, claims: 1, changed: 2, lost: 0, latestMs: 5 },
          },
        ]),
      listSpotted: async () => succeed([]),
      listDisputed: async () =>
        succeed([
          { dossier: asDossierId('oranje-phones'), question: makeQuestion('two-phones', 'Two phones?') },
        ]),
      listOwnWord: async () =>
        succeed({
          claims: toClaimsOnFile([makeReaderClaim('reader:1')]),
          remarks: [
            { claim: asClaimId('a1#1'), kind: 'hidden', reason: '', statement: 'She has two.', atMs: 1 },
          ],
        }),
      clearHistory: async () => succeed(undefined),
      loadSettings: settings,
      saveSettings: settings,
      exportFormats: [],
    },
    dossiers: {
      listDossiers: async () => succeed([]),
      saveDossier: async () => succeed(''),
      saveSelection: async () => succeed(''),
      removeDossier: async () => succeed(undefined),
      restoreDossiers: async () => succeed(undefined),
    },
  }
}

beforeEach(() => {
  kept = made()
  change.mockReset()
  history.replaceState(null, '', '#highlights')
})

async function open() {
  const { container } = render(
    <Words.Provider value={english}>
      <Library actions={makeActions()} />
    </Words.Provider>,
  )
  await waitFor(() => expect(rows()).toHaveLength(6))
  return container
}
const rows = () =>
  [...document.querySelectorAll<HTMLElement>('.row-card')].map(row => row.dataset.highlight ?? '')
const box = (n: number) => screen.getByRole('checkbox', { name: `Pick: words of h${n}` })
const type = (words: string) => fireEvent.input(screen.getByRole('searchbox'), { target: { value: words } })

test('lists all, newest first, each with its place, and has no fault that axe finds', async () => {
  const container = await open()
  expect(rows()).toEqual(['h0', 'h1', 'h2', 'h3', 'h4', 'h5'])
  expect(screen.getAllByText('6 highlights')).not.toHaveLength(0)
  expect(document.querySelector('[data-highlight=h2]')?.getAttribute('aria-posinset')).toBe('3')
  expect(document.querySelector('[data-highlight=h2]')?.getAttribute('aria-setsize')).toBe('6')
  const link = screen.getAllByRole('link')[0]
  expect(link?.getAttribute('href')).toBe('https://post.example/a0#:~:text=words')
  expect(await findFaults(container)).toEqual([])
})

test('is searched as one types; the slash leads there, Escape empties it', async () => {
  await open()
  fireEvent.keyDown(document.body, { key: '/' })
  expect(document.activeElement).toBe(screen.getByRole('searchbox'))
  type('telefone')
  await waitFor(() => expect(rows()).toEqual(['h4']))
  expect(screen.getByText('1 found 1 of them by a like spelling')).not.toBeNull()
  fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Escape' })
  await waitFor(() => expect(rows()).toHaveLength(6))
})

test('is filtered by colour, tag and day, and grouped', async () => {
  await open()
  const choose = (name: string, value: string) =>
    fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } })
  choose('Colour', 'green')
  await waitFor(() => expect(rows()).toEqual(['h3']))
  choose('Colour', '')
  choose('Tag', 'palace')
  await waitFor(() => expect(rows()).toEqual(['h0', 'h1']))
  choose('Tag', '')
  fireEvent.input(screen.getByLabelText('From'), { target: { value: '2031-05-16' } })
  fireEvent.input(screen.getByLabelText('To'), { target: { value: '2031-05-17' } })
  await waitFor(() => expect(rows()).toEqual(['h3', 'h4']))
  fireEvent.input(screen.getByLabelText('From'), { target: { value: '' } })
  fireEvent.input(screen.getByLabelText('To'), { target: { value: '' } })
  choose('Group by', 'article')
  await waitFor(() => expect(rows()).toEqual(['h0', 'h2', 'h4', 'h1', 'h3', 'h5']))
  expect(screen.getAllByRole('heading', { level: 2 }).map(head => head.textContent)).toEqual([
    'Report 0 · Morgenpost 3 highlights',
    'Report 1 · Morgenpost 3 highlights',
  ])
})

test('several are picked with Shift, deleted in one go, and brought back', async () => {
  await open()
  fireEvent.click(box(1))
  fireEvent.click(box(3), { shiftKey: true })
  expect(await screen.findByText('3 picked')).not.toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(rows()).toEqual(['h0', 'h4', 'h5']))
  expect(change).toHaveBeenCalledWith('delete', ['h1', 'h2', 'h3'])
  await waitFor(() => expect(document.activeElement?.className).toBe('highlight-list'))
  expect(screen.getByText(/Deleted 3 highlights/)).not.toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(rows()).toHaveLength(6))
  expect(change).toHaveBeenLastCalledWith('undo', 4)
})

test('all that are found are picked, and get a tag', async () => {
  await open()
  fireEvent.click(screen.getByRole('checkbox', { name: 'Pick all 6 that are found' }))
  const bar = screen.getByRole('group', { name: 'What is picked' })
  const field = await within(bar).findByRole('combobox')
  fireEvent.input(field, { target: { value: 'gate' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  await waitFor(() => expect(screen.getAllByText('gate', { selector: '.is-plain' })).toHaveLength(6))
})

test('a row is edited in place; deleted there, the next one has the focus', async () => {
  await open()
  fireEvent.click(screen.getByRole('button', { name: 'Edit words of h1' }))
  const note = await screen.findByRole('textbox', { name: 'Note' })
  fireEvent.input(note, { target: { value: 'mine' } })
  fireEvent.keyDown(note, { key: 'Enter' })
  await waitFor(() => expect(change).toHaveBeenCalledWith('change', 'h1', { note: 'mine' }))
  const row = document.querySelector<HTMLElement>('[data-highlight=h1]')
  const bin = row && within(row).getByRole('button', { name: 'Delete' })
  act(() => bin?.focus())
  if (bin) fireEvent.click(bin)
  await waitFor(() => expect(rows()).toEqual(['h0', 'h2', 'h3', 'h4', 'h5']))
  await waitFor(() => expect(document.activeElement?.getAttribute('data-highlight')).toBe('h2'))
})

test('what changes in another tab is shown', async () => {
  await open()
  const fresh = makeHighlight('h9', { createdMs: Date.UTC(2031, 6, 1) })
  kept = [fresh, ...kept.slice(1)]
  act(() =>
    news([
      fresh.id,
      ...made()
        .slice(0, 1)
        .map(({ id }) => id),
    ]),
  )
  await waitFor(() => expect(rows()).toEqual(['h9', 'h1', 'h2', 'h3', 'h4', 'h5']))
})

test('articles say what is on them, and lead to their highlights', async () => {
  const container = await open()
  fireEvent.click(screen.getByRole('tab', { name: 'Articles' }))
  expect(await screen.findByText('Edited since: 2 passages changed')).not.toBeNull()
  expect(location.hash).toBe('#articles')
  expect((await screen.findByText('Two phones?')).parentElement?.textContent).toContain('Disputed on file')
  fireEvent.click(await screen.findByText('1 claim of yours', { selector: 'summary' }))
  screen.getByText('It says that the president keeps two phones.')
  expect(screen.getByRole('button', { name: 'Take back' })).toBeTruthy()
  fireEvent.click(screen.getByText('1 claim that you dispute or hid'))
  expect(screen.getByRole('button', { name: 'Show again' })).toBeTruthy()
  expect(await findFaults(container)).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: '3 highlights of “Report 1”' }))
  await waitFor(() => expect(rows()).toEqual(['h1', 'h3', 'h5']))
  expect(screen.getByRole('tab', { name: 'Highlights' }).getAttribute('aria-selected')).toBe('true')
})
