import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createCorpusStore } from '../../../utils/corpus/corpus-store'
import { Database } from '../../../utils/corpus/database'
import { editionTables } from '../../../utils/corpus/tables'
import { claimsPerSegment, mostOfQuestion, rowsPerSweep } from '../../../utils/corpus/weights'
import type { Dossier } from '../../../utils/model/dossier'
import { asDossierId } from '../../../utils/model/ids'
import type { DossierStaging } from '../../../utils/model/ports'
import { hashesOf } from '../../../utils/reading/judge-address'
import { makeDossier } from '../../support/make-dossier'
import { makeVolumeDossier } from '../../support/make-volume-dossier'
import { createMemoryCorpus } from '../../support/memory-corpus'

// Portions as small as can be, so that a dossier of some hundred claims has several of each.
vi.mock('../../../utils/corpus/weights', async original => ({
  ...(await original<Record<string, unknown>>()),
  claimsPerSegment: 250,
  mostOfQuestion: 40,
  rowsPerSweep: 50,
}))

// A database in memory takes some seconds for these on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

let indexedDB: IDBFactory
const open = () => {
  const database = new Database('test', { indexedDB, IDBKeyRange })
  return { database, corpus: createCorpusStore(database, hashesOf) }
}
beforeEach(() => {
  indexedDB = new IDBFactory()
})

const small = makeVolumeDossier({ claims: 30 })
const large = makeVolumeDossier({ claims: 900, version: 2 })

/** Adds all of a dossier to a staging, and settles nothing. */
async function add(staging: DossierStaging, { articles, claims, ...head }: Dossier): Promise<void> {
  expect(await staging.addArticles(articles)).toMatchObject({ ok: true })
  staging.openClaims(head)
  const byId = new Map(articles.map(article => [article.id, article]))
  for (let from = 0; from < claims.length; from += 100) {
    const part = claims.slice(from, from + 100)
    const carried = part.map(claim => ({ claim, article: byId.get(claim.article) ?? null }))
    expect(await staging.addClaims(carried)).toMatchObject({ ok: true })
  }
}
const countRows = async (database: Database): Promise<number> =>
  (await Promise.all(editionTables.map(name => database.table(name).count()))).reduce((sum, n) => sum + n, 0)

test('the portions are small here', () => {
  expect([claimsPerSegment, mostOfQuestion, rowsPerSweep]).toEqual([250, 40, 50])
})

