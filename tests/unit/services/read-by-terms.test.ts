import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ArticleText } from '../../../utils/model/article-text'
import type { Dossier } from '../../../utils/model/dossier'
import { asDossierId, asQuestionId } from '../../../utils/model/ids'
import type { CorpusPort, MatcherPort } from '../../../utils/model/ports'
import { hashesOf } from '../../../utils/reading/judge-address'
import { createTermMatcher } from '../../../utils/services/match-by-terms'
import { readArticle, readInPortions } from '../../../utils/services/read-article'
import { readByTerms as readPortions } from '../../../utils/services/read-by-terms'
import { makeArticle, makeDossier, makeQuestion, makeStatedClaim } from '../../support/make-dossier'
import { measureGrowth } from '../../support/measure-growth'
import { createMemoryCorpus } from '../../support/memory-corpus'

const dossier = makeDossier({
  questions: [
    makeQuestion('two-phones', 'Does the president carry two handsets?'),
    makeQuestion('listened', 'Did foreign spies listen to the president’s calls?'),
  ],
  articles: ['a', 'b', 'c', 'd'].map(id => makeArticle(id)),
  claims: [
    makeStatedClaim(
      'a#1',
      'two-phones',
      'yes',
      'President Oranje carries two handsets, one of them for messages.',
    ),
    makeStatedClaim('b#1', 'two-phones', 'no', 'President Oranje carries one handset only, her office says.'),
    makeStatedClaim(
      'c#1',
      'listened',
      'yes',
      'Foreign spies listened to calls of President Oranje for a year.',
    ),
    makeStatedClaim(
      'd#1',
      'listened',
      'no',
      'No spies ever listened to the president’s calls, the palace says.',
    ),
  ],
})
const garden = makeDossier({
  id: asDossierId('a-garden'),
  questions: [makeQuestion('roses', 'Are there roses in the garden?')],
  articles: [makeArticle('g')],
  claims: [makeStatedClaim('g#1', 'roses', 'yes', 'Red roses grow in the garden behind the greenhouse.')],
})

async function makeCorpus(...dossiers: Dossier[]): Promise<CorpusPort> {
  const corpus = createMemoryCorpus(hashesOf)
  for (const each of dossiers) expect(await corpus.saveDossier(each)).toMatchObject({ ok: true })
  return corpus
}

/** What is found in the end. */
async function readByTerms(...asked: Parameters<typeof readPortions>) {
  const portions = []
  for await (const portion of readPortions(...asked)) portions.push(portion)
  const last = portions.at(-1)
  if (!last) throw new Error('nothing was read')
  return last
}

const text =
  'Advertisement\nThe president carries a second handset, a report says. Rain is expected. “Spies listened to her calls,” it adds.\nMost read'
const article: ArticleText = {
  addresses: ['https://elsewhere.example/story'],
  title: 'A second handset',
  outlet: 'Elsewhere',
  byline: '',
  published: '2031-05-02',
  modified: null,
  language: 'en',
  text,
  story: [{ start: text.indexOf('The'), end: text.indexOf('\nMost') }],
}

/** A matcher by terms that shows what is only half as sure: the test's dossier is small. */
const makeMatcher = (corpus: CorpusPort, cutOff = 0.2): MatcherPort => ({
  ...createTermMatcher({ corpus }),
  cutOff,
})

