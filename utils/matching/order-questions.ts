import type { ClaimId } from '../model/ids'
import type { QuestionReading } from '../model/reading'
import { compareNumbers } from './compare-claims'
import { rankRelation } from './relation-order'

/**
 * The questions of an article, disputed ones first; then those that the article itself disputes; then by the strongest
 * relation on file, those with nothing on file last; then as their first claims stand in the text.
 * @param inText the article's claims in the order of the text
 */
export function orderQuestions(
  readings: readonly QuestionReading[],
  inText: readonly ClaimId[],
): QuestionReading[] {
  const place = new Map(inText.map((claim, index) => [claim, index]))
  const keys = (reading: QuestionReading): number[] => [
    Number(!reading.isDisputed),
    Number(!reading.isDisputedHere),
    ...[reading.related[0]].map(first => (first ? rankRelation(first) : Number.POSITIVE_INFINITY)),
    Math.min(...reading.here.map(({ claim }) => place.get(claim) ?? Number.POSITIVE_INFINITY)),
  ]
  return readings
    .map(reading => ({ reading, keys: keys(reading) }))
    .sort((a, b) => {
      const differing = a.keys.findIndex((key, index) => key !== b.keys[index])
      if (differing >= 0) return compareNumbers(a.keys[differing] ?? 0, b.keys[differing] ?? 0)
      return a.reading.question.id < b.reading.question.id ? -1 : 1
    })
    .map(({ reading }) => reading)
}
