import { beforeEach, describe, expect, test } from 'vitest'
import type { ArrivalPort } from '../../../utils/model/arrival'
import type { ClaimRemark } from '../../../utils/model/claim-remark'
import type { Dossier } from '../../../utils/model/dossier'
import { asArticleId, asClaimId, asDossierId, asHighlightId, asQuestionId } from '../../../utils/model/ids'
import { journalLength } from '../../../utils/model/journal'
import { limits } from '../../../utils/model/limits'
import type {
  CorpusPort,
  HighlightPort,
  ReaderClaimPort,
  RemarkPort,
  VisitPort,
} from '../../../utils/model/ports'
import {
  makeArticle,
  makeClaim,
  makeDossier,
  makeHighlight,
  makeQuestion,
  makeReaderClaim,
} from '../../support/make-dossier'

/** Stands for reading's: good enough to see that addresses are looked up by it and by nothing else. */
export const hashInTest = (address: string): string[] =>
  address.startsWith('https://') ? [address.slice('https://'.length).toLowerCase()] : []

const ids = (items: { id: string }[]): string[] => items.map(({ id }) => id)
const none = { added: 0, updated: 0, unchanged: 0, removed: 0 }

/** Stages all of a dossier, and prepares it. */
async function prepare(corpus: CorpusPort, { articles, claims, ...head }: Dossier) {
  const staging = await corpus.stageDossier()
  if (articles.length > 0) await staging.addArticles(articles)
  staging.openClaims(head)
  const byId = new Map(articles.map(article => [article.id, article]))
  await staging.addClaims(claims.map(claim => ({ claim, article: byId.get(claim.article) ?? null })))
  const prepared = await staging.prepare(head)
  await staging.abandon()
  if (!prepared.ok) throw new Error(prepared.failure.detail)
  return prepared.value
}

/** What every store of files on their way in does. */
export function describeArrivals(name: string, create: () => Promise<ArrivalPort>): void {
  describe(`files on their way in: ${name}`, () => {
    test('are kept in their order, with what is in them until that was read', async () => {
      const arrivals = await create()
      const contents = ['{}', 'other'].map(text => new Blob([text]))
      const added = await arrivals.add(
        contents.map((content, n) => ({ name: n === 0 ? 'a.json' : 'b.json', content })),
      )
      const [first = 0, second = 0] = added.ok ? added.value : []
      const waiting = { stage: { is: 'waiting' }, held: null }
      expect(await arrivals.list()).toEqual([
        { id: first, name: 'a.json', sizeBytes: 2, ...waiting },
        { id: second, name: 'b.json', sizeBytes: 5, ...waiting },
      ])
      const read = async (id: number) => {
        const content = await arrivals.loadContent(id)
        return content && new TextDecoder().decode(await content.slice(0, content.size).arrayBuffer())
      }
      expect(await read(second)).toBe('other')
      await arrivals.save({ id: second, stage: { is: 'stopped' }, held: 7 }, false)
      expect(await read(second)).toBe('other')
      await arrivals.save({ id: first, stage: { is: 'stopped' }, held: null }, true)
      expect(await read(first)).toBeNull()
      expect((await arrivals.list()).map(({ stage, held }) => [stage.is, held])).toEqual([
        ['stopped', null],
        ['stopped', 7],
      ])
      await arrivals.delete(first)
      // One that is gone stays so.
      await arrivals.save({ id: first, stage: { is: 'waiting' }, held: null }, false)
      expect((await arrivals.list()).map(({ id }) => id)).toEqual([second])
    })
  })
}