describe('an article that is not on file', () => {
  test('has what is on file beside its sentences, related and without a position of theirs', async () => {
    const corpus = await makeCorpus(dossier)
    const { sentences, dossier: chosen } = await readByTerms(
      { corpus, matcher: makeMatcher(corpus) },
      article,
    )
    expect(chosen).toBe(dossier.id)
    expect(sentences.map(({ question, text: words }) => [question.id, words])).toEqual([
      ['two-phones', 'The president carries a second handset, a report says.'],
      ['listened', '“Spies listened to her calls,” it adds.'],
    ])
    for (const { span, text: words } of sentences) expect(text.slice(span.start, span.end)).toBe(words)
    expect(sentences[0]?.related.map(({ claim: { id }, position }) => [id, position]).toSorted()).toEqual([
      ['a#1', 'yes'],
      ['b#1', 'no'],
    ])
    expect(sentences[1]?.related[0]).toMatchObject({ relation: 'related', against: null })
    const [reason] = sentences[1]?.related[0]?.reasons ?? []
    expect(reason?.rule).toBe('shared_words')
    expect(reason?.values[0]).toContain('listened')
  })

  test('shows nothing that is not sure enough', async () => {
    const corpus = await makeCorpus(dossier)
    const read = (cutOff: number) => readByTerms({ corpus, matcher: makeMatcher(corpus, cutOff) }, article)
    expect((await read(0.99)).sentences).toEqual([])
    const lowest = (await read(0.2)).sentences.flatMap(({ related }) =>
      related.flatMap(({ reasons }) => reasons.map(({ weight = 0 }) => weight)),
    )
    expect(lowest.length).toBeGreaterThan(1)
    expect(Math.min(...lowest)).toBeGreaterThanOrEqual(0.2)
  })

  test('is read against the dossier that its sentences match', async () => {
    const corpus = await makeCorpus(garden, dossier)
    expect((await corpus.listDossiers())[0]?.id).toBe('a-garden')
    const matcher = makeMatcher(corpus)
    const reading = await readArticle({ corpus, matcher }, article)
    expect(reading).toMatchObject({ recognition: { how: 'none' }, dossier: { id: dossier.id } })
    expect(reading.sentences).toHaveLength(2)
    expect(reading.onFile.map(({ question }) => question.id).toSorted()).toEqual(['listened', 'two-phones'])
    expect({ claims: reading.claims, questions: reading.questions }).toEqual({ claims: [], questions: [] })
    expect(JSON.parse(JSON.stringify(reading))).toEqual(reading)
  })

  test('with nothing on file has no sentences, nor has one without text', async () => {
    const empty = await makeCorpus()
    expect((await readArticle({ corpus: empty }, article)).sentences).toEqual([])
    const corpus = await makeCorpus(dossier)
    expect((await readArticle({ corpus }, { ...article, text: '', story: [] })).sentences).toEqual([])
  })

  test('another matcher can stand in: what it finds is shown as it is', async () => {
    const corpus = await makeCorpus(dossier)
    const [found] = await loadByTerms(corpus, 'spy')
    if (!found) expect.fail('no claim')
    const matcher: MatcherPort = {
      cutOff: 0.5,
      match: async sentences =>
        sentences.map((_, index) =>
          index === 1 ? [{ ...found, question: asQuestionId('listened'), score: 0.7, reasons: [] }] : [],
        ),
    }
    const { sentences } = await readArticle({ corpus, matcher }, article)
    expect(sentences.map(({ text: words }) => words)).toEqual(['Rain is expected.'])
  })
})

/** The first claim with each term, and its dossier. */
async function loadByTerms(corpus: CorpusPort, ...terms: string[]) {
  const found = (
    await corpus.findClaimsByTerms(
      terms.map(term => [term]),
      1,
    )
  ).flat()
  const claims = await corpus.loadClaims(found.map(({ place }) => place))
  return found.flatMap(({ place, dossier: from }) => {
    const claim = claims.get(place)
    return claim ? [{ dossier: from, claim }] : []
  })
}

test('a sentence that speaks of two dossiers is shown with claims of the one read', async () => {
  const corpus = await makeCorpus(garden, dossier)
  const [rose, spy] = await loadByTerms(corpus, 'ros', 'spy')
  if (!rose || !spy) expect.fail('no claims')
  const found = (from: typeof rose, question: string, score: number) => ({
    ...from,
    question: asQuestionId(question),
    score,
    reasons: [],
  })
  const matcher: MatcherPort = {
    cutOff: 0.5,
    match: async sentences =>
      sentences.map((_, index) => [
        ...(index === 0 ? [found(rose, 'roses', 0.6)] : []),
        found(spy, 'listened', 0.7),
      ]),
  }
  const { dossier: chosen, sentences } = await readByTerms({ corpus, matcher }, article)
  expect(chosen).toBe(dossier.id)
  expect(sentences).toHaveLength(3)
  expect(sentences.flatMap(({ related }) => related.map(({ claim: { id } }) => id))).toEqual(
    sentences.map(() => spy.claim.id),
  )
})

test('a known article has no such sentences', async () => {
  const corpus = await makeCorpus(dossier)
  const known = { ...article, addresses: ['https://morgenpost.example/a'] }
  const reading = await readArticle({ corpus, matcher: makeMatcher(corpus) }, known)
  expect(reading).toMatchObject({ recognition: { how: 'address' }, sentences: [] })
})

