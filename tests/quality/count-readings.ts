import type { Position } from '../../utils/model/dossier'
import type { QuestionId } from '../../utils/model/ids'
import type { SentenceReading } from '../../utils/model/sentence-reading'

// How readings are held against what people said, in the way of model/evaluate.py.

/** A sentence that is measured on. */
export interface MeasuredSentence {
  article: string
  sentence: string
  /** What the dossier says it bears on, and what a second reader says. */
  dossier: [QuestionId, Position][]
  bears: [QuestionId, Position][]
}

const bestPosition = (positions: Record<Position, number>): string =>
  Object.entries(positions).reduce((best, each) => (each[1] > best[1] ? each : best))[0]

/** Questions of sentences that are claims on file: how often the first, one of three, or either reader's is right. */
function countQuestions(rows: readonly MeasuredSentence[], readings: readonly SentenceReading[]) {
  const counts = {
    claims: 0,
    first: 0,
    third: 0,
    either: 0,
    answers: 0,
    position: 0,
    yesNo: 0,
    yesNoRight: 0,
  }
  for (const [at, { dossier, bears }] of rows.entries()) {
    const reading = readings[at]
    if (!reading || dossier.length === 0) continue
    const gold = new Map(dossier)
    const three = reading.questions.slice(0, 3).map(({ question }) => question)
    const [first] = three
    counts.claims += 1
    if (first && gold.has(first)) counts.first += 1
    if (three.some(question => gold.has(question))) counts.third += 1
    if (first && (gold.has(first) || new Map(bears).has(first))) counts.either += 1
    for (const [question, position] of gold) {
      const score = reading.questions.find(each => each.question === question)
      const said = score ? bestPosition(score.positions) : ''
      counts.answers += 1
      if (said === position) counts.position += 1
      const isYesNo = [said, position].every(each => each === 'yes' || each === 'no')
      if (isYesNo) counts.yesNo += 1
      if (isYesNo && said === position) counts.yesNoRight += 1
    }
  }
  return counts
}

const sizeOfBoth = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter(each => b.has(each)).length

/** Questions above a threshold, against those that either reader gives: by sentence, and by article. */
function countAbove(
  rows: readonly MeasuredSentence[],
  readings: readonly SentenceReading[],
  threshold: number,
) {
  const articles = new Map<string, { said: Set<string>; gold: Set<string>; dossier: Set<string> }>()
  const counts = {
    hits: 0,
    said: 0,
    gold: 0,
    articleHits: 0,
    articleSaid: 0,
    articleGold: 0,
    found: 0,
    dossier: 0,
  }
  for (const [at, { article, dossier, bears }] of rows.entries()) {
    const above = (readings[at]?.questions ?? []).filter(({ score }) => score > threshold)
    const said = new Set<string>(above.map(({ question }) => question))
    const gold = new Set<string>([...dossier, ...bears].map(([question]) => question))
    counts.hits += sizeOfBoth(said, gold)
    counts.said += said.size
    counts.gold += gold.size
    const whole = articles.get(article) ?? { said: new Set(), gold: new Set(), dossier: new Set() }
    articles.set(article, whole)
    for (const each of said) whole.said.add(each)
    for (const each of gold) whole.gold.add(each)
    for (const [question] of dossier) whole.dossier.add(question)
  }
  for (const { said, gold, dossier } of articles.values()) {
    counts.articleHits += sizeOfBoth(said, gold)
    counts.articleSaid += said.size
    counts.articleGold += gold.size
    counts.found += sizeOfBoth(said, dossier)
    counts.dossier += dossier.size
  }
  return counts
}

/** How many of how many, by what was measured: the figures of the model's card on sentences. */
export function measureQuestions(
  rows: readonly MeasuredSentence[],
  readings: readonly SentenceReading[],
): Record<string, [count: number, of: number]> {
  const { claims, first, third, either, answers, position, yesNo, yesNoRight } = countQuestions(
    rows,
    readings,
  )
  const figures: Record<string, [number, number]> = {
    'question: first is right': [first, claims],
    'question: among the first three': [third, claims],
    'question: first is right by either reader': [either, claims],
    'position given the question, of four': [position, answers],
    'position given the question, yes against no': [yesNoRight, yesNo],
  }
  for (const threshold of [0.5, 0.7, 0.9]) {
    const { hits, said, gold } = countAbove(rows, readings, threshold)
    figures[`marks on sentences at ${threshold}: precision`] = [hits, said]
    figures[`marks on sentences at ${threshold}: recall`] = [hits, gold]
  }
  for (const threshold of [0.5, 0.6, 0.7, 0.8]) {
    const { articleHits, articleSaid, articleGold } = countAbove(rows, readings, threshold)
    figures[`questions of an article at ${threshold}: precision`] = [articleHits, articleSaid]
    figures[`questions of an article at ${threshold}: recall`] = [articleHits, articleGold]
  }
  const { found, dossier } = countAbove(rows, readings, 0.7)
  figures['questions of an article at 0.7: of the dossier’s own'] = [found, dossier]
  return figures
}