/** What every corpus does, whatever it keeps things in. */
export function describeCorpus(name: string, create: () => Promise<CorpusPort>): void {
  describe(`corpus: ${name}`, () => {
    let corpus: CorpusPort
    const dossier = makeDossier()
    const id = dossier.id
    beforeEach(async () => {
      corpus = await create()
    })

    test('gives back the dossier that was saved, whole and in order', async () => {
      const rich = makeDossier({
        compiledBy: 'the archive',
        reportErrors: 'https://archive.example/errors',
        spotting: {
          groups: [{ id: 'g', terms: ['phone*'] }],
          rules: [{ all: ['g'], weight: 1 }],
          threshold: 1,
        },
      })
      expect(await corpus.saveDossier(rich)).toEqual({ ok: true, value: { ...none, added: 8 } })
      expect(await corpus.loadDossier(id)).toEqual(rich)
      expect(await corpus.listTopics()).toEqual([{ dossier: id, spotting: rich.spotting }])
      expect(await corpus.loadDossier(asDossierId('nobody'))).toBeNull()
    })

    test('gives a dossier part by part: all but its lists, then its articles, then its claims', async () => {
      const claims = Array.from({ length: 2_500 }, (_, at) =>
        makeClaim(`a${1 + (at % 3)}#${at}`, `a${1 + (at % 3)}`, { listened: 'no' }),
      )
      const rich = makeDossier({ compiledBy: 'the archive', claims })
      expect(await corpus.loadDossierHead(id)).toBeNull()
      expect(await Array.fromAsync(corpus.walkDossier(id))).toEqual([])
      await corpus.saveDossier(rich)
      const { articles, claims: _, ...head } = rich
      expect(await corpus.loadDossierHead(id)).toEqual(head)
      const parts = await Array.fromAsync(corpus.walkDossier(id))
      expect(parts.flatMap(part => part.articles)).toEqual(articles)
      expect(parts.flatMap(part => part.claims)).toEqual(claims)
      const [first] = parts.filter(part => part.claims.length > 0)
      expect(first?.claims.length).toBeLessThan(claims.length)

      const walk = corpus.walkDossier(id)[Symbol.asyncIterator]()
      await walk.next()
      await corpus.saveDossier({ ...rich, version: 2 })
      await expect(walk.next()).rejects.toMatchObject({ failure: { kind: 'not-found' } })
    })

    test('forgets a dossier in one step, and nothing of another', async () => {
      const other = makeDossier({
        id: asDossierId('other'),
        articles: [makeArticle('b1')],
        claims: [makeClaim('b1#1', 'b1', { listened: 'no' })],
      })
      await corpus.saveDossier(dossier)
      await corpus.saveDossier(other)
      expect(await corpus.removeDossier(id)).toEqual({ ok: true, value: undefined })
      await corpus.sweep()
      expect(ids(await corpus.listDossiers())).toEqual(['other'])
      expect(await corpus.loadClaim(asClaimId('a1#1'))).toBeNull()
      expect(ids(await corpus.findArticlesByAddress(['morgenpost.example/a1']))).toEqual([])
      expect(await corpus.loadDossier(other.id)).toEqual(other)
      expect(await corpus.removeDossier(id)).toMatchObject({ ok: true })
      // And it can come again.
      expect(await corpus.saveDossier(dossier)).toMatchObject({ ok: true })
      expect(await corpus.loadDossier(id)).toEqual(dossier)
    })

    test('says what a prepared dossier would change, by name, and changes it when that is wanted', async () => {
      const first = await prepare(corpus, dossier)
      expect(first).toMatchObject({ id, title: dossier.title, version: 1, before: null, goneQuestions: [] })
      expect(first.changes.claims).toEqual({
        added: { count: 3, names: dossier.claims.map(({ statement }) => statement) },
        updated: { count: 0, names: [] },
        removed: { count: 0, names: [] },
        unchanged: 0,
      })
      expect(await corpus.listDossiers()).toEqual([])
      expect(await corpus.settleHeld(first.held)).toMatchObject({ ok: true })
      expect(await corpus.loadDossier(id)).toEqual(dossier)

      const [a, b] = dossier.questions
      const [kept, other] = dossier.claims
      if (!a || !b || !kept || !other) expect.fail('the sample is too small')
      const bearsOn = [{ question: a.id, position: 'yes' as const }]
      const next: Dossier = {
        ...dossier,
        version: 2,
        questions: [{ ...a, text: 'Which phone?' }],
        articles: [...dossier.articles, makeArticle('a9', { title: 'A new one' })],
        claims: [
          { ...kept, bearsOn, statement: 'Said anew.' },
          { ...other, id: asClaimId('new#1'), bearsOn },
        ],
      }
      const second = await prepare(corpus, next)
      expect(second.before).toMatchObject({ version: 1 })
      expect(second.goneQuestions).toEqual([b.id])
      expect(second.changes.questions).toMatchObject({
        updated: { count: 1, names: ['Which phone?'] },
        removed: { count: 1, names: [b.text] },
      })
      expect(second.changes.articles).toMatchObject({
        added: { count: 1, names: ['A new one'] },
        unchanged: 3,
      })
      expect(second.changes.claims).toMatchObject({
        added: { count: 1, names: [other.statement] },
        updated: { count: 1, names: ['Said anew.'] },
        removed: { count: 2 },
      })
      expect(await corpus.findGoneClaims(second.held, [kept.id, other.id, asClaimId('nobody')])).toEqual([
        other.id,
      ])
      expect(await corpus.loadDossier(id)).toEqual(dossier)
      expect(await corpus.settleHeld(second.held)).toMatchObject({ ok: true })
      expect(await corpus.loadDossier(id)).toEqual(next)
    })

    test('compares a prepared dossier anew where what is on file changed meanwhile', async () => {
      const { held } = await prepare(corpus, dossier)
      await corpus.saveDossier(dossier)
      expect(await corpus.settleHeld(held)).toMatchObject({ ok: false, failure: { kind: 'conflict' } })
      const again = await corpus.compareHeld(held)
      expect(again).toMatchObject({ ok: true, value: { held, before: { version: 1 } } })
      expect(again.ok && again.value.changes.claims.unchanged).toBe(3)
      expect(await corpus.settleHeld(held)).toMatchObject({ ok: true })
    })

    test('drops a prepared dossier that nobody wants', async () => {
      const { held } = await prepare(corpus, dossier)
      await corpus.keepHeld([held])
      await corpus.sweep()
      expect(await corpus.compareHeld(held)).toMatchObject({ ok: true })
      await corpus.keepHeld([])
      await corpus.sweep()
      expect(await corpus.settleHeld(held)).toMatchObject({ ok: false })
      expect(await corpus.listDossiers()).toEqual([])
    })

    test('describes what is installed', async () => {
      expect(await corpus.listDossiers()).toEqual([])
      await corpus.saveDossier(dossier)
      const info = {
        id,
        title: "President Oranje's phones",
        version: 1,
        upTo: '2032',
        compiledBy: null,
        reportErrors: null,
        articleCount: 3,
        claimCount: 3,
        questionCount: 2,
      }
      expect(await corpus.listDossiers()).toEqual([info])
      expect(await corpus.findDossierOfArticle(asArticleId('a2'))).toEqual(info)
      expect(await corpus.findDossierOfArticle(asArticleId('a9'))).toBeNull()
      expect(await corpus.listTopics()).toEqual([])
      expect(ids(await corpus.listQuestions(id))).toEqual(['two-phones', 'listened'])
      expect(await corpus.listQuestions(asDossierId('nobody'))).toEqual([])
    })

    test('finds articles by the hash of any of their addresses', async () => {
      await corpus.saveDossier(dossier)
      expect(ids(await corpus.findArticlesByAddress(['morgenpost.example/amp/3', 'nowhere']))).toEqual(['a3'])
      const both = ['morgenpost.example/amp/3', 'morgenpost.example/a3', 'morgenpost.example/a1']
      expect(ids(await corpus.findArticlesByAddress(both))).toEqual(['a1', 'a3'])
      expect(await corpus.findArticlesByAddress([])).toEqual([])
      expect(await corpus.listKnownAddressHashes()).toEqual(both.toSorted())
    })

    test('finds claims by article, question and locator, with their source', async () => {
      await corpus.saveDossier(dossier)
      expect(ids(await corpus.listClaimsOfArticle(asArticleId('a1')))).toEqual(['a1#1', 'a1#2'])
      expect(ids(await corpus.listClaimsOfQuestion(asQuestionId('two-phones'), id))).toEqual(['a1#1', 'a3#1'])
      expect(await corpus.listClaimsOfQuestion(asQuestionId('two-phones'), asDossierId('other'))).toEqual([])
      expect(await corpus.loadClaim(asClaimId('a1#2'))).toMatchObject({ id: 'a1#2', source: { id: 'a1' } })
      expect(await corpus.loadClaim(asClaimId('a9#1'))).toBeNull()
      const hashes = dossier.claims.slice(1).map(({ locator }) => locator.hash)
      const found = await corpus.findClaimsByLocator(hashes)
      expect(ids(found)).toEqual(['a1#2', 'a3#1'])
      expect(found[1]).toEqual({
        ...dossier.claims[2],
        source: {
          id: 'a3',
          url: 'https://morgenpost.example/a3',
          publisher: 'Morgenpost',
          title: 'Report on a3',
          published: '2031-04-02',
          leader: 'Tilda Oranje',
          credit: 'Nordnachricht',
        },
      })
      expect(found[0]?.source).not.toHaveProperty('credit')
      expect(await corpus.findClaimsByLocator([])).toEqual([])
      expect(await corpus.listLocatorLengths()).toEqual([5])
      const counts = await corpus.countClaimsOfArticles(['a1', 'a2', 'a9'].map(asArticleId))
      expect([...counts]).toEqual([
        ['a1', 2],
        ['a2', 0],
        ['a9', 0],
      ])
    })

    test('goes through all that is stated in a dossier, in the order of its file', async () => {
      expect(await Array.fromAsync(corpus.walkStatements(id))).toEqual([])
      const claims = Array.from({ length: 2_500 }, (_, at) => ({
        ...makeClaim(`a${1 + (at % 3)}#${at}`, `a${1 + (at % 3)}`, { listened: 'no' }),
        statement: `Statement ${at}.`,
      }))
      await corpus.saveDossier(makeDossier({ claims }))
      await corpus.saveDossier(makeDossier({ id: asDossierId('other'), articles: [], claims: [] }))
      const stated = claims.map(({ id: claim, statement, bearsOn }) => ({ id: claim, statement, bearsOn }))
      expect(await Array.fromAsync(corpus.walkStatements(id))).toEqual(stated)
      expect(await Array.fromAsync(corpus.walkStatements(asDossierId('other')))).toEqual([])
    })

    test('breaks that off where the dossier is taken in anew, and tells editions apart', async () => {
      expect(await corpus.listEditions()).toEqual(new Map())
      const claims = Array.from({ length: 2_500 }, (_, at) => makeClaim(`a1#${at}`, 'a1', { listened: 'no' }))
      await corpus.saveDossier(makeDossier({ claims }))
      await corpus.saveDossier(makeDossier({ id: asDossierId('other'), articles: [], claims: [] }))
      const [first, other] = (await corpus.listEditions()).values().toArray()
      const walk = corpus.walkStatements(id)[Symbol.asyncIterator]()
      await walk.next()
      await corpus.saveDossier(makeDossier({ version: 2, claims }))
      await corpus.sweep()
      const goOn = async () => {
        for (let at = 0; at < claims.length; at += 1) await walk.next()
      }
      await expect(goOn()).rejects.toMatchObject({ failure: { kind: 'not-found' } })
      const after = await corpus.listEditions()
      expect([...after.keys()].toSorted()).toEqual([id, 'other'].toSorted())
      expect(after.get(id)).not.toBe(first)
      expect([first, other]).toContain(after.get(asDossierId('other')))
    })

    test('goes through all claims of a dossier or of a question, however many, each once and whole', async () => {
      const walk = async (question?: string) =>
        (
          await Array.fromAsync(
            corpus.walkClaims(id, question === undefined ? question : asQuestionId(question)),
          )
        ).flat()
      expect(await walk()).toEqual([])
      const claims = Array.from({ length: 2_500 }, (_, at) =>
        makeClaim(`a${1 + (at % 3)}#${at}`, `a${1 + (at % 3)}`, {
          listened: at % 2 === 0 ? 'no' : 'unknown',
          ...(at % 5 === 0 ? { 'two-phones': 'yes' } : {}),
        }),
      )
      await corpus.saveDossier(makeDossier({ claims }))
      await corpus.saveDossier(
        makeDossier({
          id: asDossierId('other'),
          articles: [makeArticle('b1')],
          claims: [makeClaim('b1#1', 'b1', { listened: 'yes' })],
        }),
      )
      const all = await walk()
      expect(ids(all.map(({ claim }) => claim))).toEqual(ids(claims))
      expect(ids((await walk('listened')).map(({ claim }) => claim))).toEqual(ids(claims))
      const some = await walk('two-phones')
      expect(ids(some.map(({ claim }) => claim))).toEqual(ids(claims.filter((_, at) => at % 5 === 0)))
      expect(some[3]?.claim).toMatchObject({ ...claims[15], source: { id: 'a1', publisher: 'Morgenpost' } })
      const places = some.slice(0, 300).map(({ place }) => place)
      expect([...(await corpus.loadClaims(places)).values()]).toEqual(
        some.slice(0, 300).map(({ claim }) => claim),
      )
      expect(await walk('nothing')).toEqual([])
      expect([...(await corpus.countClaimsOfQuestions(id))]).toEqual([
        ['two-phones', 500],
        ['listened', 2_500],
      ])
      expect((await corpus.countClaimsOfQuestions(asDossierId('nobody'))).size).toBe(0)

      const begun = corpus.walkClaims(id, asQuestionId('listened'))[Symbol.asyncIterator]()
      await begun.next()
      await corpus.saveDossier(makeDossier({ version: 2, claims }))
      const goOn = async () => {
        while (!(await begun.next()).done);
      }
      await expect(goOn()).rejects.toMatchObject({ failure: { kind: 'not-found' } })
    })

    test('lists claims in the order of the file, dossier by dossier', async () => {
      const names = ['a1#10', 'a1#9', 'a1#b', 'a1#2']
      const claims = names.map(name => makeClaim(name, 'a1', { listened: 'yes' }))
      const second = [makeClaim('b1#1', 'b1', { listened: 'no' })]
      await corpus.saveDossier(makeDossier({ articles: [makeArticle('a1')], claims }))
      await corpus.saveDossier(
        makeDossier({ id: asDossierId('a-second'), articles: [makeArticle('b1')], claims: second }),
      )
      expect(ids(await corpus.listClaimsOfArticle(asArticleId('a1')))).toEqual(names)
      expect(ids(await corpus.listClaimsOfQuestion(asQuestionId('listened'), id))).toEqual(names)
      const hashes = [...claims, ...second].map(({ locator }) => locator.hash)
      expect(ids(await corpus.findClaimsByLocator(hashes))).toEqual(['b1#1', ...names])
      const addresses = ['morgenpost.example/a1', 'morgenpost.example/b1']
      expect(ids(await corpus.findArticlesByAddress(addresses))).toEqual(['b1', 'a1'])
    })

    test('a newer version changes what changed, and says how much', async () => {
      await corpus.saveDossier(dossier)
      await corpus.savePairVerdict({
        a: asClaimId('a1#1'),
        b: asClaimId('a3#1'),
        question: asQuestionId('two-phones'),
        atMs: 5,
      })
      const newer = makeDossier({
        version: 2,
        questions: [makeQuestion('travel'), ...dossier.questions],
        articles: [makeArticle('a1', { title: 'Corrected' }), makeArticle('a3')],
        claims: [makeClaim('a1#1', 'a1', { 'two-phones': 'yes', listened: 'no' })],
      })
      expect(await corpus.saveDossier(newer)).toEqual({
        ok: true,
        value: { added: 1, updated: 2, unchanged: 3, removed: 3 },
      })
      expect(await corpus.loadDossier(id)).toEqual(newer)
      expect(await corpus.findArticlesByAddress(['morgenpost.example/amp/3'])).toEqual([])
      expect(await corpus.listPairVerdicts()).toHaveLength(1)
      expect(await corpus.saveDossier(newer)).toEqual({ ok: true, value: { ...none, unchanged: 6 } })
    })

    test('an older version is refused, unless it says the same', async () => {
      await corpus.saveDossier({ ...dossier, version: 3 })
      expect(await corpus.saveDossier({ ...dossier, version: 2 })).toEqual({
        ok: true,
        value: { ...none, unchanged: 8 },
      })
      expect(await corpus.saveDossier({ ...dossier, version: 2, title: 'Other' })).toEqual({
        ok: false,
        failure: { kind: 'bad-input', detail: 'version: 2 is older than the 3 on file' },
      })
      expect(await corpus.loadDossier(id)).toEqual({ ...dossier, version: 3 })
    })

    test('one dossier cannot rewrite another', async () => {
      await corpus.saveDossier(dossier)
      const other = makeDossier({
        id: asDossierId('copycat'),
        articles: [makeArticle('b1'), makeArticle('a1')],
      })
      expect(await corpus.saveDossier(other)).toEqual({
        ok: false,
        failure: {
          kind: 'bad-input',
          detail: 'articles[1].id: belongs to the dossier “oranje-phones” already',
        },
      })
      expect(ids(await corpus.listDossiers())).toEqual(['oranje-phones'])
      expect(await corpus.findDossierOfArticle(asArticleId('b1'))).toBeNull()
      const honest = makeDossier({
        id: asDossierId('second'),
        articles: [makeArticle('b1')],
        claims: [makeClaim('b1#1', 'b1', { 'two-phones': 'yes' })],
      })
      expect((await corpus.saveDossier(honest)).ok).toBe(true)
      expect(await corpus.loadDossier(id)).toEqual(dossier)
      expect(ids(await corpus.listClaimsOfQuestion(asQuestionId('two-phones'), id))).toEqual(['a1#1', 'a3#1'])
    })

    test('finds claims by their terms, those asked first first, and stops when it has enough', async () => {
      const say = (id: string, statement: string) => ({ ...makeClaim(id, 'a1', {}), statement })
      const claims = [
        say('a1#1', 'The palace keeps handsets.'),
        say('a1#2', 'Palace officials deny it.'),
        say('a1#3', 'The palace was tapped.'),
        say('a1#4', 'Nothing to do with it.'),
      ]
      await corpus.saveDossier(makeDossier({ articles: [makeArticle('a1')], claims }))
      const find = async (terms: string[], limit: number): Promise<string[]> => {
        const [found] = await corpus.findClaimsByTerms([terms], limit)
        return (found ?? []).map(({ id }) => id).toSorted()
      }
      expect(await find(['handset', 'tap'], 10)).toEqual(['a1#1', 'a1#3'])
      expect(await find(['tap', 'palac'], 1)).toEqual(['a1#3'])
      expect(await find(['palac'], 2)).toHaveLength(2)
      expect(await find(['handset', 'palac'], 2)).toContain('a1#1')
      expect(await find(['the', 'unheard', '__proto__', ''], 10)).toEqual([])
      expect(await find([], 10)).toEqual([])
      const [one, none, same] = await corpus.findClaimsByTerms([['tap'], [], ['tap']], 10)
      expect([one?.length, none?.length, same]).toEqual([1, 0, one])
      expect(one?.[0]).toMatchObject({
        dossier: id,
        id: 'a1#3',
        questions: [],
        terms: ['palac', 'tap'],
      })
      const place = one?.[0]?.place ?? ''
      const loaded = await corpus.loadClaims([place, place, 'nowhere', '1.2.3'])
      expect([...loaded]).toMatchObject([[place, { id: 'a1#3', source: { id: 'a1' } }]])
      expect(await corpus.findClaimsByTerms([], 10)).toEqual([])
    })

    test('has profiles of each dossier’s terms, as new as its claims', async () => {
      expect(await corpus.listTermProfiles()).toEqual([])
      await corpus.saveDossier(dossier)
      const profiles = await corpus.listTermProfiles()
      expect(profiles.map(({ question, claims }) => [question, claims])).toEqual([
        [null, 3],
        ['two-phones', 2],
        ['listened', 1],
      ])
      const [first, ...others] = dossier.claims
      const claims = first ? [{ ...first, statement: 'Umbrellas.' }, ...others] : expect.fail('no claims')
      const spotting = {
        groups: [{ id: 'rain', terms: ['umbrella*'] }],
        rules: [{ all: ['rain'], weight: 1 }],
        threshold: 1,
      }
      const questions = dossier.questions.slice(0, 1)
      await corpus.saveDossier({ ...dossier, version: 2, claims, questions, spotting })
      const [whole, ...rest] = await corpus.listTermProfiles()
      const counts = new Map(whole?.counts)
      expect([counts.get('umbrella'), counts.get('@rain')]).toEqual([1, 1])
      expect(rest.map(({ question }) => question)).toEqual(['two-phones'])
      const [umbrella] = (await corpus.findClaimsByTerms([['umbrella']], 10))[0] ?? []
      expect(umbrella?.terms).toEqual(['umbrella', '@rain'])
      const [gone, now] = await corpus.findClaimsByTerms([['phon'], ['umbrella']], 10)
      expect(gone?.map(({ id: each }) => each)).not.toContain('a1#1')
      expect(now?.map(({ id: each }) => each)).toEqual(['a1#1'])
    })

    test('keeps one verdict for a pair, in either order', async () => {
      const [a, b] = [asClaimId('a1#1'), asClaimId('a3#1')]
      const question = asQuestionId('two-phones')
      await corpus.savePairVerdict({ a: b, b: a, question, atMs: 1 })
      await corpus.savePairVerdict({ a, b, question, atMs: 2 })
      await corpus.savePairVerdict({ a, b, question: asQuestionId('listened'), atMs: 3 })
      const times = (await corpus.listPairVerdicts()).map(verdict => [verdict.a, verdict.atMs])
      expect(times.toSorted()).toEqual([
        [a, 2],
        [a, 3],
      ])
      expect(await corpus.deletePairVerdict(b, a, question)).toEqual({ ok: true, value: undefined })
      expect((await corpus.listPairVerdicts()).map(verdict => verdict.question)).toEqual(['listened'])
    })
  })
}

