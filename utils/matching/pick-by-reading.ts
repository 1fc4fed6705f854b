import type { ClaimId, QuestionId } from '../model/ids'
import type { SentenceMatch } from '../model/ports'
import type { Reason } from '../model/reason'
import type { Sureness } from '../model/settings'
import { bearsOn } from './bears-on'
import type { SentenceJudgement } from './judge-article'
import type { NearStatement } from './judge-sentence'
import { readingThresholds, readingWeights } from './reading-weights'
import { sayLikeness } from './say-likeness'

/** What is listed beside a sentence that is no claim: what it may speak of, without a position. */
export interface ListedBeside {
  question: QuestionId
  /** How sure that is: the reading's score and what shared words add to it, 0..1.3. */
  score: number
  /** On that question, nearest first; all of those handed in. Never empty. */
  claims: { id: ClaimId; likeness: number; reasons: Reason[] }[]
}

/**
 * What to list beside a sentence that nothing is sure enough to be marked: the question of which reading and shared words
 * together are surest, if they are sure enough, with the claims nearest to it. Null where they are not. A sentence that
 * could be marked, but for another reason is not, has what it would be marked for.
 * @param judged what `judgeArticle` gave for the sentence, with the same sureness
 * @param near claims that it was judged by, nearest first
 * @param matches of the sentence by terms in the same dossier, below their cut-off too
 */
export function pickByReading(
  judged: SentenceJudgement,
  near: readonly NearStatement[],
  matches: readonly SentenceMatch[],
  sureness: Sureness,
): ListedBeside | null {
  const [best] = [...judged.claims, ...judged.related]
    .map(({ question, score }) => ({
      question,
      score: score + readingWeights.terms * scoreOf(question, matches),
    }))
    .sort((a, b) => b.score - a.score || (a.question < b.question ? -1 : 1))
  if (!best || best.score < readingThresholds[sureness].related) return null
  const claims = near
    .filter(({ claim }) => bearsOn(claim, best.question))
    .map(({ claim: { id }, likeness }) => {
      const match = matches.find(({ claim }) => claim.id === id)
      return { id, likeness, reasons: [sayLikeness(likeness), ...(match?.reasons ?? [])] }
    })
  return claims.length > 0 ? { ...best, claims } : null
}

const scoreOf = (question: QuestionId, matches: readonly SentenceMatch[]): number =>
  Math.max(0, ...matches.filter(({ claim }) => bearsOn(claim, question)).map(({ score }) => score))
