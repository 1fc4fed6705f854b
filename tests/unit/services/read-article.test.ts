import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ArticleText } from '../../../utils/model/article-text'
import type { Claim, Dossier } from '../../../utils/model/dossier'
import { fingerprint } from '../../../utils/model/fingerprint'
import { asArticleId, asClaimId, asQuestionId } from '../../../utils/model/ids'
import type { CorpusPort } from '../../../utils/model/ports'
import { hashesOf } from '../../../utils/reading/judge-address'
import { readArticle } from '../../../utils/services/read-article'
import { makeArticle, makeDossier, makeQuestion } from '../../support/make-dossier'
import { createMemoryCorpus } from '../../support/memory-corpus'
import { hasShared, shared } from '../../support/shared'

const story = `President Oranje keeps two phones, her office said. An aide doubted it: she has only one telephone. \
The palace rejects every doubt. The palace rejects every doubt, it repeats. Her office would not say more about it.`

const locate = (passage: string) => ({ words: passage.split(' ').length, hash: fingerprint(passage) })
const claim = (id: string, passage: string, more: Partial<Claim> = {}): Claim => ({
  id: asClaimId(id),
  article: asArticleId(id.split('#')[0] ?? ''),
  statement: `What ${id} says in other words.`,
  locator: locate(passage),
  speaker: { name: `Speaker of ${id}`, kind: 'named' },
  chain: [`Speaker of ${id}`, 'Morgenpost'],
  modality: 'asserts',
  about: '2031-03',
  bearsOn: [],
  ...more,
})
const answer = (question: string, position: 'yes' | 'no' | 'partly' | 'unknown') => ({
  bearsOn: [{ question: asQuestionId(question), position }],
})

const dossier = makeDossier({
  questions: [makeQuestion('listened'), makeQuestion('two-phones'), makeQuestion('rotation')],
  articles: ['known', 'other', 'wire', 'empty'].map(id => makeArticle(id)),
  claims: [
    claim('known#10', 'would not say more about it', answer('listened', 'unknown')),
    claim('known#2', 'she has only one telephone', answer('two-phones', 'no')),
    claim('known#1', 'oranje keeps two phones', answer('two-phones', 'yes')),
    claim('known#3', 'the palace rejects every doubt'),
    claim('known#4', 'words that were taken out since'),
    claim('other#1', 'nowhere in that text', { ...answer('two-phones', 'no'), about: '2031-04' }),
    claim('other#2', 'nor is this', { ...answer('rotation', 'no'), about: '2031-04' }),
    ...[3, 4, 5].map(at => claim(`other#${at}`, `not found ${at}`, answer('rotation', 'no'))),
    claim('wire#1', 'an aide doubted it she has only', answer('listened', 'yes')),
    claim('wire#2', 'and this is not there'),
    claim('wire#3', 'her office said'),
  ],
})

async function makeCorpus(from: Dossier = dossier): Promise<CorpusPort> {
  const corpus = createMemoryCorpus(hashesOf)
  expect(await corpus.saveDossier(from)).toMatchObject({ ok: true })
  return corpus
}
const makePage = (more: Partial<ArticleText> = {}): ArticleText => {
  const text = more.text ?? `Home News Sport\n${story}\nMost read`
  const start = Math.max(0, text.indexOf(story))
  return {
    addresses: ['https://elsewhere.example/copy'],
    title: 'Two phones in the palace',
    outlet: 'Elsewhere',
    byline: '',
    published: null,
    modified: null,
    language: 'en',
    text,
    story: [{ start, end: text.includes(story) ? start + story.length : text.length }],
    ...more,
  }
}
const read = async (more: Partial<ArticleText> = {}, corpus?: CorpusPort) =>
  readArticle({ corpus: corpus ?? (await makeCorpus()) }, makePage(more))
const known = { addresses: ['https://morgenpost.example/known?utm_source=x'] }

