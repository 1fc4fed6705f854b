import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { pickRelated } from '../../utils/matching/pick-related'
import type { Claim, Dossier } from '../../utils/model/dossier'
import type { MatcherPort, SentenceMatch } from '../../utils/model/ports'
import { foldWords } from '../../utils/reading/find-terms'
import { hashesOf } from '../../utils/reading/judge-address'
import { splitSentences } from '../../utils/reading/split-sentences'
import { createTermMatcher } from '../../utils/services/match-by-terms'
import { createMemoryCorpus } from '../support/memory-corpus'
import { hasShared, shared } from '../support/shared'
import { type Figure, rate, recordFigures } from './record-figures'

const dossier: Dossier = JSON.parse(
  readFileSync(new URL('../../public/dossiers/presidential-phone-security.json', import.meta.url), 'utf8'),
)

/** A sentence of an article, restated in other words, and the questions it bears on by a reader's judgement. */
interface DevSentence {
  article: string
  sentence: string
  bears: [question: string, position: string][]
}

const bearsOn = ({ bears }: DevSentence, claim: Pick<Claim, 'bearsOn'>): boolean =>
  claim.bearsOn.some(answer => bears.some(([question]) => question === answer.question))

/** The dossier as if it had never seen these articles. */
const without = (articles: readonly string[]): Dossier => ({
  ...dossier,
  articles: dossier.articles.filter(({ id }) => !articles.includes(id)),
  claims: dossier.claims.filter(({ article }) => !articles.includes(article)),
})

async function makeMatcher(from: Dossier): Promise<MatcherPort> {
  const corpus = createMemoryCorpus(hashesOf)
  expect(await corpus.saveDossier(from)).toMatchObject({ ok: true })
  return createTermMatcher({ corpus })
}

/** BM25 as it is everywhere (k1 1.2, b 0.75) over the words of the statements: what has to be beaten. */
function nearestByPlainWords(sentence: string, claims: Claim[]): Claim | undefined {
  const texts = claims.map(({ statement }) => foldWords(statement))
  const average = texts.reduce((sum, words) => sum + words.length, 0) / texts.length
  const rarities = new Map(
    [...new Set(foldWords(sentence))].map(word => {
      const having = texts.filter(words => words.includes(word)).length
      return [word, Math.log(1 + (texts.length - having + 0.5) / (having + 0.5))] as const
    }),
  )
  const scores = texts.map(words => {
    const norm = 1.2 * (0.25 + (0.75 * words.length) / average)
    let score = 0
    for (const [word, rare] of rarities) {
      const times = words.filter(other => other === word).length
      score += (rare * times * 2.2) / (times + norm)
    }
    return score
  })
  return claims[scores.indexOf(Math.max(...scores))]
}

if (!hasShared)
  process.stdout.write('Matching by terms is left out: the public data is not beside this checkout.\n')

describe.skipIf(!hasShared)('sentences of articles that are not on file', async () => {
  const figures: Record<string, Figure> = {}
  afterAll(() => recordFigures('terms', figures))
  const sentences: DevSentence[] = hasShared
    ? readFileSync(shared('model/dev.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map(line => JSON.parse(line))
    : []
  const articles = [...new Set(sentences.map(({ article }) => article))]
  const asking = sentences.filter(({ bears }) => bears.length > 0)
  const on = 'sentences of 24 articles restated, each against the dossier without its article'

  const matched = new Map<DevSentence, SentenceMatch[]>()
  const cutOffs = new Set<number>()
  for (const article of articles) {
    const ofArticle = sentences.filter(sentence => sentence.article === article)
    const matcher = await makeMatcher(without([article]))
    cutOffs.add(matcher.cutOff)
    const lists = await matcher.match(ofArticle.map(({ sentence }) => sentence))
    for (const [index, sentence] of ofArticle.entries()) matched.set(sentence, lists[index] ?? [])
  }
  const [cutOff = 1] = cutOffs

  test('are all there', () => {
    expect([articles.length, sentences.length, asking.length]).toEqual([24, 191, 128])
  })

  test('the first claim found answers what the sentence is about, more often than by plain words', () => {
    const isRight = (sentence: DevSentence, nth = 1): boolean =>
      (matched.get(sentence) ?? []).slice(0, nth).some(({ claim }) => bearsOn(sentence, claim))
    const first = asking.filter(sentence => isRight(sentence)).length
    const three = asking.filter(sentence => isRight(sentence, 3)).length
    const plain = asking.filter(sentence => {
      const nearest = nearestByPlainWords(sentence.sentence, without([sentence.article]).claims)
      return nearest && bearsOn(sentence, nearest)
    }).length
    const of = asking.length
    figures.first = {
      measured: 'first claim bears on a question of the sentence',
      on,
      count: first,
      of,
      goal: 'at least 0.44',
    }
    figures.firstThree = { ...figures.first, measured: 'one of the first three does', count: three, goal: '' }
    figures.firstPlain = {
      ...figures.first,
      measured: 'first claim by plain BM25 does',
      count: plain,
      goal: '',
    }
    expect(rate(first, of)).toBeGreaterThanOrEqual(0.44)
    expect(first).toBeGreaterThanOrEqual(plain * 1.4)
  })

  test('of what is shown at least 0.6 is right', () => {
    const shown = sentences.map(sentence => ({
      sentence,
      related: pickRelated(matched.get(sentence) ?? [], cutOff),
    }))
    const claims = shown.flatMap(({ sentence, related }) =>
      related.map(({ claim }) => bearsOn(sentence, claim)),
    )
    const beside = shown.filter(({ related }) => related.length > 0)
    const right = beside.filter(({ sentence, related }) =>
      related.some(({ claim }) => bearsOn(sentence, claim)),
    )
    figures.shownClaims = {
      measured: 'claims shown that bear on a question of the sentence',
      on,
      count: claims.filter(Boolean).length,
      of: claims.length,
      goal: 'at least 0.6',
    }
    figures.shownSentences = {
      measured: 'sentences with something shown that have something right',
      on,
      count: right.length,
      of: beside.length,
      goal: 'at least 0.6',
    }
    figures.found = {
      measured: 'sentences bearing on a question that have something right shown',
      on,
      count: right.length,
      of: asking.length,
      goal: '',
    }
    expect(claims.length).toBeGreaterThan(30)
    expect(rate(claims.filter(Boolean).length, claims.length)).toBeGreaterThanOrEqual(0.6)
    expect(rate(right.length, beside.length)).toBeGreaterThanOrEqual(0.6)
    expect(rate(right.length, asking.length)).toBeGreaterThanOrEqual(0.2)
  })

  test('articles on other topics have next to nothing beside them', async () => {
    const folder = shared('data/polnear/dev/text/')
    const texts = readdirSync(folder)
      .filter(name => name.endsWith('.txt'))
      .map(name => readFileSync(folder + name, 'utf8'))
    const all = texts.flatMap(text =>
      splitSentences(text, [{ start: 0, end: text.length }], 'en').map(({ start, end }) =>
        text.slice(start, end),
      ),
    )
    expect(all.length).toBeGreaterThan(1000)
    const lists = await (await makeMatcher(dossier)).match(all)
    const count = lists.filter(matches => pickRelated(matches, cutOff).length > 0).length
    figures.otherTopics = {
      measured: 'sentences with something shown',
      on: 'PolNeAR dev, articles on other topics',
      count,
      of: all.length,
      goal: 'at most 0.02',
    }
    expect(rate(count, all.length)).toBeLessThanOrEqual(0.02)
  })
})
