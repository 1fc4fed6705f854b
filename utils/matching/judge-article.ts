import type { QuestionId } from '../model/ids'
import type { Sureness } from '../model/settings'
import type { JudgedQuestion } from './judge-sentence'
import { articleSupport, contradictionThresholds, readingThresholds, readingWeights } from './reading-weights'

/** What a sentence is shown to say. */
export interface SentenceJudgement {
  /** Marked, with a position. Best first. */
  claims: JudgedQuestion[]
  /** Not sure enough for that: with words that say the same it may be listed as related (pick-by-reading). Best first. */
  related: JudgedQuestion[]
}

/**
 * Decides for all sentences of an article which are marked: each by its own scores and, a little, by what the others
 * bear on. An article speaks of few things, so a question that stands alone is the less sure.
 */
export function judgeArticle(
  sentences: readonly (readonly JudgedQuestion[])[],
  sureness: Sureness,
): SentenceJudgement[] {
  const best = new Map<QuestionId, { sentence: number; score: number; next: number }>()
  for (const [sentence, questions] of sentences.entries()) {
    for (const { question, score } of questions) {
      const top = best.get(question)
      if (!top) best.set(question, { sentence, score, next: 0 })
      else if (score > top.score) best.set(question, { sentence, score, next: top.score })
      else if (score > top.next) top.next = score
    }
  }
  const thresholds = readingThresholds[sureness]
  const least = thresholds.related - readingWeights.terms
  return sentences.map((questions, sentence) => {
    const lifted = questions
      .map(judged => {
        const top = best.get(judged.question)
        const others = top ? (top.sentence === sentence ? top.next : top.score) : 0
        return { ...judged, score: (1 - articleSupport) * judged.score + articleSupport * others }
      })
      .sort((a, b) => b.score - a.score || (a.question < b.question ? -1 : 1))
    return {
      claims: lifted.filter(({ score }) => score >= thresholds.claim),
      related: lifted.filter(({ score }) => score >= least && score < thresholds.claim),
    }
  })
}

/**
 * Whether a reading is sure enough to say that it contradicts something: never where the sentence limits what it says, or
 * denies it, nor where model and nearest claims are not of one mind.
 */
export const maySayContradicts = ({
  score,
  positionScore,
  isLimited,
  isOpposed,
  denied,
}: Pick<JudgedQuestion, 'score' | 'positionScore' | 'isLimited' | 'isOpposed' | 'denied'>): boolean =>
  !isLimited &&
  !isOpposed &&
  denied === undefined &&
  score >= contradictionThresholds.question &&
  positionScore >= contradictionThresholds.position
