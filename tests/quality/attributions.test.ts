import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import { findLocators } from '../../utils/anchoring/locators'
import { splitWords } from '../../utils/anchoring/words'
import type { Dossier } from '../../utils/model/dossier'
import type { Span } from '../../utils/model/span'
import { collectArticle } from '../../utils/page/collect-article'
import { attributeArticle } from '../../utils/reading/attribute-article'
import { decodeTags, type TaggedSpan } from '../../utils/reading/decode-tags'
import { draftAttributions } from '../../utils/reading/draft-attributions'
import { findVoice } from '../../utils/reading/find-voice'
import { splitSentences } from '../../utils/reading/split-sentences'
import { decodeGreedily, joinNearest } from '../support/greedy-tags'
import { foldWords, type Judged, readJudged } from '../support/judged-articles'
import {
  addScore,
  bare,
  exactF1,
  f1,
  noScore,
  overlap,
  overlappingF1,
  type PolnearArticle,
  plainSentences,
  readPolnear,
} from '../support/polnear'
import { readTags } from '../support/read-tags'
import { hasShared, shared } from '../support/shared'
import { type Figure, recordFigures } from './record-figures'

/** The model reads 7,000 sentences. */
const longMs = 900_000

/** Jsdom comes without types; this is what is used of it. */
const { JSDOM, VirtualConsole } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: new (html: string, options: object) => { window: Window & typeof globalThis }
  VirtualConsole: new () => object
}

afterEach(() => vi.unstubAllGlobals())

const figures: Record<string, Figure> = {}
const measure = (key: string, measured: string, on: string, share: number, goal = ''): number => {
  figures[key] = { measured, on, count: Math.round(share * 1000), of: 1000, goal }
  return share
}

const wordsOf = (text: string, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end))
const whole = (text: string): Span[] => [{ start: 0, end: text.length }]
const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })

if (!hasShared)
  process.stdout.write('attributions: PolNeAR and the two pages stand beside the checkout and are not here\n')

