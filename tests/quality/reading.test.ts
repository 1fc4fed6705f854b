import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { readVectorFile } from '../../utils/exchange/vector-file'
import { createReadingModel } from '../../utils/inference/create-reading-model'
import { judgeArticle, maySayContradicts } from '../../utils/matching/judge-article'
import { type JudgedQuestion, judgeSentence } from '../../utils/matching/judge-sentence'
import { readingThresholds, readingWeights } from '../../utils/matching/reading-weights'
import type { Dossier } from '../../utils/model/dossier'
import type { SentenceReading } from '../../utils/model/sentence-reading'
import { findNearestClaims } from '../../utils/services/find-nearest-claims'
import { takeClaimVectors } from '../../utils/services/take-claim-vectors'
import { createMemoryClaimVectors } from '../support/memory-model'
import { readModelFile } from '../support/node-model'
import { hasShared, shared } from '../support/shared'
import type { MeasuredSentence } from './count-readings'
import { type Figure, rate, recordFigures } from './record-figures'

// What the extension makes of the reading model's scores: with the nearest claims, for a whole article, over thresholds.

const timeout = 900_000
const inPublic = (path: string) => readFileSync(new URL(`../../public/dossiers/${path}`, import.meta.url))
const dossier: Dossier = JSON.parse(inPublic('presidential-phone-security.json').toString())
const vectorFile = new Uint8Array(inPublic('presidential-phone-security.vectors.bin'))
const on = 'sentences of 24 articles restated, each against the dossier without its article'

if (!hasShared)
  process.stdout.write('Reading articles is measured on data that is not beside this checkout: skipped.\n')

