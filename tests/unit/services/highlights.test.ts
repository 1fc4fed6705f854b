import { describe, expect, test } from 'vitest'
import { FailureError } from '../../../utils/model/failure-error'
import type { HighlightChange } from '../../../utils/model/highlight'
import { asHighlightId } from '../../../utils/model/ids'
import { limits } from '../../../utils/model/limits'
import { fail } from '../../../utils/model/result'
import {
  attachHighlight,
  changeHighlight,
  deleteHighlight,
  listSteps,
  listTags,
  undoStep,
} from '../../../utils/services/change-highlight'
import { saveHighlight } from '../../../utils/services/save-highlight'
import { makeHighlight } from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

const { addresses, title, outlet, selectors, note, pageModified } = makeHighlight('any')
const input = { addresses, title, outlet, selectors, note, pageModified }
const nowMs = Date.UTC(2031, 4, 6, 12)
/** What a highlight has besides what the page says of it. */
const own = { id: 'id-1', tags: [], colour: 'green', createdMs: nowMs, modifiedMs: nowMs, anchoredMs: nowMs }

async function withOne() {
  const ports = createMemoryPorts()
  const saved = await saveHighlight(ports, input, 'green')
  return { ports, highlight: saved.ok ? saved.value : expect.fail(saved.failure.detail) }
}

describe('saveHighlight', () => {
  test('saves what the page sends, with its own id and time, and a step to undo', async () => {
    const { ports, highlight } = await withOne()
    expect(highlight).toEqual({ ...input, ...own })
    expect(await ports.highlights.listAll()).toEqual([highlight])
    expect(await ports.highlights.listJournal()).toMatchObject([
      { action: 'create', before: [], after: [highlight] },
    ])
  })

  test('takes only the fields it knows, selectors in one order, and web addresses', async () => {
    const ports = createMemoryPorts()
    const [quote, place] = input.selectors
    const saved = await saveHighlight(
      ports,
      {
        ...input,
        id: 'mine',
        admin: true,
        addresses: ['about:blank', ...input.addresses, ...input.addresses],
        selectors: [
          { ...place, end: 99, x: 1 },
          { ...quote, html: '<b>' },
        ],
      },
      'green',
    )
    expect(saved).toEqual({
      ok: true,
      value: {
        ...input,
        selectors: [quote, { ...place, end: 99 }],
        ...own,
      },
    })
  })

  test('keeps what the page states of itself apart from where it was made', async () => {
    const ports = createMemoryPorts()
    const stated = 'https://morgenpost.example/canonical'
    const saved = await saveHighlight(ports, { ...input, addresses: [...input.addresses, stated] }, 'green')
    expect(saved).toMatchObject({ value: { addresses: input.addresses, statedAddresses: [stated] } })
  })

  test('gives a passage that came without a place this one, and keeps what is said of it', async () => {
    const ports = createMemoryPorts()
    const [{ type, exact }] = input.selectors
    const told = makeHighlight('told', {
      selectors: [{ type, exact, prefix: '', suffix: '' }],
      note: 'Read.',
      tags: ['phones'],
    })
    await ports.highlights.commit({ atMs: 1, action: 'import', before: [], after: [told] })
    const saved = await saveHighlight(ports, input, 'green')
    expect(saved).toMatchObject({
      ok: true,
      value: { id: 'told', note: 'Read.', tags: ['phones'], selectors },
    })
    expect(await ports.highlights.listAll()).toEqual([saved.ok && saved.value])
    const [step] = await listSteps(ports)
    expect(step).toMatchObject({ action: 'change', part: 'place' })
  })

  test('the same passage twice is one highlight', async () => {
    const { ports, highlight } = await withOne()
    const again = await saveHighlight(
      ports,
      { ...input, addresses: ['http://www.morgenpost.example/a1'] },
      'pink',
    )
    expect(again).toEqual({ ok: true, value: highlight })
    expect(await ports.highlights.listJournal()).toHaveLength(1)
    const [quote, place] = input.selectors
    const other = { ...input, selectors: [{ ...quote, exact: 'other words' }, place] }
    expect(await saveHighlight(ports, other, 'green')).toMatchObject({ ok: true, value: { id: 'id-3' } })
  })

  test.each([null, 'x', {}, { ...input, selectors: [] }, { ...input, addresses: ['file:///etc/passwd'] }])(
    'refuses %j',
    async value => {
      const ports = createMemoryPorts()
      expect(await saveHighlight(ports, value, 'green')).toMatchObject({
        ok: false,
        failure: { kind: 'bad-input' },
      })
      expect(await ports.highlights.listAll()).toEqual([])
    },
  )

  test('hands on why storage failed, in writing and in reading', async () => {
    const ports = createMemoryPorts()
    ports.highlights.commit = async () => fail('storage-full', 'full')
    expect(await saveHighlight(ports, input, 'green')).toMatchObject({ failure: { kind: 'storage-full' } })
    ports.highlights.findByAddress = () =>
      Promise.reject(new FailureError({ kind: 'storage-failed', detail: 'gone' }))
    expect(await saveHighlight(ports, input, 'green')).toMatchObject({
      failure: { kind: 'storage-failed', detail: 'gone' },
    })
    ports.highlights.findByAddress = () => Promise.reject(new TypeError('a mistake'))
    await expect(saveHighlight(ports, input, 'green')).rejects.toThrow('a mistake')
  })
})