describe('a dossier on its way in', () => {
  test('is seen by nobody before it is settled, and then at once', async () => {
    const { corpus } = open()
    await corpus.saveDossier(small)
    const staging = await corpus.stageDossier()
    await add(staging, large)
    expect(await corpus.loadDossier(small.id)).toEqual(small)

    // Others read all the while: each sees all of the old or all of the new.
    const reader = open().corpus
    const seen: number[] = []
    let isOver = false
    const reading = (async () => {
      while (!isOver) {
        const [dossiers, whole] = [await reader.listDossiers(), await reader.loadDossier(small.id)]
        expect([30, 900]).toContain(whole?.claims.length)
        expect(whole).toEqual(whole?.claims.length === 30 ? small : large)
        seen.push(whole?.claims.length ?? 0)
        expect(dossiers).toHaveLength(1)
      }
    })()
    const { articles: _a, claims: _c, ...head } = large
    const settled = await staging.settle(head)
    const sweeping = corpus.sweep()
    await vi.waitFor(() => expect(seen.at(-1)).toBe(900), 5_000)
    await sweeping
    isOver = true
    await reading
    expect(settled).toMatchObject({
      ok: true,
      value: { added: large.articles.length + 900 - small.articles.length - 30 },
    })
    expect(seen[0]).toBe(30)
  })

  test('that is given up leaves nothing', async () => {
    const { corpus, database } = open()
    await corpus.saveDossier(small)
    const rows = await countRows(database)
    const staging = await corpus.stageDossier()
    await add(staging, large)
    expect(await countRows(database)).toBeGreaterThan(rows + 300)
    // It is being staged: a sweep leaves it alone.
    const staged = await countRows(database)
    await corpus.sweep()
    expect(await countRows(database)).toBe(staged)
    await staging.abandon()
    await corpus.sweep()
    expect(await countRows(database)).toBe(rows)
    expect(await database.editions.count()).toBe(1)
    expect(await corpus.loadDossier(small.id)).toEqual(small)
  })

  test('whose worker was stopped is cleared away by the next, a portion at a time', async () => {
    const first = open()
    await first.corpus.saveDossier(small)
    const rows = await countRows(first.database)
    await add(await first.corpus.stageDossier(), large)
    first.database.close()

    const { corpus, database } = open()
    expect(await corpus.loadDossier(small.id)).toEqual(small)
    const total = await countRows(database)
    const sizes: number[] = []
    const sweeping = corpus.sweep()
    let isOver = false
    sweeping.then(() => {
      isOver = true
    })
    while (!isOver) sizes.push(await countRows(database))
    expect(Math.max(...sizes.slice(1).map((size, at) => (sizes[at] ?? 0) - size))).toBeLessThan(
      (total - rows) / 3,
    )
    expect(await countRows(database)).toBe(rows)
    expect(await corpus.saveDossier(large)).toMatchObject({ ok: true })
    await corpus.sweep()
    expect(await corpus.loadDossier(small.id)).toEqual(large)
    expect(await database.editions.count()).toBe(1)
  })

  test('waits for the one before it', async () => {
    const { corpus } = open()
    const first = await corpus.stageDossier()
    let isOpen = false
    const second = corpus.stageDossier().then(staging => {
      isOpen = true
      return staging
    })
    await add(first, small)
    expect(isOpen).toBe(false)
    await first.abandon()
    await (await second).abandon()
    expect(isOpen).toBe(true)
  })

  test('that is cancelled while it is settled changes nothing, unless it is done', async () => {
    const { corpus } = open()
    await corpus.saveDossier(small)
    const { articles: _a, claims: _c, ...head } = large
    const staging = await corpus.stageDossier()
    await add(staging, large)
    expect(await staging.prepare(head, () => staging.cancel())).toMatchObject({
      ok: false,
      failure: { kind: 'cancelled' },
    })
    expect(await corpus.loadDossier(small.id)).toEqual(small)
    const again = await corpus.stageDossier()
    await add(again, large)
    expect(await again.settle(head)).toMatchObject({ ok: true })
    again.cancel()
    await again.abandon()
    expect(await corpus.loadDossier(small.id)).toEqual(large)
  })

  test('a sweep that comes between makes it fail, and not half of it stand there', async () => {
    const { corpus } = open()
    const staging = await corpus.stageDossier()
    await add(staging, small)
    // Another worker, which knows nothing of this one.
    await open().corpus.sweep()
    const { articles: _a, claims: _c, ...head } = small
    expect((await staging.settle(head)).ok).toBe(false)
    expect(await corpus.listDossiers()).toEqual([])
  })

  test('names ids that stand there twice, the first ones in the order of the file', async () => {
    const { corpus } = open()
    const claims = large.claims.map((claim, n) =>
      n >= 870 ? { ...claim, id: large.claims[n - 500]?.id ?? claim.id } : claim,
    )
    const refused = await corpus.saveDossier({ ...large, claims })
    const lines = refused.ok ? [] : refused.failure.detail.split('\n')
    expect(lines[0]).toBe(`claims[870].id: “${claims[870]?.id}” is the id of claims[370] too`)
    expect(lines).toHaveLength(22)
    expect(lines.at(-1)).toBe('… and 9 more')
    const copy = {
      ...large,
      id: asDossierId('copy'),
      articles: large.articles.map(a => ({ ...a, id: `x${a.id}` as never })),
    }
    await corpus.saveDossier(large)
    expect(await corpus.saveDossier(copy)).toMatchObject({
      failure: { detail: 'claims[0].id: belongs to the dossier “volume” already' },
    })
    const tiny = {
      ...makeDossier(),
      claims: makeDossier().claims.map((claim, n) =>
        n === 1 ? { ...claim, id: large.claims[800]?.id ?? claim.id } : claim,
      ),
    }
    expect(await corpus.saveDossier(tiny)).toMatchObject({
      failure: { detail: 'claims[1].id: belongs to the dossier “volume” already' },
    })
  })
})

