import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Highlight } from '../../../utils/model/highlight'
import { asClaimId, asHighlightId } from '../../../utils/model/ids'
import { limits } from '../../../utils/model/limits'
import { fail } from '../../../utils/model/result'
import { exportBackup } from '../../../utils/services/export-backup'
import { importFile } from '../../../utils/services/import-file'
import { mergeHighlights } from '../../../utils/services/merge-highlights'
import { mergeReaderClaims } from '../../../utils/services/merge-reader-claims'
import { saveOwnDossier } from '../../../utils/services/save-own-dossier'
import {
  arbitraryHighlights,
  arbitraryReaderClaims,
  arbitrarySettings,
  arbitraryVerdict,
} from '../../support/arbitrary-highlight'
import { makeDossier, makeHighlight, makeReaderClaim } from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

const fill = async (ports: ReturnType<typeof createMemoryPorts>, highlights: Highlight[]) =>
  ports.highlights.commit({ atMs: 1, action: 'create', before: [], after: highlights })
const verdict = fc.sample(arbitraryVerdict, { numRuns: 1, seed: 3 })[0]

/** A backup's text of a profile with these highlights. */
async function backupOf(highlights: Highlight[]): Promise<string> {
  const ports = createMemoryPorts({ offHosts: ['b.example'] })
  await fill(ports, highlights)
  if (verdict) await ports.corpus.savePairVerdict(verdict)
  return (await exportBackup(ports)).text
}

