import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileLimit } from '../../../utils/exchange/weights'
import { writeAnnotations } from '../../../utils/exchange/write-annotations'
import type { Highlight } from '../../../utils/model/highlight'
import { fail } from '../../../utils/model/result'
import { exportBackup } from '../../../utils/services/export-backup'
import { gatherArticles } from '../../../utils/services/gather-articles'
import { importFile } from '../../../utils/services/import-file'
import { mergeHighlights } from '../../../utils/services/merge-highlights'
import { arbitraryHighlights } from '../../support/arbitrary-highlight'
import { makeHighlight } from '../../support/make-dossier'
import { makeContent } from '../../support/make-export'
import { createMemoryPorts } from '../../support/memory-ports'

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/foreign/${name}`, import.meta.url), 'utf8')
const annotate = (highlights: Highlight[]) =>
  [...writeAnnotations(makeContent(gatherArticles({ highlights })))].join('')
type Ports = ReturnType<typeof createMemoryPorts>
const fill = (ports: Ports, after: Highlight[]) =>
  ports.highlights.commit({ atMs: 1, action: 'create', before: [], after })
const reportOf = async (ports: Ports, text: string) => {
  const taken = await importFile(ports, text)
  if (!taken.ok) throw new Error(taken.failure.detail)
  return taken.value
}
const only = async (ports: Ports) => {
  const [one, ...more] = await ports.highlights.listAll()
  expect(more).toEqual([])
  if (!one) throw new Error('there is none')
  return one
}
const exact = 'the palace keeps two handsets in a safe'
const here = makeHighlight('here', {
  addresses: ['https://morgenpost.example/oranje-phones'],
  title: 'Two handsets in a safe',
  selectors: [
    {
      type: 'TextQuoteSelector',
      exact,
      prefix: 'No doubt:\nOfficials say that ',
      suffix: ' beside the office. It',
    },
    { type: 'TextPositionSelector', start: 30, end: 69 },
  ],
  note: 'Mine.',
  tags: ['phones', 'mine'],
})

describe('highlights of another program', () => {
  test('come in in one step that can be undone, with a report of what was refused', async () => {
    const ports = createMemoryPorts()
    expect(await reportOf(ports, fixture('hypothesis-export.json'))).toEqual({
      format: 'highlights',
      report: { added: 1, updated: 0, unchanged: 0, removed: 0 },
      refused: {
        count: 4,
        detail: expect.stringMatching(/^annotations\[1\]\.target: quotes no passage.*(\n.*){3}$/),
      },
    })
    expect(await only(ports)).toMatchObject({ title: 'Two handsets in a safe', tags: ['Phones', 'to check'] })
    const [step] = await ports.highlights.listJournal()
    expect(step?.action).toBe('import')
    await ports.highlights.undo(step?.id ?? 0)
    expect(await ports.highlights.listAll()).toEqual([])
  })

  test.each([
    'annotations.jsonld',
    'hypothesis-export.json',
    'hypothesis-search.json',
    'obsidian-clipper.json',
    'obsidian-clipper-earlier.json',
    'readwise.csv',
  ])(
    'of %s, taken in twice, bring nothing the second time, even later and after the reader changed them',
    async name => {
      const ports = createMemoryPorts()
      ports.clock.nowIs(Date.UTC(2031, 5, 5))
      const { report } = await reportOf(ports, fixture(name))
      expect(report.added).toBeGreaterThan(0)
      const before = await ports.highlights.listAll()
      const changed = before.map(one => ({ ...one, note: 'My own.', modifiedMs: Date.UTC(2031, 5, 6) }))
      await ports.highlights.commit({ atMs: 2, action: 'change', before, after: changed })
      ports.clock.nowIs(Date.UTC(2031, 5, 7))
      const again = await reportOf(ports, fixture(name))
      expect(again.report).toMatchObject({ added: 0, updated: 0, unchanged: report.added })
      expect(await ports.highlights.listAll()).toEqual(changed)
    },
  )

  test.each([
    ['hypothesis-export.json', 'Compare with what the ministry said.', ['phones', 'mine', 'to check']],
    ['obsidian-clipper.json', 'Compare.\n\nWith what the ministry said.', ['phones', 'mine']],
    [
      'annotations.jsonld',
      'Compare with what the ministry said.\n\nhttps://notes.example/ministry',
      ['phones', 'mine'],
    ],
  ])(
    'of %s are joined with the same passage here: both notes, all tags, its own place',
    async (name, note, tags) => {
      const ports = createMemoryPorts()
      await fill(ports, [here])
      expect((await reportOf(ports, fixture(name))).report.updated).toBe(1)
      const joined = await ports.highlights.load(here.id)
      expect(joined).toMatchObject({
        note: `Mine.\n\n${note}`,
        tags,
        selectors: here.selectors,
        createdMs: 1_000,
      })
      const { report } = await reportOf(ports, fixture(name))
      expect([report.added, report.updated]).toEqual([0, 0])
    },
  )

  test('without an address meet the article by its title; what then brings address and place is one with them', async () => {
    const ports = createMemoryPorts()
    const csv = `Highlight,Book Title,Note\n${exact},Two handsets  in a SAFE,Read.\n`
    await reportOf(ports, csv)
    expect(await only(ports)).toMatchObject({ addresses: [], selectors: [{ exact, prefix: '', suffix: '' }] })
    await reportOf(ports, annotate([here]))
    const joined = await only(ports)
    expect(joined).toMatchObject({
      addresses: here.addresses,
      selectors: here.selectors,
      note: 'Read.\n\nMine.',
    })
    expect((await reportOf(ports, csv)).report).toMatchObject({ added: 0, unchanged: 1 })
    expect(await only(ports)).toEqual(joined)
    const other = `Highlight,Book Title\n${exact},Another article\n`
    expect((await reportOf(ports, other)).report.added).toBe(1)
  })

  test('of the same words in other surroundings are another passage', () => {
    const [quote] = here.selectors
    const elsewhere = makeHighlight('there', {
      ...here,
      id: makeHighlight('there').id,
      selectors: [{ ...quote, prefix: 'Nobody says that ', suffix: '' }],
    })
    expect(mergeHighlights([here], [elsewhere], 'join').report.added).toBe(1)
    const longer: Highlight = { ...elsewhere, selectors: [{ ...quote, prefix: 'say that', suffix: '' }] }
    expect(mergeHighlights([here], [longer], 'join').report.added).toBe(0)
  })

  test('changed there since are joined with what the reader did here', async () => {
    const ports = createMemoryPorts()
    const file = JSON.parse(fixture('hypothesis-search.json'))
    await reportOf(ports, JSON.stringify(file))
    const before = await only(ports)
    await ports.highlights.commit({
      atMs: 2,
      action: 'change',
      before: [before],
      after: [{ ...before, tags: ['mine'] }],
    })
    Object.assign(file.rows[0], { text: 'Later.', updated: '2031-06-06T00:00:00Z' })
    expect((await reportOf(ports, JSON.stringify(file))).report).toMatchObject({ added: 0, updated: 1 })
    expect(await only(ports)).toMatchObject({ id: before.id, note: 'Later.', tags: ['mine'] })
  })

  test('are taken in all or none: a full disk changes nothing', async () => {
    const ports = createMemoryPorts()
    const full = {
      ...ports,
      highlights: { ...ports.highlights, commit: async () => fail('storage-full', 'full') },
    }
    expect(await importFile(full, fixture('hypothesis-export.json'))).toMatchObject({
      ok: false,
      failure: { kind: 'storage-full' },
    })
    expect(await ports.highlights.listAll()).toEqual([])
  })

  test('leave as annotations and come in elsewhere as they were', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHighlights, async all => {
        const told = mergeHighlights(
          [],
          all.filter(({ selectors: [{ exact }] }) => exact.trim() !== ''),
        ).after
        const text = annotate(told)
        const ports = createMemoryPorts()
        await importFile(ports, text)
        const kept = await ports.highlights.listAll()
        expect(annotate(kept)).toBe(text)
      }),
      { numRuns: 50 },
    )
  })

  test('go into a backup and out of it again, without an address or a place too', async () => {
    const ports = createMemoryPorts()
    await reportOf(ports, fixture('readwise.csv'))
    const { text } = await exportBackup(ports)
    const other = createMemoryPorts()
    await reportOf(other, text)
    expect(await other.highlights.listAll()).toEqual(await ports.highlights.listAll())
    expect((await exportBackup(other)).text).toBe(text)
  })
})

describe('a file that is broken', () => {
  test.each([
    ['line 1, column 2: expected a value', '[}'],
    ['line 1, column 65: nested more than 64 deep', '['.repeat(10_000)],
    ['line 1, column 321: nested more than 64 deep', '{"a":'.repeat(10_000)],
    [
      '[0].uri: must be a web address (http or https)',
      '[{"uri":"about:blank","target":[{"selector":[{"type":"TextQuoteSelector","exact":"a"}]}]}]',
    ],
    ['line 2: a quotation mark is not closed', 'Highlight,Book Title\n"a'],
    ['format: must be "dossier" or "sidelight-backup"', '[{"a":1}]'],
    ['line 1, column 1: expected a value', '<p>no file of ours</p>'],
    ['the file is empty', ''],
  ])('is refused, and nothing is changed: %s', async (detail, text) => {
    const ports = createMemoryPorts()
    await fill(ports, [here])
    expect(await importFile(ports, text)).toEqual({ ok: false, failure: { kind: 'bad-input', detail } })
    expect(await ports.highlights.listAll()).toEqual([here])
  })

  test('is not kept beyond what is read as a whole', async () => {
    const ports = createMemoryPorts()
    expect(await importFile(ports, `[${' '.repeat(fileLimit)}`)).toEqual({
      ok: false,
      failure: { kind: 'bad-input', detail: 'the file is larger than any backup' },
    })
  })

  test('cut anywhere changes nothing, and says where', async () => {
    const whole = fixture('hypothesis-export.json').trimEnd()
    for (let length = 1; length < whole.length; length += 97) {
      const ports = createMemoryPorts()
      const taken = await importFile(ports, whole.slice(0, length))
      expect(taken).toMatchObject({
        ok: false,
        failure: { kind: 'bad-input', detail: expect.stringMatching(/^line \d+, column \d+: /) },
      })
      expect(await ports.highlights.listAll()).toEqual([])
    }
  })

  test('whatever it holds, is taken or refused and never throws', async () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('uri', 'target', 'https://a.example/', 'TextQuoteSelector'),
    )
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }), part, async (value, name) => {
        const row = { uri: 'https://a.example/', target: value, [name]: value }
        for (const file of [
          value,
          [row],
          { highlights: { 'https://a.example/': { highlights: [value] } } },
          { type: 'Annotation', target: value, body: value },
        ]) {
          const taken = await importFile(createMemoryPorts(), JSON.stringify(file))
          expect(typeof taken.ok).toBe('boolean')
        }
      }),
      { numRuns: 200 },
    )
  })
})