describe('changing a highlight', () => {
  test('a note is written and undone', async () => {
    const { ports, highlight } = await withOne()
    ports.clock.nowIs(nowMs + 5)
    const noted = { ...highlight, note: 'look here', modifiedMs: nowMs + 5 }
    expect(await changeHighlight(ports, highlight.id, { note: 'look here' }, { note: '' })).toEqual({
      ok: true,
      value: { highlight: noted, entry: 2 },
    })
    expect(await ports.highlights.load(highlight.id)).toEqual(noted)
    expect(await changeHighlight(ports, highlight.id, { note: 'look here' }, { note: '' })).toEqual({
      ok: true,
      value: { highlight: noted, entry: null },
    })
    const journal = await ports.highlights.listJournal()
    expect(journal.map(({ action }) => action)).toEqual(['create', 'change'])
    await undoStep(ports, journal[1]?.id ?? 0)
    expect(await ports.highlights.load(highlight.id)).toEqual(highlight)
  })

  test('a change is later than what it changed, even when the clock was set back', async () => {
    const { ports, highlight } = await withOne()
    ports.clock.nowIs(5)
    expect(await changeHighlight(ports, highlight.id, { note: 'x' }, { note: '' })).toMatchObject({
      value: { highlight: { modifiedMs: nowMs + 1 } },
    })
  })

  test('a note that is too long is refused', async () => {
    const { ports, highlight } = await withOne()
    const long = 'x'.repeat(limits.highlightText + 1)
    expect(await changeHighlight(ports, highlight.id, { note: long }, { note: '' })).toMatchObject({
      failure: { kind: 'bad-input' },
    })
    expect(await ports.highlights.load(highlight.id)).toEqual(highlight)
  })

  test('deleted, undone, and what is not there is not found', async () => {
    const { ports, highlight } = await withOne()
    const deleted = await deleteHighlight(ports, highlight.id)
    const entry = deleted.ok ? deleted.value.entry : expect.fail(deleted.failure.detail)
    expect(await ports.highlights.listAll()).toEqual([])
    expect(await deleteHighlight(ports, highlight.id)).toMatchObject({ failure: { kind: 'not-found' } })
    expect(await changeHighlight(ports, asHighlightId('nobody'), { note: 'x' }, { note: '' })).toMatchObject({
      failure: { kind: 'not-found' },
    })
    expect(await undoStep(ports, entry)).toMatchObject({
      ok: true,
      value: { action: 'delete', before: [highlight] },
    })
    expect(await ports.highlights.listAll()).toEqual([highlight])
    expect(await undoStep(ports, entry)).toMatchObject({ failure: { kind: 'not-found' } })
  })
})

describe('what two windows change', () => {
  const seen: HighlightChange = { note: '', tags: [], colour: 'green' }

  test('the second is told, and changes nothing', async () => {
    const { ports, highlight } = await withOne()
    const mine = await changeHighlight(ports, highlight.id, { note: 'mine' }, seen)
    const theirs = await changeHighlight(ports, highlight.id, { note: 'theirs' }, seen)
    expect(theirs).toMatchObject({
      failure: { kind: 'conflict', detail: 'note of id-1 was changed elsewhere' },
    })
    expect(await ports.highlights.load(highlight.id)).toEqual(mine.ok && mine.value.highlight)
  })

  test('other parts of one highlight, or the same in the same words, are no conflict', async () => {
    const { ports, highlight } = await withOne()
    await changeHighlight(ports, highlight.id, { note: 'mine' }, seen)
    await changeHighlight(ports, highlight.id, { tags: ['palace'] }, seen)
    expect(await changeHighlight(ports, highlight.id, { note: 'mine' }, seen)).toMatchObject({ ok: true })
    expect(await changeHighlight(ports, highlight.id, { colour: 'pink' }, seen)).toMatchObject({
      value: { highlight: { note: 'mine', tags: ['palace'], colour: 'pink' } },
    })
    expect(await changeHighlight(ports, highlight.id, { tags: ['x'] }, seen)).toMatchObject({
      failure: { kind: 'conflict' },
    })
  })
})