describe('a backup', () => {
  test('is named after the day where the reader is', async () => {
    const ports = createMemoryPorts()
    ports.clock.nowIs(new Date(2026, 10, 3, 0, 30).getTime())
    expect((await exportBackup(ports)).name).toBe('sidelight-backup-2026-11-03.json')
  })

  test('taken in on an empty profile gives the same backup, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryHighlights,
        fc.array(arbitraryVerdict, { maxLength: 3 }),
        arbitrarySettings,
        arbitraryReaderClaims,
        async (highlights, verdicts, settings, claims) => {
          const from = createMemoryPorts(settings)
          // Through the merge, as saving does: the same passage never stands there twice.
          await fill(from, mergeHighlights([], highlights).after)
          for (const one of verdicts) await from.corpus.savePairVerdict(one)
          await from.readerClaims.save(claims)
          const { text } = await exportBackup(from)
          const to = createMemoryPorts()
          expect(await importFile(to, text)).toMatchObject({
            ok: true,
            value: { format: 'sidelight-backup' },
          })
          expect((await exportBackup(to)).text).toBe(text)
        },
      ),
      { numRuns: 50 },
    )
  })

  test('taken in twice changes nothing the second time', async () => {
    const text = await backupOf([makeHighlight('h1'), makeHighlight('h2')])
    const ports = createMemoryPorts()
    const first = await importFile(ports, text)
    expect(first).toMatchObject({ ok: true, value: { report: { added: 3, updated: 0, unchanged: 0 } } })
    expect(await importFile(ports, text)).toMatchObject({
      ok: true,
      value: { report: { added: 0, updated: 0, unchanged: 3, removed: 0 } },
    })
    expect(await ports.highlights.listJournal()).toHaveLength(1)
  })

  test('takes in remarks and dossiers of the reader’s own: the later, and the higher version, stay', async () => {
    const from = createMemoryPorts()
    const remark = { claim: asClaimId('a1#1'), kind: 'hidden' as const, reason: '', statement: 'x', atMs: 5 }
    await from.remarks.save([remark, { ...remark, claim: asClaimId('a3#1'), atMs: 1 }])
    const own = { id: null, title: 'Bells', terms: ['bell'], questions: [{ id: null, text: 'By hand?' }] }
    const made = await saveOwnDossier(from, own)
    if (!made.ok) throw new Error('not saved')
    const { dossier: id, questions } = made.value
    await saveOwnDossier(from, { ...own, id, title: 'The bells', questions })
    const { text } = await exportBackup(from)

    const to = createMemoryPorts()
    const mine = { ...remark, claim: asClaimId('a3#1'), kind: 'disputed' as const, atMs: 9 }
    await to.remarks.save([mine])
    expect(await importFile(to, text)).toMatchObject({
      ok: true,
      value: { report: { added: 1, unchanged: 1 } },
    })
    expect(await to.remarks.listAll()).toEqual([remark, mine])
    expect(await to.corpus.loadDossier(id)).toEqual(await from.corpus.loadDossier(id))
    await saveOwnDossier(to, { ...own, id, title: 'Later', questions })
    expect(await importFile(to, text)).toMatchObject({ ok: true, value: { report: { added: 0 } } })
    expect(await to.corpus.loadDossier(id)).toMatchObject({ version: 3, title: 'Later' })
  })

  test('whose own dossier cannot be kept changes nothing', async () => {
    const from = createMemoryPorts({ isPaused: true })
    await from.remarks.save([
      { claim: asClaimId('a1#1'), kind: 'hidden', reason: '', statement: 'x', atMs: 5 },
    ])
    await saveOwnDossier(from, {
      id: null,
      title: 'Bells',
      terms: [],
      questions: [{ id: null, text: 'By hand?' }],
    })
    const { text } = await exportBackup(from)
    const to = createMemoryPorts()
    to.corpus.saveDossier = async () => fail('storage-full', 'full')
    expect(await importFile(to, text)).toMatchObject({ failure: { kind: 'storage-full' } })
    expect(await to.remarks.listAll()).toEqual([])
    expect((await to.settings.load()).isPaused).toBe(false)
  })

  test('takes in what the reader says of articles: of two about one sentence the later stays', async () => {
    const from = createMemoryPorts()
    const same = makeReaderClaim('there', { position: 'no', modifiedMs: 2_000 })
    await from.readerClaims.save([same, makeReaderClaim('new'), makeReaderClaim('older')])
    const { text } = await exportBackup(from)
    const to = createMemoryPorts()
    const mine = [
      makeReaderClaim('here', { locator: same.locator }),
      makeReaderClaim('older', { position: 'partly', modifiedMs: 3_000 }),
    ]
    await to.readerClaims.save(mine)
    expect(await importFile(to, text)).toMatchObject({
      value: { report: { added: 1, updated: 1, unchanged: 1 } },
    })
    const kept = (await to.readerClaims.listAll()).map(({ id, position }) => [id, position])
    expect(kept).toEqual([
      ['here', 'no'],
      ['new', 'yes'],
      ['older', 'partly'],
    ])
    expect(await importFile(to, text)).toMatchObject({
      value: { report: { added: 0, updated: 0, unchanged: 3 } },
    })
  })

  test('a claim of the reader’s that was made under another address of the article is the same one', () => {
    const at = (address: string, modifiedMs: number) =>
      makeReaderClaim(`r${modifiedMs}`, {
        addresses: [address],
        locator: { words: 6, hash: 'abcdefabcdefabcd' },
        modifiedMs,
      })
    const [mine, theirs] = [at('https://a.example/x', 1_000), at('https://a.example/x/amp', 2_000)]
    const both = { ...theirs, id: mine.id, createdMs: mine.createdMs }
    const first = mergeReaderClaims([mine], [theirs])
    expect(first).toEqual({
      put: [{ ...both, addresses: [...mine.addresses, ...theirs.addresses] }],
      before: [mine],
      added: [],
    })
    expect(mergeReaderClaims(first.put, [theirs, mine]).put).toEqual([])
    // An older one brings its address, and nothing else.
    expect(mergeReaderClaims([theirs], [mine]).put).toEqual([
      { ...theirs, addresses: [...theirs.addresses, ...mine.addresses] },
    ])
    expect(mergeReaderClaims([mine], [at('https://a.example/y', 2_000)]).added).toHaveLength(1)
  })

  test('takes back what it wrote of the reader’s claims when something fails later', async () => {
    const from = createMemoryPorts()
    await from.readerClaims.save([
      makeReaderClaim('r1', { position: 'no', modifiedMs: 5_000 }),
      makeReaderClaim('r2'),
    ])
    const { text } = await exportBackup(from)
    const to = createMemoryPorts()
    const before = [makeReaderClaim('r1')]
    await to.readerClaims.save(before)
    const broken = { ...to, settings: { ...to.settings, save: () => Promise.reject(new Error('no room')) } }
    expect(await importFile(broken, text)).toMatchObject({ ok: false, failure: { kind: 'storage-failed' } })
    expect(await to.readerClaims.listAll()).toEqual(before)
  })

  test('counts a verdict that the file has twice once', async () => {
    const value = JSON.parse(await backupOf([]))
    const [one] = value.pairVerdicts
    value.pairVerdicts.push({ ...one, a: one.b, b: one.a })
    expect(await importFile(createMemoryPorts(), JSON.stringify(value))).toMatchObject({
      value: { report: { added: 1, unchanged: 1 } },
    })
  })

  test('joins lists of settings', async () => {
    const ports = createMemoryPorts({ offHosts: ['a.example'] })
    await importFile(ports, await backupOf([]))
    expect((await ports.settings.load()).offHosts).toEqual(['a.example', 'b.example'])
  })

  test('can be undone', async () => {
    const ports = createMemoryPorts()
    const mine = makeHighlight('h1')
    await fill(ports, [mine])
    await importFile(
      ports,
      await backupOf([{ ...mine, note: 'newer', modifiedMs: 5_000 }, makeHighlight('h2')]),
    )
    expect((await ports.highlights.listAll()).map(({ note }) => note)).toEqual(['newer', ''])
    const entry = (await ports.highlights.listJournal()).at(-1)
    expect(entry?.action).toBe('import')
    await ports.highlights.undo(entry?.id ?? 0)
    expect(await ports.highlights.listAll()).toEqual([mine])
  })

  test('is all or nothing: what was written is taken back when the next write fails', async () => {
    const text = await backupOf([makeHighlight('h1')])
    const full = createMemoryPorts()
    full.highlights.commit = async () => fail('storage-full', 'the disk is full')
    expect(await importFile(full, text)).toMatchObject({ ok: false, failure: { kind: 'storage-full' } })
    expect(await full.corpus.listPairVerdicts()).toEqual([])

    const stuck = createMemoryPorts()
    stuck.settings.save = () => Promise.reject(new Error('no storage'))
    expect(await importFile(stuck, text)).toMatchObject({ ok: false, failure: { kind: 'storage-failed' } })
    expect(await stuck.corpus.listPairVerdicts()).toEqual([])
    expect(await stuck.highlights.listAll()).toEqual([])
    expect(await stuck.highlights.listJournal()).toEqual([])
  })
})