describe('who says what', () => {
  afterAll(() => {
    // Without the public data only a part was measured: the figures written down stay.
    if (hasShared) recordFigures('attributions', figures)
  })

  describe.skipIf(!hasShared)('in the 84 articles of PolNeAR’s development part', async () => {
    const articles = hasShared ? readPolnear('dev') : []
    const on = 'PolNeAR dev'

    it('sources, cues and contents within sentences, against the best tag of each piece', {
      timeout: longMs,
    }, async () => {
      expect(articles).toHaveLength(84)
      const ours = [noScore(), noScore(), noScore()] as const
      const greedy = [noScore(), noScore(), noScore()] as const
      for (const { text, spans } of articles) {
        const sentences = plainSentences(text)
        const readings = await readTags(wordsOf(text, sentences))
        for (const [index, sentence] of sentences.entries()) {
          const words = text.slice(sentence.start, sentence.end)
          const pieces = readings[index] ?? []
          const truth = spans.map(part =>
            part
              .filter(span => overlap(span, sentence))
              .map(({ start, end }) =>
                shift(
                  { start: Math.max(start, sentence.start), end: Math.min(end, sentence.end) },
                  -sentence.start,
                ),
              ),
          )
          for (const [scores, tagged] of [
            [ours, decodeTags(words, pieces)],
            [greedy, decodeGreedily(pieces)],
          ] as const) {
            for (const [at, part] of (['source', 'cue', 'content'] as const).entries()) {
              const found = tagged.filter(each => each.part === part).map(({ span }) => span)
              addScore(scores[at] ?? noScore(), words, found, truth[at] ?? [])
            }
          }
        }
      }
      for (const [at, part] of (['source', 'cue', 'content'] as const).entries()) {
        const [own = noScore(), other = noScore()] = [ours[at], greedy[at]]
        const of = `${on}, spans within sentences`
        const exact = measure(`${part}Exact`, `${part}: exact F1`, of, exactF1(own), 'above greedy')
        const near = measure(
          `${part}Overlapping`,
          `${part}: overlapping F1`,
          of,
          overlappingF1(own),
          'above greedy',
        )
        const greedyExact = measure(
          `${part}ExactGreedy`,
          `${part}: exact F1, best tag of each piece`,
          of,
          exactF1(other),
        )
        const greedyNear = measure(
          `${part}OverlappingGreedy`,
          `${part}: overlapping F1, best tag of each piece`,
          of,
          overlappingF1(other),
        )
        expect(exact).toBeGreaterThan(greedyExact + 0.02)
        expect(near).toBeGreaterThan(greedyNear)
      }
    })

    it('contents of whole articles and whole attributions, against greedy tags and what is nearest', {
      timeout: longMs,
    }, async () => {
      const contents = { ours: noScore(), greedy: noScore() }
      const counts = { true: 0, ours: noCount(), greedy: noCount() }
      for (const article of articles) {
        const { text } = article
        const sentences = splitSentences(text, whole(text), 'en')
        const readings = await readTags(wordsOf(text, sentences))
        const ours = draftAttributions(text, whole(text), sentences, readings).drafts
        const greedy = sentences.flatMap(({ start }, index) =>
          joinNearest(decodeGreedily(readings[index] ?? []))
            .filter(each => each.contents.length > 0)
            .map(({ source, cue, contents }) => ({
              source: source && shift(source.span, start),
              cue: shift(cue.span, start),
              content: contents.map(({ span }: TaggedSpan) => shift(span, start)),
            })),
        )
        addScore(
          contents.ours,
          text,
          ours.flatMap(({ content }) => content),
          article.spans[2],
        )
        addScore(
          contents.greedy,
          text,
          greedy.flatMap(({ content }) => content),
          article.spans[2],
        )
        counts.true += article.attributions.length
        countWhole(counts.ours, article, ours)
        countWhole(counts.greedy, article, greedy)
      }
      const of = `${on}, whole articles`
      for (const who of ['ours', 'greedy'] as const) {
        const [key, with_] = who === 'ours' ? ['', ''] : ['Greedy', ', greedy tags and the nearest']
        measure(
          `articleContentExact${key}`,
          `content, over sentences: exact F1${with_}`,
          of,
          exactF1(contents[who]),
        )
        measure(
          `articleContentOverlapping${key}`,
          `content, over sentences: overlapping F1${with_}`,
          of,
          overlappingF1(contents[who]),
        )
        const { said, near, same } = counts[who]
        measure(
          `wholeOverlapping${key}`,
          `attributions with source, cue and content overlapping: F1${with_}`,
          of,
          f1(near / said, near / counts.true),
        )
        measure(
          `wholeExact${key}`,
          `attributions with source, cue and content exact: F1${with_}`,
          of,
          f1(same / said, same / counts.true),
        )
      }
      for (const key of [
        'articleContentExact',
        'articleContentOverlapping',
        'wholeOverlapping',
        'wholeExact',
      ]) {
        expect(figures[key]?.count, key).toBeGreaterThan((figures[`${key}Greedy`]?.count ?? 1000) + 15)
      }
    })
  })

  it.each([
    ['tuning', 'invented articles that the rules were written on', 0.88],
    ['measuring', 'invented articles kept apart', 0.85],
  ] as const)('speakers in invented articles: %s', async (half, on, least) => {
    const articles = readJudged(half)
    expect(articles).toHaveLength(6)
    const right = { all: 0, name: 0, kind: 0, role: 0, affiliation: 0, chain: 0, sentence: 0 }
    for (const { paragraphs, outlet, byline, outlets, judged } of articles) {
      const text = paragraphs.join('\n')
      const sentences = splitSentences(text, whole(text), 'en')
      const readings = await readTags(wordsOf(text, sentences))
      const read = attributeArticle({
        text,
        story: whole(text),
        sentences,
        readings,
        outlet,
        byline,
        outlets,
      })
      for (const truth of judged) {
        const start = text.indexOf(truth.words)
        const span = { start, end: start + truth.words.length }
        const found = findVoice(read, span)
        const speaker = found?.speaker ?? { name: outlet, kind: 'outlet' as const }
        const chain = found?.chain ?? [outlet]
        right.all += 1
        right.name += Number(foldWords(speaker.name) === foldWords(truth.name))
        right.kind += Number(speaker.kind === truth.kind)
        right.role += Number(foldWords(speaker.role) === foldWords(truth.role))
        right.affiliation += Number(foldWords(speaker.affiliation) === foldWords(truth.affiliation))
        right.chain += Number(chain.map(foldWords).join('›') === chainOf(truth, outlet))
        const index = sentences.findIndex(sentence => overlap(sentence, span))
        const says = read.bySentence[index] ?? null
        const name = says === null ? outlet : (read.attributions[says]?.speaker.name ?? '')
        right.sentence += Number(foldWords(name) === foldWords(truth.name))
      }
    }
    for (const field of ['name', 'kind', 'role', 'affiliation', 'chain', 'sentence'] as const) {
      figures[`judged-${half}-${field}`] = {
        measured: field === 'sentence' ? 'who says the sentence is right' : `speaker: ${field} is right`,
        on,
        count: right[field],
        of: right.all,
        goal: '',
      }
    }
    expect(right.all).toBeGreaterThanOrEqual(80)
    expect(right.name / right.all).toBeGreaterThan(least)
    expect(right.kind / right.all).toBeGreaterThan(least)
    expect(right.chain / right.all).toBeGreaterThan(least - 0.02)
  })

  it.skipIf(!hasShared).each([
    ['abc-2018.html', 'https://abc13.com/news/x/3507117/', 13],
    ['rt-2025.html', 'https://www.rt.com/news/x/', 19],
  ])('speakers of the claims of %s', async (file, address, count) => {
    const dossier = JSON.parse(
      readFileSync(shared('corpus/presidential-phone-security.json'), 'utf8'),
    ) as Dossier
    const { window } = new JSDOM(readFileSync(shared(`pages/${file}`), 'utf8'), {
      url: address,
      virtualConsole: new VirtualConsole(),
    })
    vi.stubGlobal('Element', window.Element)
    vi.stubGlobal('Document', window.Document)
    const { article } = collectArticle(window.document, address) ?? {}
    const { text = '', story = [] } = article ?? {}
    const words = splitWords(text, story)
    const sentences = splitSentences(text, story, 'en')
    const readings = await readTags(wordsOf(text, sentences))
    const outlets = [...new Set(dossier.articles.map(({ publisher }) => publisher))]
    const right = { name: 0, kind: 0, chain: 0 }
    let placed = 0
    for (const { id, publisher } of dossier.articles) {
      const claims = dossier.claims.filter(claim => claim.article === id)
      const places = findLocators(
        words,
        claims.map(({ locator }) => locator),
      )
      if (claims.length !== count || places.some(place => typeof place !== 'object')) continue
      // The page may be somebody's copy: its claims are on file with the outlet whose article it is.
      const read = attributeArticle({
        text,
        story,
        sentences,
        readings,
        outlet: publisher,
        byline: '',
        outlets,
      })
      for (const [index, claim] of claims.entries()) {
        const place = places[index]
        if (typeof place !== 'object') continue
        placed += 1
        const found = findVoice(read, place)
        const speaker = found?.speaker ?? { name: claim.chain.at(-1) ?? '', kind: 'outlet' as const }
        right.name += Number(isSameName(speaker.name, claim.speaker.name))
        right.kind += Number(speaker.kind === claim.speaker.kind)
        const between = (chain: readonly string[] = []) => chain.slice(1, -1).map(foldWords).join('›')
        right.chain += Number(between(found?.chain) === between(claim.chain))
      }
    }
    for (const field of ['name', 'kind', 'chain'] as const) {
      figures[`${file}-${field}`] = {
        measured: field === 'chain' ? 'who carries it is as on file' : `speaker: ${field} is as on file`,
        on: `claims of ${file} where they are placed`,
        count: right[field],
        of: placed,
        goal: '',
      }
    }
    expect(placed).toBe(count)
    expect(right.name / placed).toBeGreaterThan(0.7)
    expect(right.kind / placed).toBeGreaterThan(0.8)
  })
})