describe('recognising', () => {
  test('not by an address under which several stories stood', async () => {
    const other = {
      ...known,
      isAddressShared: true as const,
      text: 'Another story altogether, of boats and bread.',
    }
    expect((await read(other)).recognition).toEqual({ how: 'none' })
    // Its text may agree all the same.
    const { recognition } = await read({ ...known, isAddressShared: true })
    expect(recognition).toMatchObject({ how: 'other address', article: 'known', found: 3 })
  })

  test('by its own address', async () => {
    const { recognition, dossier: info } = await read(known)
    expect(recognition).toEqual({ how: 'address', article: 'known' })
    expect(info).toMatchObject({ id: dossier.id, claimCount: 13 })
  })

  test('by at least three and at least half of its passages', async () => {
    const { recognition } = await read()
    expect(recognition).toEqual({ how: 'locators', article: 'known', found: 3, of: 5 })
  })

  test('not by fewer than three, nor by fewer than half', async () => {
    const without = (id: string) => ({ ...dossier, claims: dossier.claims.filter(one => one.id !== id) })
    const two = await read({}, await makeCorpus(without('known#1')))
    expect(two.recognition).toEqual({ how: 'none' })
    const more = ['known#5', 'known#6'].map(id => claim(id, `never said by ${id}`))
    const minority = await read({}, await makeCorpus({ ...dossier, claims: [...dossier.claims, ...more] }))
    expect(minority.recognition).toEqual({ how: 'none' })
    expect(minority.carriedBy[0]).toMatchObject({ article: { id: 'known' }, found: 3, of: 7 })
    expect(minority.claims).toEqual([])
  })

  test('the address outdoes the words of another article', async () => {
    const { recognition, carriedBy } = await read({ addresses: ['https://morgenpost.example/other'] })
    expect(recognition).toEqual({ how: 'address', article: 'other' })
    expect(carriedBy.map(({ article }) => article.id)).toEqual(['known', 'wire'])
  })

  test('an article whose text is not there is recognised, and nothing is placed', async () => {
    const { recognition, claims } = await read({ ...known, text: 'Subscribe to read on.' })
    expect(recognition).toEqual({ how: 'address', article: 'known' })
    expect(claims).toHaveLength(5)
    expect(claims.map(({ notPlaced }) => notPlaced)).toEqual([
      'absent',
      'absent',
      'absent',
      'absent',
      'absent',
    ])
    expect(claims.map(({ claim: { id } }) => id)).toEqual([
      'known#1',
      'known#2',
      'known#3',
      'known#4',
      'known#10',
    ])
  })

  test('says who carries the same words, where the passage is long enough', async () => {
    const { carriedBy } = await read(known)
    expect(carriedBy).toMatchObject([{ article: { id: 'wire' }, found: 2, of: 3 }])
    const short = { ...dossier, claims: dossier.claims.filter(({ id }) => id !== 'wire#1') }
    expect((await read(known, await makeCorpus(short))).carriedBy).toEqual([])
  })
})

describe('a known article', () => {
  test('has its claims placed by their passages, in the order of the text, or says why not', async () => {
    const page = makePage(known)
    const { claims } = await readArticle({ corpus: await makeCorpus() }, page)
    const cut = (span: { start: number; end: number } | null) => span && page.text.slice(span.start, span.end)
    expect(claims.map(here => [here.claim.id, cut(here.span), here.notPlaced])).toEqual([
      ['known#1', 'Oranje keeps two phones', null],
      ['known#2', 'she has only one telephone', null],
      ['known#10', 'would not say more about it', null],
      ['known#3', null, 'ambiguous'],
      ['known#4', null, 'absent'],
    ])
    expect(cut(claims[0]?.sentence ?? null)?.trim()).toBe(
      'President Oranje keeps two phones, her office said.',
    )
    expect(claims.slice(0, 2).map(({ text }) => text)).toEqual([
      'President Oranje keeps two phones, her office said.',
      'An aide doubted it: she has only one telephone.',
    ])
    expect([claims[3]?.sentence, claims[3]?.text]).toEqual([null, null])
  })

  test('is read question by question; background claims have none', async () => {
    const { questions, onFile, span, title } = await read(known)
    expect(questions.map(({ question }) => question.id)).toEqual(['two-phones', 'listened'])
    expect(questions[0]).toMatchObject({
      isDisputed: true,
      isDisputedHere: true,
      here: [{ claim: 'known#1' }, { claim: 'known#2' }],
      related: [{ claim: { id: 'other#1' }, relation: 'disputes', against: 'known#1' }],
      counts: { sources: 1, outlets: 1 },
    })
    expect(questions[1]?.related).toMatchObject([{ claim: { id: 'wire#1' }, relation: 'leaves open' }])
    expect(span).toEqual({ claims: 2, outlets: 1, from: '2031', to: '2031' })
    expect(onFile).toEqual([])
    expect(title).toBe('Two phones in the palace')
  })

  test('has each claim marked by its own strongest relation', async () => {
    const { claims } = await read(known)
    expect(claims.map(({ claim: { id }, markedBy }) => [id, markedBy?.relation ?? null])).toEqual([
      ['known#1', 'disputes'],
      ['known#2', 'agrees'],
      ['known#10', 'leaves open'],
      ['known#3', null],
      ['known#4', null],
    ])
  })

  test('heeds what the reader told apart', async () => {
    const corpus = await makeCorpus()
    const pair = { a: asClaimId('other#1'), question: asQuestionId('two-phones'), atMs: 1 }
    await corpus.savePairVerdict({ ...pair, b: asClaimId('known#1') })
    await corpus.savePairVerdict({ ...pair, b: asClaimId('known#2') })
    const { questions, claims } = await read(known, corpus)
    const told = questions.find(({ question }) => question.id === 'two-phones')
    expect(told).toMatchObject({
      isDisputed: false,
      related: [],
      toldApart: [{ here: 'known#1' }, { here: 'known#2' }],
    })
    expect(claims[0]?.markedBy).toBeNull()
  })
})