describe('tags', () => {
  test('are tidied, each once, and counted as they were first written', async () => {
    const { ports, highlight } = await withOne()
    const tags = [' the  palace', 'Phones', 'phones ', '', '\u0065\u0301t\u00e9']
    expect(await changeHighlight(ports, highlight.id, { tags }, { tags: [] })).toMatchObject({
      value: { highlight: { tags: ['the palace', 'Phones', '\u00e9t\u00e9'] } },
    })
    const [quote, place] = input.selectors
    const other = { ...input, selectors: [{ ...quote, exact: 'other words' }, place] }
    const second = await saveHighlight(ports, other, 'blue')
    const id = second.ok ? second.value.id : expect.fail('not saved')
    await changeHighlight(ports, id, { tags: ['PHONES', 'b'] }, { tags: [] })
    expect(await listTags(ports)).toEqual([
      { tag: 'Phones', count: 2 },
      { tag: 'b', count: 1 },
      { tag: 'the palace', count: 1 },
      { tag: '\u00e9t\u00e9', count: 1 },
    ])
  })

  test.each([
    [['x'.repeat(limits.tag + 1)]],
    [Array.from({ length: limits.tags + 1 }, (_, index) => `tag ${index}`)],
  ])('that are too long, or too many, are refused', async tags => {
    const { ports, highlight } = await withOne()
    expect(await changeHighlight(ports, highlight.id, { tags }, { tags: [] })).toMatchObject({
      failure: { kind: 'bad-input', detail: 'tags: at most 50, of at most 100 characters each' },
    })
    expect(await ports.highlights.load(highlight.id)).toEqual(highlight)
  })
})

describe('attaching a highlight to other words', () => {
  const [, place] = input.selectors
  const quote = { type: 'TextQuoteSelector', exact: 'the words now', prefix: 'a ', suffix: ' b' } as const
  const description = { selectors: [place, { ...quote, html: '<b>' }], pageModified: '2031-06-01' }

  test('takes those, says when, keeps what the reader wrote, and can be undone', async () => {
    const { ports, highlight } = await withOne()
    await changeHighlight(ports, highlight.id, { note: 'look', tags: ['t'] }, { note: '', tags: [] })
    ports.clock.nowIs(nowMs + 9)
    const attached = await attachHighlight(ports, highlight.id, description)
    expect(attached).toMatchObject({
      value: {
        highlight: {
          selectors: [quote, place],
          pageModified: '2031-06-01',
          anchoredMs: nowMs + 9,
          createdMs: nowMs,
          note: 'look',
          tags: ['t'],
        },
      },
    })
    const [step] = await listSteps(ports)
    await undoStep(ports, step?.id ?? 0)
    expect(await ports.highlights.load(highlight.id)).toMatchObject({
      selectors: highlight.selectors,
      note: 'look',
    })
  })

  test.each([
    null,
    {},
    { selectors: [place, place], pageModified: null },
    { ...description, pageModified: 5 },
  ])('refuses %j', async value => {
    const { ports, highlight } = await withOne()
    expect(await attachHighlight(ports, highlight.id, value)).toMatchObject({
      failure: { kind: 'bad-input' },
    })
    expect(await ports.highlights.load(highlight.id)).toEqual(highlight)
  })

  test('one that was deleted meanwhile is not found', async () => {
    const { ports } = await withOne()
    expect(await attachHighlight(ports, asHighlightId('gone'), description)).toMatchObject({
      failure: { kind: 'not-found' },
    })
  })
})

test('what was done is listed, latest first, with a line of its words; what it changed, and whether it can be undone', async () => {
  const { ports, highlight } = await withOne()
  const [, place] = input.selectors
  const quote = { type: 'TextQuoteSelector', exact: 'the words now', prefix: 'a ', suffix: ' b' } as const
  await changeHighlight(ports, highlight.id, { colour: 'pink' }, { colour: 'green' })
  await changeHighlight(ports, highlight.id, { colour: 'blue', note: 'x' }, { colour: 'pink', note: '' })
  await changeHighlight(ports, highlight.id, { tags: ['t'] }, { tags: [] })
  await attachHighlight(ports, highlight.id, { selectors: [quote, place], pageModified: null })
  await deleteHighlight(ports, highlight.id)
  const listed = await listSteps(ports)
  expect(listed.map(({ action, part, canUndo, words }) => [action, part, canUndo, words])).toEqual([
    ['delete', null, true, 'the words now'],
    ['change', 'place', false, 'the words now'],
    ['change', 'tags', false, 'words of any'],
    ['change', null, false, 'words of any'],
    ['change', 'colour', false, 'words of any'],
    ['create', null, false, 'words of any'],
  ])
  expect(listed[0]).toMatchObject({ id: 6, atMs: nowMs, count: 1 })
  await undoStep(ports, listed[0]?.id ?? 0)
  expect((await listSteps(ports))[0]).toMatchObject({ part: 'place', canUndo: true })
})
