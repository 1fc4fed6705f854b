import type { QuestionId } from '../model/ids'
import type { NearStatement } from './judge-sentence'
import { readingWeights } from './reading-weights'

/** Claims beyond the three that are shown may be repeats of these, and are folded. */
const mostPicked = 12

/** Of the claims near a sentence those on a question that read alike enough to be shown beside it, nearest first. */
export const pickNear = (near: readonly NearStatement[], question: QuestionId): NearStatement[] =>
  near
    .filter(
      ({ claim, likeness }) =>
        likeness >= readingWeights.relatedLikeness &&
        claim.bearsOn.some(answer => answer.question === question),
    )
    .slice(0, mostPicked)