describe('an article that is not on file', () => {
  test('gets the questions one may look into, those with a yes and a no first', async () => {
    const {
      recognition,
      claims,
      questions,
      onFile,
      span,
      dossier: info,
    } = await read({ text: 'Something else.' })
    expect({ recognition, claims, questions, span }).toEqual({
      recognition: { how: 'none' },
      claims: [],
      questions: [],
      span: null,
    })
    expect(info?.id).toBe(dossier.id)
    expect(onFile.map(({ question, yes, no, from }) => [question.id, yes, no, from])).toEqual([
      ['two-phones', 1, 2, '2031'],
      ['rotation', 0, 4, '2031'],
      ['listened', 1, 0, '2031'],
    ])
  })

  test('and so does one that is on file without claims', async () => {
    const { recognition, onFile } = await read({
      addresses: ['https://morgenpost.example/empty'],
      text: 'Nothing.',
    })
    expect(recognition).toEqual({ how: 'address', article: 'empty' })
    expect(onFile).toHaveLength(3)
  })

  test('with no dossier there is nothing, and no failure', async () => {
    const reading = await read({ addresses: ['about:blank', ''], text: '' }, createMemoryCorpus(hashesOf))
    expect(reading).toMatchObject({ recognition: { how: 'none' }, dossier: null, onFile: [], carriedBy: [] })
  })
})

if (!hasShared) process.stderr.write('reading real articles: skipped, no public data beside the checkout\n')

describe.skipIf(!hasShared)('the first two articles', () => {
  const load = () =>
    JSON.parse(readFileSync(shared('corpus/presidential-phone-security.json'), 'utf8')) as Dossier
  const readPage = async (file: string) => {
    const text = readFileSync(shared(file), 'utf8')
    const starter = load()
    const corpus = await makeCorpus(starter)
    const claims = await Promise.all(starter.articles.map(({ id }) => corpus.listClaimsOfArticle(id)))
    // The database has an index here; the list of the test's corpus would be what is measured.
    const quick: CorpusPort = {
      ...corpus,
      findClaimsByLocator: async hashes => {
        const wanted = new Set(hashes)
        return claims.flat().filter(({ locator }) => wanted.has(locator.hash))
      },
    }
    const page = { ...makePage({ text }), addresses: ['https://copy.example/'] }
    return readArticle({ corpus: quick }, page)
  }

  test.each([
    ['seeds/000_a69207711515d2ef.txt', 'abc-2018-05-22-phones-secure', 13, 6],
    ['seeds/003_f1e4a19b55d8ce4f.txt', 'rt-2025-06-03-personal-phone', 19, 0],
  ])('%s is %s with %i claims in their places', async (file, article, count, disputed) => {
    const reading = await readPage(file)
    expect(reading.recognition).toEqual({ how: 'locators', article, found: count, of: count })
    expect(reading.claims.filter(({ span, sentence }) => span && sentence)).toHaveLength(count)
    expect(reading.questions.length).toBeGreaterThan(3)
    expect(reading.questions.filter(({ isDisputed }) => isDisputed)).toHaveLength(disputed)
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading)
  })
})
