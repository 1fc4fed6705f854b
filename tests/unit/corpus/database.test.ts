import { readFileSync } from 'node:fs'
import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { failureOf } from '../../../utils/corpus/attempt'
import { createClaimVectorStore } from '../../../utils/corpus/claim-vector-store'
import { createCorpusStore } from '../../../utils/corpus/corpus-store'
import { Database } from '../../../utils/corpus/database'
import { createHighlightStore } from '../../../utils/corpus/highlight-store'
import { createReaderClaimStore } from '../../../utils/corpus/reader-claim-store'
import { createRemarkStore } from '../../../utils/corpus/remark-store'
import { FailureError } from '../../../utils/model/failure-error'
import { asArticleId, asDossierId, asQuestionId } from '../../../utils/model/ids'
import { makeArticle, makeClaim, makeDossier, makeHighlight } from '../../support/make-dossier'
import { measureGrowth } from '../../support/measure-growth'
import { hashInTest } from './contract'

let indexedDB: IDBFactory
const open = () => new Database('test', { indexedDB, IDBKeyRange })
const makeStores = (database = open()) => ({
  database,
  corpus: createCorpusStore(database, hashInTest),
  highlights: createHighlightStore(database, hashInTest),
})
const dossier = makeDossier()

beforeEach(() => {
  indexedDB = new IDBFactory()
})

describe('a saved dossier', () => {
  test('is all or nothing: when a write in the middle fails, nothing changed', async () => {
    const { database, corpus } = makeStores()
    await corpus.saveDossier(dossier)
    const newer = makeDossier({
      version: 2,
      articles: [makeArticle('a1', { title: 'Other' }), makeArticle('a3')],
    })
    for (const [table, method] of [
      ['storedArticles', 'bulkAdd'],
      ['leaves', 'bulkAdd'],
      ['directory', 'bulkAdd'],
      ['parts', 'bulkPut'],
      ['dossiers', 'put'],
    ] as const) {
      const spy = vi.spyOn(database[table] as unknown as Record<string, () => never>, method)
      spy.mockImplementation(() => {
        throw new DOMException('no room', 'QuotaExceededError')
      })
      expect(await corpus.saveDossier(newer)).toMatchObject({ ok: false, failure: { kind: 'storage-full' } })
      expect(spy).toHaveBeenCalled()
      spy.mockRestore()
      expect(await corpus.loadDossier(dossier.id)).toEqual(dossier)
    }
    expect(await corpus.saveDossier(newer)).toMatchObject({ ok: true })
    expect(await corpus.loadDossier(dossier.id)).toEqual(newer)
  })

  test('of 660 claims takes time that grows with them, not with their square', async () => {
    const work = async (count: number) => {
      indexedDB = new IDBFactory()
      const { corpus } = makeStores()
      const articles = Array.from({ length: 143 }, (_, n) => makeArticle(`b${n}`))
      const claims = Array.from({ length: count }, (_, n) =>
        makeClaim(`b${n % 143}#${n}`, `b${n % 143}`, { 'two-phones': 'yes', listened: 'no' }),
      )
      const big = makeDossier({ articles, claims })
      expect(await corpus.saveDossier(big)).toMatchObject({ ok: true, value: { added: 145 + count } })
    }
    // Four times the claims, beside the same articles; the square would be 16.
    expect(await measureGrowth(work, 165, 660)).toBeLessThan(12)
  })
})

describe('looking claims up by their terms', () => {
  test('reads as much of 3,200 claims as of 1,600: asks each bucket once, and no term needlessly', async () => {
    const work: number[][] = []
    for (const size of [1_600, 3_200]) {
      indexedDB = new IDBFactory()
      const { corpus, database } = makeStores()
      const claims = Array.from({ length: size }, (_, n) => ({
        ...makeClaim(`a1#${n}`, 'a1', {}),
        statement: `The palace speaks of handset ${n % 100} in room ${n}.`,
      }))
      await corpus.saveDossier(makeDossier({ articles: [makeArticle('a1')], claims }))
      const rows = vi.spyOn(database.sketches, 'bulkGet')
      const asks = vi.spyOn(database.directory, 'where')
      const found = await corpus.findClaimsByTerms(
        [
          ['17', 'handset', 'palac'],
          ['17', 'palac'],
        ],
        3,
      )
      expect(found.map(list => list.length)).toEqual([3, 3])
      work.push([asks.mock.calls.length, rows.mock.calls[0]?.[0].length ?? 0])
    }
    const terms = 3
    expect(work.map(([asked]) => asked && asked <= terms)).toEqual([true, true])
    expect(work.map(([, read]) => read)).toEqual([3, 3])
  })
})