test('reading an article takes time that grows with its sentences', { timeout: 30_000 }, async () => {
  const file = new URL('../../../public/dossiers/presidential-phone-security.json', import.meta.url)
  const starter: Dossier = JSON.parse(readFileSync(file, 'utf8'))
  const corpus = await makeCorpus(starter)
  const matcher = createTermMatcher({ corpus })
  const statements = starter.claims
    .filter((_, index) => index % 16 === 0)
    .slice(0, 40)
    .map(({ statement }) => statement)
  expect(statements).toHaveLength(40)
  const work = async (count: number) => {
    const long = statements.slice(0, count).join('\n')
    const page = { ...article, text: long, story: [{ start: 0, end: long.length }] }
    const { sentences } = await readByTerms({ corpus, matcher }, page)
    expect(sentences.length).toBeGreaterThan(count / 4)
  }
  // Four times the sentences; the square would be 16.
  expect(await measureGrowth(work, 10, 40)).toBeLessThan(12)
})

describe('in portions', () => {
  const telling = 'The president carries a second handset, report number'
  const lines = Array.from({ length: 300 }, (_, at) =>
    at % 10 === 0 ? `${telling} ${at} says.` : `Rain is expected on the coast, all ${at} of them.`,
  )
  const long = lines.join('\n')
  const page: ArticleText = { ...article, text: long, story: [{ start: 0, end: long.length }] }
  const placeOf = (at: number) => long.indexOf(`${telling} ${at} says.`)
  const makeCounting = async () => {
    const corpus = await makeCorpus(dossier)
    const asked: string[][] = []
    const terms = makeMatcher(corpus)
    const matcher: MatcherPort = {
      cutOff: terms.cutOff,
      match: sentences => {
        asked.push(sentences)
        return terms.match(sentences)
      },
    }
    return { corpus, matcher, asked }
  }

  test('what is in view comes first, then what is below, then what is above, and all in the end', async () => {
    const { corpus, matcher, asked } = await makeCounting()
    const inView = { start: placeOf(150), end: placeOf(160) }
    const seen: number[][] = []
    for await (const { sentences } of readPortions({ corpus, matcher }, page, inView)) {
      seen.push(sentences.map(({ span }) => span.start))
    }
    expect(seen[0]).toEqual([150, 160].map(placeOf))
    expect(asked[0]?.[0]).toContain('150')
    expect(asked[1]?.[0]).toContain(' 166 ')
    expect(asked.at(-1)?.at(-1)).toContain(' 0 says')
    const every = Array.from({ length: 30 }, (_, at) => placeOf(at * 10))
    expect(seen.at(-1)).toEqual(every)
    // Nothing that was found is lost, and nothing is asked twice.
    for (const [at, starts] of seen.entries())
      expect(seen[at + 1] ?? every).toEqual(expect.arrayContaining(starts))
    expect(asked.flat()).toHaveLength(300)
    const whole = await readByTerms({ corpus, matcher }, page)
    expect(whole.sentences.map(({ span }) => span.start)).toEqual(every)
  })

  test('who stops asking stops the work', async () => {
    const { corpus, matcher, asked } = await makeCounting()
    for await (const { sentences } of readPortions({ corpus, matcher }, page)) {
      expect(sentences).toHaveLength(2)
      break
    }
    expect(asked).toHaveLength(1)
    for await (const reading of readInPortions({ corpus, matcher }, page)) {
      expect(reading.sentences).toHaveLength(2)
      break
    }
    expect(asked).toHaveLength(2)
  })

  test('a dossier that shows itself later takes the place of the first', async () => {
    const corpus = await makeCorpus(dossier, garden)
    const [rose] = await corpus.listClaimsOfQuestion(asQuestionId('roses'), garden.id)
    const [spy] = await corpus.listClaimsOfQuestion(asQuestionId('listened'), dossier.id)
    if (!rose || !spy) throw new Error('claims are missing')
    const matcher: MatcherPort = {
      cutOff: 0.5,
      match: async sentences =>
        sentences.map(sentence => {
          const isRose = sentence.startsWith(`${telling} 0 `)
          const [claim, id, question] = isRose
            ? ([rose, garden.id, 'roses'] as const)
            : ([spy, dossier.id, 'listened'] as const)
          if (!sentence.startsWith(telling)) return []
          const score = isRose ? 0.99 : 0.6
          return [{ dossier: id, claim, question: asQuestionId(question), score, reasons: [] }]
        }),
    }
    const readings = []
    const short = {
      ...page,
      story: [
        { start: 0, end: placeOf(10) },
        { start: placeOf(20), end: long.length },
      ],
    }
    for await (const reading of readInPortions({ corpus, matcher }, short)) readings.push(reading)
    expect(readings[0]?.dossier?.id).toBe(garden.id)
    expect(readings[0]?.sentences.map(({ span }) => span.start)).toEqual([placeOf(0)])
    expect(readings.at(-1)?.dossier?.id).toBe(dossier.id)
    expect(readings.at(-1)?.sentences).toHaveLength(28)
  })
})