/** What every store of highlights does. */
export function describeHighlights(name: string, create: () => Promise<HighlightPort>): void {
  describe(`highlights: ${name}`, () => {
    let port: HighlightPort
    beforeEach(async () => {
      port = await create()
    })
    const first = makeHighlight('h1')
    const second = makeHighlight('h2', {
      createdMs: 500,
      addresses: ['https://a.example/x', 'https://b.example/x'],
    })
    const commit = async (change: Partial<Parameters<HighlightPort['commit']>[0]>): Promise<number> => {
      const result = await port.commit({ atMs: 9, action: 'create', before: [], after: [], ...change })
      return result.ok ? result.value : expect.fail(result.failure.detail)
    }

    test('keeps, finds and lists, oldest first', async () => {
      await commit({ after: [first, second] })
      expect(await port.load(first.id)).toEqual(first)
      expect(await port.load(asHighlightId('h9'))).toBeNull()
      expect(await port.loadMany([second.id, asHighlightId('h9'), first.id])).toEqual([second, first])
      expect(await port.listAll()).toEqual([second, first])
      expect(await port.findByAddress(['a.example/x', 'b.example/x'])).toEqual([second])
      expect(await port.findByAddress([])).toEqual([])
      expect(await port.listAddressHashes()).toEqual(['a.example/x', 'b.example/x', 'morgenpost.example/a1'])
    })

    test('lists the newest first, in portions, and counts', async () => {
      const at = (id: string, createdMs: number) => makeHighlight(id, { createdMs })
      await commit({ after: [at('h4', 5), at('h2', 9), at('h3', 5), at('h1', 7)] })
      expect(await port.count()).toBe(4)
      const part = await port.listNewest(3)
      expect(ids(part)).toEqual(['h2', 'h1', 'h3'])
      expect(ids(await port.listNewest(3, part.at(-1)))).toEqual(['h4'])
      expect(await port.listNewest(3, at('h4', 5))).toEqual([])
      const wanted = ['h3', 'nobody', 'h2'].map(asHighlightId)
      expect(ids(await port.loadMany(wanted))).toEqual(['h3', 'h2'])
    })

    test('is found by what the page stated too, and under one more address once it was met there', async () => {
      const stated = { ...first, statedAddresses: ['https://stated.example/s'] }
      await commit({ after: [stated, second] })
      expect(await port.findByAddress(['stated.example/s'])).toEqual([stated])
      const again = 'https://again.example/A'
      expect(await port.addAddress([first.id, asHighlightId('gone')], again)).toMatchObject({ ok: true })
      await port.addAddress([first.id], again)
      const met = { ...stated, addresses: [...first.addresses, again] }
      expect(await port.findByAddress(['again.example/a'])).toEqual([met])
      expect(await port.findByAddress(['stated.example/s', 'morgenpost.example/a1'])).toEqual([met])
      expect(await port.listAddressHashes()).toContain('again.example/a')
      expect(await port.listJournal()).toHaveLength(1)
    })

    test('keeps no more addresses than it may have', async () => {
      await commit({ after: [first] })
      for (let page = 0; page < limits.addresses + 3; page++)
        await port.addAddress([first.id], `https://a.example/${page}`)
      expect((await port.load(first.id))?.addresses).toHaveLength(limits.addresses)
      expect(await port.listAddressHashes()).toHaveLength(limits.addresses)
    })

    test('an address that was added meanwhile keeps no step from being undone, and stays', async () => {
      const noted = { ...first, note: 'a note', modifiedMs: 2_000 }
      const created = await commit({ after: [first] })
      const changed = await commit({ action: 'change', before: [first], after: [noted] })
      await port.addAddress([first.id], 'https://again.example/a')
      expect(await port.undo(changed)).toMatchObject({ ok: true })
      const met = { ...first, addresses: [...first.addresses, 'https://again.example/a'] }
      expect(await port.listAll()).toEqual([met])
      expect(await port.undo(created)).toMatchObject({ ok: true })
      expect(await port.listAll()).toEqual([])
    })

    test('writes nothing of a step that begins with what is no longer so', async () => {
      await commit({ after: [first, second] })
      const noted = { ...first, note: 'a note', modifiedMs: 2_000 }
      await commit({ action: 'change', before: [first], after: [noted] })
      const late = { atMs: 9, action: 'change' as const, before: [second, first] }
      const after = [
        { ...second, note: 'x' },
        { ...first, note: 'another' },
      ]
      const conflict = { ok: false, failure: { kind: 'conflict' } }
      expect(await port.commit({ ...late, after })).toMatchObject(conflict)
      expect(await port.commit({ ...late, action: 'delete', before: [first], after: [] })).toMatchObject(
        conflict,
      )
      expect(await port.listAll()).toEqual([second, noted])
      expect(await port.listJournal()).toHaveLength(2)
      await commit({ action: 'delete', before: [noted] })
      expect(await port.commit({ ...late, before: [noted], after })).toMatchObject(conflict)
      expect(await port.listAll()).toEqual([second])
    })

    test('deletes what a step had before and has no more, and undoes it', async () => {
      await commit({ after: [first, second] })
      const entry = await commit({ action: 'delete', before: [first] })
      expect(await port.listAll()).toEqual([second])
      const step = { id: entry, atMs: 9, action: 'delete', before: [first], after: [] }
      expect((await port.listJournal()).at(-1)).toEqual(step)
      expect(await port.undo(entry)).toEqual({ ok: true, value: step })
      expect(await port.listAll()).toEqual([second, first])
      expect(await port.listJournal()).toHaveLength(1)
      expect(await port.undo(entry)).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
    })

    test('undoing leaves alone what was changed since', async () => {
      const entry = await commit({ action: 'import', after: [first, second] })
      const noted = { ...first, note: 'written later', modifiedMs: 2_000 }
      await commit({ action: 'change', before: [first], after: [noted] })
      expect(await port.undo(entry)).toMatchObject({ ok: true, value: { before: [], after: [second] } })
      expect(await port.listAll()).toEqual([noted])
    })

    test('undoing a step over several leaves alone those that were changed since', async () => {
      await commit({ after: [first, second] })
      const [newFirst, newSecond] = [first, second].map(old => ({
        ...old,
        note: 'taken in',
        modifiedMs: 2_000,
      }))
      if (!newFirst || !newSecond) expect.fail('two were made')
      const entry = await commit({ action: 'import', before: [first, second], after: [newFirst, newSecond] })
      const later = { ...newFirst, note: 'written later', modifiedMs: 3_000 }
      await commit({ action: 'change', before: [newFirst], after: [later] })
      expect(await port.undo(entry)).toMatchObject({ value: { before: [second], after: [newSecond] } })
      expect(await port.listAll()).toEqual([second, later])
    })

    test('a step that nothing is left of cannot be undone', async () => {
      const entry = await commit({ after: [first] })
      await commit({ action: 'delete', before: [first] })
      expect(await port.undo(entry)).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
      expect(await port.listAll()).toEqual([])
      expect(await port.listJournal()).toHaveLength(2)
    })

    test('a note that is written on is one step, and undone at once', async () => {
      await commit({ after: [first] })
      const half = { ...first, note: 'ha', modifiedMs: 2_000 }
      const whole = { ...first, note: 'half', modifiedMs: 3_000 }
      const entry = await commit({ action: 'change', before: [first], after: [half] })
      expect(await commit({ action: 'change', before: [half], after: [whole] })).toBe(entry)
      expect(await port.listJournal()).toHaveLength(2)
      await port.undo(entry)
      expect(await port.listAll()).toEqual([first])
    })

    test('the journal keeps the last steps only, and counts on', async () => {
      const entries: number[] = []
      for (let step = 0; step < journalLength + 3; step++) entries.push(await commit({ atMs: step }))
      expect(new Set(entries).size).toBe(journalLength + 3)
      const kept = await port.listJournal()
      expect(kept.map(({ id }) => id)).toEqual(entries.slice(3))
    })
  })
}