const noCount = () => ({ said: 0, near: 0, same: 0 })

/** Attributions that are right as a whole: all three parts overlapping and linked, and all three the same. */
function countWhole(
  count: ReturnType<typeof noCount>,
  { text, attributions }: PolnearArticle,
  found: readonly { source: Span | null; cue: Span | null; content: Span[] }[],
): void {
  const key = (span: Span) => {
    const { start, end } = bare(text, span)
    return `${start}–${end}`
  }
  const keys = (spans: readonly Span[]) => spans.map(key).sort().join()
  for (const { source, cue, content } of found) {
    count.said += 1
    const fitting = attributions.filter(
      truth =>
        truth.cue.some(span => cue && overlap(span, cue)) &&
        truth.content.some(span => content.some(each => overlap(span, each))) &&
        (source ? truth.source.some(span => overlap(span, source)) : truth.source.length === 0),
    )
    count.near += Number(fitting.length > 0)
    const isSame = fitting.some(
      truth =>
        keys(truth.cue) === keys(cue ? [cue] : []) &&
        keys(truth.source) === keys(source ? [source] : []) &&
        keys(truth.content) === keys(content),
    )
    count.same += Number(isSame)
  }
}

const chainOf = ({ name, via = [] }: Judged, outlet: string): string =>
  [...new Set([name, ...via, outlet])].map(foldWords).join('›')

/** The same words, or all words of one among those of the other: "adviser" for "third adviser". */
function isSameName(a: string, b: string): boolean {
  const [some = [], more = []] = [a, b]
    .map(name => foldWords(name).split(' '))
    .sort((x, y) => x.length - y.length)
  return some.every(word => more.includes(word))
}
