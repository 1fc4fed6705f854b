import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { relate } from '../../utils/matching/relate'
import type { Dossier, Position } from '../../utils/model/dossier'
import type { QuestionId } from '../../utils/model/ids'
import type { ClaimOnFile, Reading } from '../../utils/model/reading'
import { surenesses } from '../../utils/model/settings'
import { readArticle } from '../../utils/services/read-article'
import { hasShared, shared } from '../support/shared'
import type { MeasuredSentence } from './count-readings'
import { createMeasuring, makePage } from './read-measured'
import { type Figure, rate, recordFigures } from './record-figures'

// Whole articles through the extension's own path: what becomes a claim, what is said to dispute, what is listed beside.

const timeout = 300_000
const dossier: Dossier = JSON.parse(
  readFileSync(new URL('../../public/dossiers/presidential-phone-security.json', import.meta.url), 'utf8'),
)
const on = '24 articles made of their restated sentences, each against the dossier without it'

if (!hasShared)
  process.stdout.write(
    'Articles read by the model are measured on data that is not beside this checkout: skipped.\n',
  )

describe.skipIf(!hasShared)('articles read by the model', async () => {
  const figures: Record<string, Figure> = {}
  const measuring = createMeasuring()
  afterAll(async () => {
    await measuring.dispose()
    if (hasShared) recordFigures('machine-read', figures)
  })
  const figure = (measured: string, count: number, of: number, goal = '', where = on): number => {
    figures[measured] = { measured, on: where, count, of, goal }
    return rate(count, of)
  }

  const rows: (MeasuredSentence & { claim: string })[] = hasShared
    ? readFileSync(shared('model/dev.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map(line => JSON.parse(line))
    : []
  const articles = [...new Set(rows.map(({ article }) => article))]
  /** What a sentence says by either judge: of a question that both know the positions of both. */
  const goldOf = ({ dossier: told, bears }: MeasuredSentence) => {
    const gold = new Map<QuestionId, Set<Position>>()
    for (const [question, position] of [...told, ...bears])
      gold.set(question, (gold.get(question) ?? new Set()).add(position))
    return gold
  }

  const readings = new Map<string, Reading>()
  test('are read', { timeout }, async () => {
    for (const id of articles) {
      const ports = await measuring.without(id)
      const article = dossier.articles.find(each => each.id === id)
      const own = rows.filter(row => row.article === id).map(({ sentence }) => sentence)
      const page = makePage(own, { title: article?.title ?? '', published: article?.published ?? null })
      for (const sureness of surenesses) {
        await ports.settings.save({ sureness })
        const reading = await readArticle({ ...ports, reader: ports }, page)
        expect(reading.modelUse).toEqual({ is: 'done' })
        readings.set(`${sureness} ${id}`, reading)
      }
    }
  })

  test.each(surenesses)('sentences that are marked, with "%s"', sureness => {
    let [said, right, placed, gold, cards, rightCards, goldCards] = [0, 0, 0, 0, 0, 0, 0]
    for (const id of articles) {
      const { claims } = readings.get(`${sureness} ${id}`) ?? { claims: [] }
      const inArticle = new Set<QuestionId>()
      const found = new Set<QuestionId>()
      for (const row of rows.filter(each => each.article === id)) {
        const wanted = goldOf(row)
        for (const question of wanted.keys()) inArticle.add(question)
        gold += wanted.size
        for (const { question, position } of claims.find(({ text }) => text === row.sentence)?.claim
          .bearsOn ?? []) {
          said += 1
          found.add(question)
          if (wanted.has(question)) right += 1
          if (wanted.get(question)?.has(position)) placed += 1
        }
      }
      cards += found.size
      goldCards += inArticle.size
      rightCards += [...found].filter(question => inArticle.has(question)).length
    }
    const isEven = sureness === 'even'
    figure(`"${sureness}": questions of marked sentences, precision`, right, said)
    figure(`"${sureness}": questions of marked sentences, recall`, right, gold)
    figure(`"${sureness}": of the right ones the position too`, placed, right)
    figure(`"${sureness}": question cards of an article, recall`, rightCards, goldCards)
    const precision = figure(
      `"${sureness}": question cards of an article, precision`,
      rightCards,
      cards,
      isEven ? 'at least 0.85' : '',
    )
    expect(said).toBeGreaterThan(30)
    expect(precision).toBeGreaterThan(0.6)
  })

  test('pairs that are said to dispute', () => {
    let [shown, right] = [0, 0]
    for (const id of articles) {
      const reading = readings.get(`even ${id}`)
      for (const { question, related } of reading?.questions ?? []) {
        for (const pair of related.filter(({ relation }) => relation === 'disputes')) {
          const here = reading?.claims.find(({ claim }) => claim.id === pair.against)
          const row = rows.find(({ sentence, article }) => article === id && sentence === here?.text)
          if (!here || !row) continue
          shown += 1
          if (isDispute(row, pair.claim, question.id)) right += 1
        }
      }
    }
    figure('pairs shown as disputed that are', right, shown, 'at least 0.9')
    expect(shown).toBeGreaterThan(10)
  })

  /**
   * By what people say of the sentence, and what the claim that it restates says of time, subject and actor. A sentence that
   * restates none is about the article's leader, at the time of its publication.
   */
  function isDispute(row: (typeof rows)[number], onFile: ClaimOnFile, question: QuestionId): boolean {
    const source = dossier.articles.find(({ id }) => id === row.article)
    const claim = dossier.claims.find(({ id }) => id === row.claim)
    const like = claim ?? dossier.claims.find(({ article }) => article === row.article)
    if (!like || !source) throw new Error(`${row.article} is not in the dossier`)
    const { actor: _actor, subject: _subject, ...unnamed } = like
    const told = claim ?? { ...unnamed, about: source.published }
    return [...(goldOf(row).get(question) ?? [])].some(
      position =>
        relate({ ...told, bearsOn: [{ question, position }], source }, onFile, question).relation ===
        'disputes',
    )
  }

  test('what is listed beside sentences, marked or not', () => {
    let [claims, rightClaims, beside, rightBeside, asking] = [0, 0, 0, 0, 0]
    for (const id of articles) {
      const reading = readings.get(`even ${id}`)
      for (const row of rows.filter(each => each.article === id)) {
        const wanted = new Set(row.bears.map(([question]) => question))
        if (wanted.size > 0) asking += 1
        const list =
          reading?.sentences.find(({ text }) => text === row.sentence)?.related.map(({ claim }) => claim) ??
          []
        if (list.length === 0) continue
        const right = list.filter(({ bearsOn }) => bearsOn.some(({ question }) => wanted.has(question)))
        claims += list.length
        rightClaims += right.length
        beside += 1
        if (right.length > 0) rightBeside += 1
      }
    }
    figure('claims beside unmarked sentences that bear on what they say', rightClaims, claims)
    figure('unmarked sentences with something beside them that have something right', rightBeside, beside)
    expect(asking).toBe(128)
  })
})
