import { afterAll, describe, expect, test } from 'vitest'
import { maySayContradicts } from '../../utils/matching/judge-article'
import { pickByReading } from '../../utils/matching/pick-by-reading'
import { surenesses } from '../../utils/model/settings'
import { splitSentences } from '../../utils/reading/split-sentences'
import { readArticle } from '../../utils/services/read-article'
import { readPolnear } from '../support/polnear'
import { hasShared } from '../support/shared'
import {
  countIn,
  createMeasuring,
  type Judged,
  judgeAll,
  makePage,
  type ReadSentence,
  sum,
} from './read-measured'
import { type Figure, rate, recordFigures } from './record-figures'

// Articles on other topics, each read once by the model: what is made of their sentences, and of the whole by the
// extension's own path.

/** The model reads 3,400 sentences. */
const timeout = 900_000
const on = 'PolNeAR dev, articles on other topics'

if (!hasShared)
  process.stdout.write('Articles on other topics stand beside the checkout and are not here: skipped.\n')

describe.skipIf(!hasShared)('articles on other topics', async () => {
  const figures: Record<string, Figure> = {}
  const measuring = createMeasuring()
  afterAll(async () => {
    await measuring.dispose()
    recordFigures('other-topics', figures)
  })
  const figure = (measured: string, count: number, of: number, goal = ''): number => {
    figures[measured] = { measured, on, count, of, goal }
    return rate(count, of)
  }
  const texts = hasShared ? readPolnear('dev').map(({ text }) => text) : []
  const read: { sentences: ReadSentence[]; judged: Judged }[] = []

  test('have next to nothing marked or listed', { timeout }, async () => {
    for (const text of texts) {
      const spans = splitSentences(text, [{ start: 0, end: text.length }], 'en')
      const sentences = await measuring.read(
        spans.map(({ start, end }) => text.slice(start, end)),
        '',
      )
      read.push({ sentences, judged: judgeAll(sentences) })
    }
    const all = sum(read.map(({ sentences }) => sentences.length))
    expect(all).toBeGreaterThan(1000)
    for (const sureness of surenesses) {
      const judgements = read.flatMap(({ sentences, judged }) =>
        judged[sureness].map((judgement, at) => ({ judgement, sentence: sentences[at] })),
      )
      const marked = countIn(judgements, ({ judgement }) => judgement.claims.length > 0)
      const listed = countIn(
        judgements,
        ({ judgement, sentence }) =>
          sentence !== undefined &&
          judgement.claims.length === 0 &&
          pickByReading(judgement, sentence.near, sentence.matches, sureness) !== null,
      )
      const sure = countIn(judgements, ({ judgement }) => judgement.claims.some(maySayContradicts))
      figure(`sentences marked, ${sureness}`, marked, all)
      const goal = sureness === 'more' ? '' : 'at most 0.02'
      const share = figure(`sentences marked or listed, ${sureness}`, marked + listed, all, goal)
      figure(`sentences sure enough to contradict, ${sureness}`, sure, all)
      expect(share).toBeLessThanOrEqual(sureness === 'more' ? 0.03 : 0.02)
    }
  })

  test('have next to nothing marked where they are read as a page is', { timeout }, async () => {
    const ports = await measuring.without('')
    let [marked, listed] = [0, 0]
    for (const text of texts) {
      const reading = await readArticle({ ...ports, reader: ports }, makePage([text]))
      marked += reading.claims.length
      listed += reading.sentences.length
    }
    const all = sum(read.map(({ sentences }) => sentences.length))
    const share = figure('sentences of pages marked as claims', marked, all, 'at most 0.04')
    figure('sentences of pages with something beside them', listed, all, 'at most 0.02')
    expect(share).toBeLessThan(0.02)
  })
})