describe.skipIf(!hasShared)('articles that are not on file, by the reading model', async () => {
  const figures: Record<string, Figure> = {}
  const model = createReadingModel(readModelFile)
  afterAll(async () => {
    await model.dispose()
    if (hasShared) recordFigures('reading', figures)
  })
  const figure = (measured: string, count: number, of: number, goal = ''): number => {
    figures[measured] = { measured, on, count, of, goal }
    return rate(count, of)
  }

  const rows: MeasuredSentence[] = hasShared
    ? readFileSync(shared('model/dev.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map(line => JSON.parse(line))
    : []
  const articles = [...new Set(rows.map(({ article }) => article))]
  const goldOf = ({ dossier: told, bears }: MeasuredSentence) => new Map([...told, ...bears])

  /** The vectors of the claims of all other articles. */
  async function without(article: string) {
    const others = new Set(dossier.claims.filter(claim => claim.article !== article).map(({ id }) => id))
    const whole = createMemoryClaimVectors()
    expect(await takeClaimVectors({ model, vectors: whole }, dossier, vectorFile)).toMatchObject({ ok: true })
    const block = await whole.loadBlock(dossier.id, 0)
    const kept = block?.claims.map((id, index) => ({ id, index })).filter(({ id }) => others.has(id)) ?? []
    const vectors = createMemoryClaimVectors()
    const size = model.dimensions
    const rowsKept = new Int8Array(kept.length * size)
    for (const [at, { index }] of kept.entries())
      rowsKept.set(block?.vectors.subarray(index * size, (index + 1) * size) ?? [], at * size)
    await vectors.saveBlock(dossier.id, 0, {
      model: model.version,
      claims: kept.map(({ id }) => id),
      statements: kept.map(({ index }) => block?.statements[index] ?? ''),
      answers: kept.map(({ index }) => block?.answers[index] ?? ''),
      vectors: rowsKept,
    })
    return vectors
  }

  const read = async (sentences: readonly string[]): Promise<SentenceReading[]> => {
    const result = await model.read(sentences)
    if (!result.ok) throw new Error(`${result.failure.kind}: ${result.failure.detail}`)
    return result.value
  }

  const judged = new Map<MeasuredSentence, JudgedQuestion[]>()

  test('are read', { timeout }, async () => {
    expect([articles.length, rows.length]).toEqual([24, 191])
    expect(readVectorFile(vectorFile, dossier, model.version, model.dimensions).ok).toBe(true)
    const byId = new Map(dossier.claims.map(claim => [claim.id, claim]))
    for (const article of articles) {
      const own = rows.filter(row => row.article === article)
      const vectors = await without(article)
      const readings = await read(own.map(({ sentence }) => sentence))
      const lists = await findNearestClaims(
        { vectors, model },
        readings.map(({ vector }) => vector),
        readingWeights.neighbours,
      )
      for (const [index, row] of own.entries()) {
        const near = lists[index] ?? []
        expect(near).toHaveLength(readingWeights.neighbours)
        for (const { claim } of near) {
          expect(byId.get(claim.id)?.article).not.toBe(article)
          expect(claim.bearsOn).toEqual(byId.get(claim.id)?.bearsOn)
        }
        judged.set(row, judgeSentence(readings[index]?.questions ?? [], near))
      }
    }
  })

  test('position, with the nearest claims on the question', () => {
    const answers = rows.flatMap(row =>
      row.dossier.flatMap(([question, position]) => {
        const said = judged.get(row)?.find(each => each.question === question)
        return said ? [{ said: said.position, position }] : []
      }),
    )
    const plain = answers.filter(({ said, position }) => /yes|no$/.test(said) && /^(yes|no)$/.test(position))
    const count = (list: typeof answers) => list.filter(({ said, position }) => said === position).length
    expect(
      figure(
        'position given the question, of four',
        count(answers),
        answers.length,
        'above 0.66, the model alone',
      ),
    ).toBeGreaterThan(0.66)
    const yesNo = plain.filter(({ said }) => said === 'yes' || said === 'no')
    expect(
      figure(
        'position given the question, yes against no',
        count(yesNo),
        yesNo.length,
        'above 0.89, the model alone',
      ),
    ).toBeGreaterThan(0.89)
  })

  /** Questions that an article is said to bear on, at a threshold, with whether it does. */
  function cardsOf(article: string, threshold: number): { right: number; said: number; gold: number } {
    const own = rows.filter(row => row.article === article)
    const sentences = judgeArticle(
      own.map(row => judged.get(row) ?? []),
      'even',
    )
    const best = new Map<string, number>()
    for (const { claims, related } of sentences)
      for (const { question, score } of [...claims, ...related])
        best.set(question, Math.max(score, best.get(question) ?? 0))
    const gold = new Set<string>(own.flatMap(row => [...goldOf(row).keys()]))
    const said = [...best].filter(([, score]) => score >= threshold).map(([question]) => question)
    return { right: said.filter(question => gold.has(question)).length, said: said.length, gold: gold.size }
  }
  const sumOf = (list: readonly string[], threshold: number) =>
    list
      .map(article => cardsOf(article, threshold))
      .reduce((a, b) => ({
        right: a.right + b.right,
        said: a.said + b.said,
        gold: a.gold + b.gold,
      }))

  test('questions of an article, by thresholds and by leaving each article out in choosing them', () => {
    for (const threshold of [readingThresholds.even.claim, readingThresholds.fewer.claim]) {
      const { right, said, gold } = sumOf(articles, threshold)
      figure(
        `questions of an article at ${threshold}: precision`,
        right,
        said,
        threshold === readingThresholds.even.claim ? 'at least 0.85' : '',
      )
      figure(`questions of an article at ${threshold}: recall`, right, gold)
    }
    const steps = Array.from({ length: 41 }, (_, step) => 0.4 + step * 0.01)
    const left = articles.map(article => {
      const others = articles.filter(other => other !== article)
      const chosen = steps.find(threshold => {
        const { right, said } = sumOf(others, threshold)
        return right / said >= 0.85
      })
      return cardsOf(article, chosen ?? 1)
    })
    const all = left.reduce((a, b) => ({
      right: a.right + b.right,
      said: a.said + b.said,
      gold: a.gold + b.gold,
    }))
    expect(
      figure(
        'questions of an article, threshold chosen on the others for 0.85: precision',
        all.right,
        all.said,
        'at least 0.85',
      ),
    ).toBeGreaterThan(0.82)
    expect(
      figure('questions of an article, threshold chosen on the others for 0.85: recall', all.right, all.gold),
    ).toBeGreaterThan(0.55)
  })

  test('readings that may be said to contradict something have question and position right', () => {
    const sure = rows.flatMap(row => {
      return (judged.get(row) ?? [])
        .filter(said => (said.position === 'yes' || said.position === 'no') && maySayContradicts(said))
        .map(said =>
          [...row.dossier, ...row.bears].some(
            ([question, position]) => question === said.question && position === said.position,
          ),
        )
    })
    expect(sure.length).toBeGreaterThan(10)
    figure(
      'readings sure enough to contradict: question and position right',
      sure.filter(Boolean).length,
      sure.length,
      'at least 0.9',
    )
  })
})