/** What every store of the reader's claims does. */
export function describeReaderClaims(name: string, create: () => Promise<ReaderClaimPort>): void {
  describe(`the reader’s claims: ${name}`, () => {
    let port: ReaderClaimPort
    beforeEach(async () => {
      port = await create()
    })
    const first = makeReaderClaim('r1')
    const second = makeReaderClaim('r2', {
      createdMs: 500,
      addresses: ['https://a.example/x', 'https://b.example/x'],
      question: asQuestionId('listened'),
    })

    test('are kept, found by address and question, and listed, oldest first', async () => {
      expect(await port.save([first, second])).toEqual({ ok: true, value: undefined })
      expect(await port.load(first.id)).toEqual(first)
      expect(await port.load(asClaimId('r9'))).toBeNull()
      expect(await port.listAll()).toEqual([second, first])
      expect(await port.findByAddress(['a.example/x', 'b.example/x', 'nowhere'])).toEqual([second])
      expect(await port.findByAddress([])).toEqual([])
      const listOf = (question: string, dossier: string) =>
        port.listOfQuestion(asQuestionId(question), asDossierId(dossier))
      expect(await listOf('two-phones', 'oranje-phones')).toEqual([first])
      expect(await listOf('two-phones', 'other')).toEqual([])
    })

    test('are found by what the page stated too, and under one more address once they were met there', async () => {
      const stated = { ...first, statedAddresses: ['https://stated.example/s'] }
      await port.save([stated, second])
      expect(await port.findByAddress(['stated.example/s'])).toEqual([stated])
      await port.addAddress([first.id, asClaimId('gone')], 'https://again.example/a')
      const met = { ...stated, addresses: [...first.addresses, 'https://again.example/a'] }
      expect(await port.findByAddress(['again.example/a'])).toEqual([met])
      expect(await port.listAll()).toEqual([second, met])
      expect(await port.listAddressHashes()).toEqual([
        'a.example/x',
        'again.example/a',
        'b.example/x',
        'morgenpost.example/a1',
        'stated.example/s',
      ])
    })

    test('are found by their terms, and listed by dossier; none that says that something is not said', async () => {
      const said = { ...first, statement: 'The bells of the tower rang.' }
      const other = { ...second, dossier: asDossierId('oranje-phones-2'), statement: 'Bells and phones.' }
      const rejected = makeReaderClaim('r3', { statement: 'The bells.', isRejected: true })
      await port.save([said, other, rejected])
      const found = await port.findByTerms([['bell', 'tower'], ['tower'], ['harbour'], []], 5)
      expect(found.map(list => list.map(({ id }) => id))).toEqual([['r1', 'r2'], ['r1'], [], []])
      expect((await port.findByTerms([['bell']], 1)).map(list => list.length)).toEqual([1])
      expect(await port.listOfDossier(first.dossier)).toEqual([said, rejected])
      await port.save([{ ...said, statement: 'A phone.' }])
      expect((await port.findByTerms([['tower']], 5))[0]).toEqual([])
    })

    test('are replaced by one of the same id, and deleted', async () => {
      await port.save([first, second])
      const changed = { ...first, position: 'no' as const, question: asQuestionId('listened') }
      await port.save([changed])
      expect(await port.listAll()).toEqual([second, changed])
      expect(await port.listOfQuestion(asQuestionId('two-phones'), first.dossier)).toEqual([])
      expect(await port.delete([first.id, asClaimId('r9')])).toEqual({ ok: true, value: undefined })
      expect(await port.listAll()).toEqual([second])
    })
  })
}

