import type { ClaimId, QuestionId } from '../model/ids'
import type { MarkedBy, RelatedClaim } from '../model/reading'
import type { Comparison, Pair } from './compare-claims'
import { orderRelated } from './order-related'
import { isAgreeing, isApart, isOpposing, rankRelation } from './relation-order'

/**
 * What colours a claim's mark: the strongest relation in which anything on file stands to it, over all its questions,
 * with the claims that its card shows, which are of the same question. Null where nothing does. Folded claims
 * (repeats of the article's own sources) and those apart colour nothing.
 */
export function markClaim(claim: ClaimId, comparisons: readonly Comparison[]): MarkedBy | null {
  const marks = comparisons
    .map(comparison => markOnQuestion(comparison.question.id, orderRelated(listPairs(claim, comparison))))
    .filter(mark => mark !== null)
    .sort(
      (a, b) =>
        rankRelation(a) - rankRelation(b) || b.sources - a.sources || (a.question < b.question ? -1 : 1),
    )
  return marks[0] ?? null
}

const colours = ({ judged: { relation } }: Pair): boolean => relation !== 'same source' && !isApart(relation)

const listPairs = (claim: ClaimId, { rows }: Comparison): Pair[] =>
  rows
    .filter(({ strongest }) => colours(strongest))
    .flatMap(({ pairs }) => pairs.filter(pair => pair.here?.claim.id === claim && colours(pair)))

function markOnQuestion(question: QuestionId, related: RelatedClaim[]): MarkedBy | null {
  const [strongest] = related
  if (!strongest) return null
  const { relation, isSameSpeaker } = strongest
  return {
    relation,
    isSameSpeaker,
    question,
    sources: related.filter(other => rankRelation(other) === rankRelation(strongest)).length,
    strongestOpposing: related.find(other => isOpposing(other.relation)) ?? null,
    strongestAgreeing: related.find(other => isAgreeing(other.relation)) ?? null,
  }
}