describe('several portions', () => {
  test('are read as plain lists are', async () => {
    const { corpus } = open()
    const memory = createMemoryCorpus(hashesOf)
    for (const store of [corpus, memory]) {
      expect(await store.saveDossier(large)).toMatchObject({ ok: true })
      expect(await store.saveDossier(makeDossier())).toMatchObject({ ok: true })
    }
    const both = [corpus, memory] as const
    const same = async <T>(read: (store: typeof corpus) => Promise<T>): Promise<T> => {
      const [one, two] = [await read(both[0]), await read(both[1])]
      expect(one).toEqual(two)
      return one
    }
    const hashes = large.claims.filter((_, n) => n % 90 === 3).map(({ locator }) => locator.hash)
    expect(await same(store => store.findClaimsByLocator([...hashes, '0123456789abcdef']))).toHaveLength(10)
    const known = await same(store => store.listKnownAddressHashes())
    expect(known.length).toBeGreaterThanOrEqual(large.articles.length + 3)
    expect(await same(store => store.findArticlesByAddress(known.slice(10, 14)))).toHaveLength(4)
    await same(store => store.listLocatorLengths())
    await same(store => store.listOutletHosts())
    await same(store => store.listTermProfiles())
    const article = large.articles[70]?.id ?? expect.fail('no article')
    expect((await same(store => store.listClaimsOfArticle(article))).length).toBeGreaterThan(4)
    await same(async store => [...(await store.countClaimsOfArticles([article]))])
    const terms = ['phon', 'presid', 'overheard', 'ambassi', 'spy', 'nowher']
    const [found = []] = await corpus.findClaimsByTerms([terms], 50)
    const [asList = []] = await memory.findClaimsByTerms([terms], 50)
    expect(found.length).toBe(50)
    expect(found.map(({ id }) => id)).toEqual(asList.map(({ id }) => id))
    const loaded = await corpus.loadClaims(found.map(({ place }) => place))
    expect(loaded.size).toBe(50)
    expect(found.map(({ place }) => loaded.get(place)?.id)).toEqual(found.map(({ id }) => id))
  })

  test('of a question with many claims the nearest are read, of each position and about whom it is asked', async () => {
    const { corpus } = open()
    await corpus.saveDossier(large)
    const summaries = await corpus.listQuestionSummaries(large.id)
    expect(summaries.some(({ isByClaims }) => isByClaims)).toBe(true)
    expect(summaries.some(({ isByClaims }) => !isByClaims)).toBe(true)
    for (const { question, isByClaims, counts } of summaries) {
      const all = large.claims.filter(({ bearsOn }) =>
        bearsOn.some(answer => answer.question === question.id),
      )
      const leaders = new Map(large.articles.map(({ id, leader }) => [id, leader]))
      const [first] = all
      if (!first) expect.fail('no claim')
      const subject = leaders.get(first.article) ?? ''
      const read = await corpus.listClaimsOfQuestion(question.id, large.id, {
        time: first.about,
        subjects: [subject],
      })
      if (!isByClaims) {
        expect(read.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
        continue
      }
      expect(counts.sources).toBe(all.length)
      expect(read.length).toBeLessThan(all.length)
      expect(read.map(({ id }) => id)).toContain(first.id)
      const positionsOf = (claims: typeof all) =>
        new Set(
          claims.map(({ bearsOn }) => bearsOn.find(answer => answer.question === question.id)?.position),
        )
      expect(positionsOf(read)).toEqual(positionsOf(all))
      const latest = await corpus.listClaimsOfQuestion(question.id, large.id)
      const times = all.map(({ about }) => about ?? '').sort()
      expect(latest.map(({ about }) => about)).toContain(times.at(-1))
    }
  })

  test('change in the next version, and what changed is told', async () => {
    const { corpus } = open()
    await corpus.saveDossier(large)
    const claims = large.claims
      .filter((_, n) => n % 9 !== 0)
      .map((claim, n) => (n % 100 === 0 ? { ...claim, statement: 'Said otherwise.' } : claim))
    expect(await corpus.saveDossier({ ...large, version: 3, claims })).toEqual({
      ok: true,
      value: { added: 0, updated: 8, unchanged: 37 + large.articles.length + 792, removed: 100 },
    })
    expect(await corpus.saveDossier({ ...large, version: 1 })).toMatchObject({
      failure: { kind: 'bad-input' },
    })
    await corpus.sweep()
    expect((await corpus.loadDossier(large.id))?.claims).toEqual(claims)
  })
})

describe('erasing everything', () => {
  test('empties every table in one step, and a dossier may come after it', async () => {
    const { database, corpus } = open()
    await corpus.saveDossier(small)
    await database.spotted.put({ key: 'k', address: '', title: '', outlet: '', firstMs: 1, lastMs: 1 })
    expect(await corpus.eraseAll()).toMatchObject({ ok: true })
    for (const table of database.tables) expect([table.name, await table.count()]).toEqual([table.name, 0])
    expect(await corpus.listDossiers()).toEqual([])
    expect(await corpus.saveDossier(small)).toMatchObject({ ok: true })
    expect(await corpus.loadDossier(small.id)).toEqual(small)
  })

  test('is refused while a dossier is on its way in, and nothing is changed', async () => {
    const { corpus } = open()
    await corpus.saveDossier(small)
    const staging = await corpus.stageDossier()
    expect(await corpus.eraseAll()).toMatchObject({ ok: false, failure: { kind: 'busy' } })
    await add(staging, { ...large, version: 3 })
    const { articles: _, claims: __, ...head } = large
    expect(await staging.settle({ ...head, version: 3 })).toMatchObject({ ok: true })
    expect(await corpus.eraseAll()).toMatchObject({ ok: true })
  })

  test('is all or nothing', async () => {
    const { database, corpus } = open()
    await corpus.saveDossier(small)
    const last = database.tables.at(-1)
    if (!last) throw new Error('no table')
    vi.spyOn(last, 'clear').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError')
    })
    expect(await corpus.eraseAll()).toMatchObject({ ok: false, failure: { kind: 'storage-failed' } })
    vi.restoreAllMocks()
    expect(await corpus.loadDossier(small.id)).toEqual(small)
  })
})
