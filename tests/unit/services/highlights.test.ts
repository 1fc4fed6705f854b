import { describe, expect, test } from 'vitest'
import { FailureError } from '../../../utils/model/failure-error'
import { asHighlightId } from '../../../utils/model/ids'
import { limits } from '../../../utils/model/limits'
import { fail } from '../../../utils/model/result'
import { changeHighlight, deleteHighlight, undoStep } from '../../../utils/services/change-highlight'
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
      value: noted,
    })
    expect(await ports.highlights.load(highlight.id)).toEqual(noted)
    expect(await changeHighlight(ports, highlight.id, { note: 'look here' }, { note: '' })).toEqual({
      ok: true,
      value: noted,
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
      value: { modifiedMs: nowMs + 1 },
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