/** What every store of remarks does. */
export function describeRemarks(name: string, create: () => Promise<RemarkPort>): void {
  test(`remarks: ${name}: one of each claim, replaced and deleted`, async () => {
    const port = await create()
    const [a, b] = [asClaimId('a#1'), asClaimId('b#1')]
    const hidden: ClaimRemark = { claim: a, kind: 'hidden', reason: '', statement: 'It is so.', atMs: 1 }
    const disputed: ClaimRemark = { ...hidden, claim: b, kind: 'disputed', reason: 'No.' }
    expect(await port.save([disputed, hidden])).toEqual({ ok: true, value: undefined })
    expect(await port.listAll()).toEqual([hidden, disputed])
    await port.save([{ ...disputed, reason: 'Never.' }])
    expect(await port.listAll()).toEqual([hidden, { ...disputed, reason: 'Never.' }])
    expect(await port.delete([a, asClaimId('gone')])).toEqual({ ok: true, value: undefined })
    expect(await port.listAll()).toHaveLength(1)
  })
}

/** What every store of visits does. */
export function describeVisits(name: string, create: () => Promise<VisitPort>): void {
  describe(`visits: ${name}`, () => {
    let port: VisitPort
    beforeEach(async () => {
      port = await create()
    })

    test('keeps how highlights stood where they stand otherwise than saved, the last state of each', async () => {
      const [a, b] = [asHighlightId('a'), asHighlightId('b')]
      await port.saveStates([
        { highlight: a, state: 'lost', atMs: 1 },
        { highlight: b, state: 'exact', atMs: 1 },
      ])
      expect(await port.listStates()).toEqual([{ highlight: a, state: 'lost', atMs: 1 }])
      await port.saveStates([
        { highlight: a, state: 'moved', atMs: 2 },
        { highlight: b, state: 'changed', atMs: 2 },
      ])
      expect(await port.listStates()).toEqual([{ highlight: b, state: 'changed', atMs: 2 }])
    })

    test('keeps each spotted article once, latest first, and forgets those before a time', async () => {
      const met = (title: string, ms: number) => ({
        ...{ address: `https://post.example/${title}`, title, outlet: 'Post' },
        ...{ firstMs: ms, lastMs: ms },
      })
      await port.saveSpotted(met('one', 1), 'k1')
      await port.saveSpotted(met('two', 2), 'k2')
      await port.saveSpotted(met('one', 3), 'k1')
      expect(await port.listSpotted()).toEqual([{ ...met('one', 3), firstMs: 1 }, met('two', 2)])
      await port.forgetSpotted(3)
      expect(await port.listSpotted()).toHaveLength(1)
      await port.forgetSpotted(Number.POSITIVE_INFINITY)
      expect(await port.listSpotted()).toEqual([])
    })
  })
}