describe('failures have names', () => {
  test.each([
    [new DOMException('x', 'QuotaExceededError'), 'storage-full', /is full/],
    [new Dexie.AbortError('QuotaExceededError: x'), 'storage-full', /is full/],
    [new DOMException('x', 'VersionError'), 'storage-failed', /written by a later Sidelight \(x\)/],
    [new DOMException('x', 'UnknownError'), 'storage-failed', /could not read or write/],
    [new Error('anything'), 'storage-failed', /^anything$/],
    ['a word', 'storage-failed', /^a word$/],
  ])('%s', (error, kind, detail) => {
    expect(failureOf(error)).toEqual({ kind, detail: expect.stringMatching(detail) })
  })

  test('where there is no IndexedDB at all', async () => {
    const database = new Database('test', { indexedDB: undefined as never, IDBKeyRange: undefined as never })
    const corpus = createCorpusStore(database, hashInTest)
    await expect(corpus.listDossiers()).rejects.toBeInstanceOf(FailureError)
    expect(await corpus.saveDossier(dossier)).toMatchObject({
      ok: false,
      failure: { kind: 'storage-failed' },
    })
  })

  test('another connection that does not let go', async () => {
    // Holds version 1 of the browser's counting (0.1 of Dexie's) and never closes.
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open('test', 1)
      request.onsuccess = () => resolve()
      request.onerror = () => reject(request.error)
    })
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    try {
      const { corpus } = makeStores()
      const saved = corpus.saveDossier(dossier)
      let result: Awaited<typeof saved> | undefined
      saved.then(value => {
        result = value
      })
      for (let turn = 0; turn < 200 && !result; turn++) {
        await new Promise(resolve => setImmediate(resolve))
        await vi.advanceTimersByTimeAsync(50)
      }
      expect(result).toEqual({
        ok: false,
        failure: {
          kind: 'storage-failed',
          detail: 'another window of Sidelight holds an older database open',
        },
      })
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('other connections', () => {
  test('it lets go when a later version wants in, and still reads what it knows', async () => {
    const { database, corpus, highlights } = makeStores()
    await corpus.saveDossier(dossier)
    const later = new Dexie('test', { indexedDB, IDBKeyRange })
    const schema = Object.fromEntries(
      database.tables.map(({ name, schema: { primKey, indexes } }) => [
        name,
        [primKey, ...indexes].map(({ src }) => src).join(),
      ]),
    )
    later.version(99).stores({ ...schema, terms: 'id' })
    await later.open()
    expect(later.verno).toBe(99)
    later.close()
    expect(await corpus.loadDossier(dossier.id)).toEqual(dossier)
    expect(await highlights.listAll()).toEqual([])
  })

  test('it lets go when the data is cleared, and begins anew', async () => {
    const { corpus, highlights } = makeStores()
    await corpus.saveDossier(dossier)
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase('test')
      request.onsuccess = () => resolve()
      request.onerror = () => reject(request.error)
    })
    expect(await corpus.listDossiers()).toEqual([])
    expect(await highlights.listAll()).toEqual([])
    expect(await corpus.saveDossier(dossier)).toMatchObject({ ok: true, value: { added: 8 } })
  })
})

describe('rows that a released version wrote', () => {
  const schemas: Record<string, string>[] = [
    {
      dossiers: 'id',
      questions: '[dossier+id], dossier',
      articles: 'id, dossier, *addressHashes',
      claims: 'id, dossier, article, *questionKeys, locatorHash, locatorWords',
      pairVerdicts: '[a+b+question]',
      highlights: 'id, *addressHashes',
      journal: '++id',
    },
    {
      claims: 'id, dossier, article, *questionKeys, locatorHash, locatorWords, *terms',
      profiles: 'id, dossier',
      readerClaims: 'id, *addressHashes, questionKey',
    },
  ]
  const spotting = {
    groups: [
      { id: 'phone', terms: ['phone*'] },
      { id: 'leader', terms: ['president*'] },
    ],
    rules: [{ all: ['phone', 'leader'], weight: 2 }],
    threshold: 2,
  }

  test.each([
    [1, {}],
    [2, { spotting }],
  ])('version %i opens, reads and goes on', async (version, more) => {
    const fixture = new URL(`../../fixtures/rows/v${version}.json`, import.meta.url)
    const rows: Record<string, unknown[]> = JSON.parse(readFileSync(fixture, 'utf8'))
    // A database as that version made it, by its schema's own words and not by today's class.
    const released = new Dexie('test', { indexedDB, IDBKeyRange })
    for (const [index, schema] of schemas.slice(0, version).entries()) {
      released.version(index + 1).stores(schema)
    }
    await released.open()
    expect(Object.keys(rows).toSorted()).toEqual(released.tables.map(({ name }) => name).toSorted())
    for (const [table, written] of Object.entries(rows)) {
      expect(written.length).toBeGreaterThan(0)
      await released.table(table).bulkAdd(written)
    }
    released.close()

    const { corpus, highlights, database } = makeStores()
    const kept = makeDossier({ compiledBy: 'the archive', ...more })
    expect(await corpus.loadDossier(dossier.id)).toEqual(kept)
    const found = await corpus.findArticlesByAddress(['morgenpost.example/amp/3'])
    expect(found.map(({ id }) => id)).toEqual(['a3'])
    expect(await corpus.listClaimsOfArticle(asArticleId('a1'))).toHaveLength(2)
    const asked = asQuestionId('two-phones')
    expect(await corpus.listClaimsOfQuestion(asked, dossier.id)).toHaveLength(2)
    // What came later was filled in: the terms that claims are found by, the profiles, the summaries.
    const [byTerm] = await corpus.findClaimsByTerms([['aid']], 10)
    expect(byTerm?.map(({ id }) => id).toSorted()).toEqual(['a1#1', 'a1#2', 'a3#1'])
    expect(await corpus.listTermProfiles()).toHaveLength(3)
    expect(await corpus.listQuestionSummaries(dossier.id)).toHaveLength(2)
    expect(await corpus.listPairVerdicts()).toHaveLength(1)
    expect(await highlights.listAll()).toEqual([makeHighlight('h1')])
    expect(await highlights.listNewest(5)).toEqual([makeHighlight('h1')])
    expect(await database.readerClaims.count()).toBe(version - 1)
    const [step] = await highlights.listJournal()
    expect(step && (await highlights.undo(step.id))).toMatchObject({ ok: true })

    // Filed as taking it in anew files it.
    const filed = await listRows(database)
    expect(await corpus.saveDossier(kept)).toMatchObject({ ok: true, value: { unchanged: 8, updated: 0 } })
    await corpus.sweep()
    expect(await listRows(database)).toEqual(filed)
  })

  test('vectors that do not say what their claims answer go, and room is made for the stamps', async () => {
    const before = new Dexie('test', { indexedDB, IDBKeyRange })
    before.version(5).stores({ dossiers: 'id', claimVectors: '[dossier+index]' })
    await before.open()
    const data = { model: 'v1', claims: ['a'], statements: ['b'], vectors: Int8Array.of(1) }
    await before.table('claimVectors').add({ dossier: 'd', index: 0, data })
    before.close()

    const vectors = createClaimVectorStore(open())
    expect(await vectors.loadBlock(asDossierId('d'), 0)).toBeNull()
    expect(await vectors.saveStamp(asDossierId('d'), 'v1 1')).toMatchObject({ ok: true })
  })

  test('claims of the reader’s of version 8 are found by their terms, and remarks have room', async () => {
    const fixture = new URL('../../fixtures/rows/v8.json', import.meta.url)
    const { readerClaims } = JSON.parse(readFileSync(fixture, 'utf8'))
    const before = new Dexie('test', { indexedDB, IDBKeyRange })
    before.version(8).stores({ dossiers: 'id', readerClaims: 'id, *addressHashes, questionKey' })
    await before.open()
    await before.table('readerClaims').bulkAdd(readerClaims)
    before.close()

    const database = open()
    const claims = createReaderClaimStore(database, hashInTest)
    const [found = []] = await claims.findByTerms([['phon']], 9)
    expect(found.map(({ id }) => id)).toEqual(['r1'])
    expect(await claims.listAll()).toHaveLength(2)
    expect(await createRemarkStore(database).listAll()).toEqual([])
  })

  /** All rows of the one edition, without its number. */
  async function listRows(database: Database) {
    const editions = await database.editions.toArray()
    expect(editions).toHaveLength(1)
    const edition = editions[0]?.id
    const plain = (value: unknown) =>
      JSON.parse(
        JSON.stringify(value, (key, part) =>
          key === 'edition'
            ? 'own'
            : key === 'answerKeys'
              ? part.map(([, ...rest]: unknown[]) => rest)
              : part instanceof Uint32Array
                ? [...part]
                : part,
        ).replaceAll(`"${edition}|`, '"own|'),
      )
    const tables = ['dossiers', 'parts', 'storedArticles', 'leaves', 'sketches', 'directory'] as const
    return Promise.all(tables.map(async name => [name, plain(await database.table(name).toArray())]))
  }
})