describe('importFile', () => {
  test('takes a dossier for what it says it is', async () => {
    const ports = createMemoryPorts()
    expect(await importFile(ports, JSON.stringify(makeDossier()))).toMatchObject({
      ok: true,
      value: { format: 'dossier', report: { added: 8 } },
    })
    expect(await ports.corpus.listDossiers()).toHaveLength(1)
  })

  test.each([
    ['{"format":"opml"}', 'format: must be "dossier" or "sidelight-backup"'],
    ['[1]', 'format: must be "dossier" or "sidelight-backup"'],
    ['null', 'format: must be "dossier" or "sidelight-backup"'],
    ['<rss/>', 'line 1, column 1: expected a value'],
    [
      '{"format":"sidelight-backup","version":6}',
      'version: 6 was written by a later Sidelight; this one reads 1 to 5',
    ],
  ])('refuses %s', async (text, detail) => {
    expect(await importFile(createMemoryPorts(), text)).toEqual({
      ok: false,
      failure: { kind: 'bad-input', detail },
    })
  })
})

describe('mergeHighlights', () => {
  const mine = makeHighlight('mine', { note: 'first thought' })
  const twin = (more: Partial<Highlight>): Highlight => ({ ...mine, id: asHighlightId('theirs'), ...more })

  test('of the same id the one changed last stands', () => {
    const newer = { ...mine, note: 'second thought', modifiedMs: 2_000 }
    expect(mergeHighlights([mine], [newer])).toMatchObject({
      before: [mine],
      after: [newer],
      report: { updated: 1 },
    })
    expect(mergeHighlights([newer], [mine])).toMatchObject({
      before: [],
      after: [],
      report: { unchanged: 1 },
    })
  })

  test('the same passage on the same page becomes one, with both notes and all addresses', () => {
    const theirs = twin({
      note: 'another thought',
      addresses: ['http://www.morgenpost.example/a1/', 'https://copy.example/a1'],
      createdMs: 500,
      modifiedMs: 3_000,
    })
    const { after, report } = mergeHighlights([mine], [theirs])
    expect(after).toEqual([
      {
        ...mine,
        note: 'first thought\n\nanother thought',
        addresses: [...mine.addresses, ...theirs.addresses],
        createdMs: 500,
        modifiedMs: 3_000,
      },
    ])
    expect(report).toEqual({ added: 0, updated: 1, unchanged: 0, removed: 0 })
    expect(mergeHighlights(after, [theirs]).report).toEqual({
      added: 0,
      updated: 0,
      unchanged: 1,
      removed: 0,
    })
  })

  test('of two states of one highlight the later stands, with the addresses of both', () => {
    const [here, there] = ['https://here.example/a', 'https://there.example/a']
    const ours = { ...mine, addresses: [...mine.addresses, here], statedAddresses: [there] }
    const theirs = { ...mine, addresses: [...mine.addresses, there], note: 'later', modifiedMs: 9_000 }
    const joined = { ...theirs, addresses: [...mine.addresses, there, here] }
    expect(mergeHighlights([ours], [theirs]).after).toEqual([joined])
    const older = { ...ours, addresses: [...mine.addresses, here, there] }
    expect(mergeHighlights([theirs], [ours]).after).toEqual([joined])
    expect(mergeHighlights([older], [ours]).after).toEqual([])
  })

  test('moved by a change of the page it is the same passage, elsewhere or of other words it is not', () => {
    const [quote] = mine.selectors
    const place = { type: 'TextPositionSelector' as const, start: 10, end: 20 }
    const countAdded = (theirs: Highlight) => mergeHighlights([mine], [theirs]).report.added
    expect(countAdded(twin({ selectors: [quote, { ...place, start: 90, end: 100 }] }))).toBe(0)
    expect(
      countAdded(
        twin({
          selectors: [
            { ...quote, prefix: 'x' },
            { ...place, start: 90, end: 100 },
          ],
        }),
      ),
    ).toBe(1)
    expect(countAdded(twin({ selectors: [{ ...quote, exact: 'other' }, place] }))).toBe(1)
    expect(countAdded(twin({ addresses: ['https://morgenpost.example/a2'] }))).toBe(1)
    const bare = { ...quote, prefix: '', suffix: '' }
    const far = twin({ selectors: [bare, { ...place, start: 90, end: 100 }] })
    expect(mergeHighlights([{ ...mine, selectors: [bare, place] }], [far]).report.added).toBe(1)
  })

  test('notes too long for one stay two', () => {
    const long = 'x'.repeat(limits.highlightText)
    expect(mergeHighlights([mine], [twin({ note: long })]).report.added).toBe(1)
  })

  test('loses no note and no id that was there, whatever comes in, and settles at once', () => {
    fc.assert(
      fc.property(arbitraryHighlights, arbitraryHighlights, (onFile, incoming) => {
        const { before, after, report } = mergeHighlights(onFile, incoming)
        const changed = new Map(after.map(highlight => [highlight.id, highlight]))
        const kept = [...onFile.filter(({ id }) => !changed.has(id)), ...after]
        const ids = new Set(kept.map(({ id }) => id))
        for (const { id } of onFile) expect(ids).toContain(id)
        const incomingIds = new Set(incoming.map(({ id }) => id))
        const untouched = onFile.filter(({ id }) => !incomingIds.has(id))
        for (const { note } of untouched) expect(kept.some(other => other.note.includes(note))).toBe(true)
        expect(report.added + report.updated + report.unchanged).toBe(incoming.length)
        expect(report.updated).toBe(before.length)
        expect(mergeHighlights(kept, incoming).after).toEqual([])
      }),
    )
  })
})
