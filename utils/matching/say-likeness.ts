import type { Reason } from '../model/reason'
import { readingWeights } from './reading-weights'

/** How alike a sentence and a claim read, in words: the number (-1..1) would look like a share of something. */
export function sayLikeness(likeness: number): Reason {
  const { sameLikeness, relatedLikeness } = readingWeights
  const isAlike = likeness >= relatedLikeness
  const rule = likeness >= sameLikeness ? 'reads_same' : isAlike ? 'reads_alike' : 'reads_little_alike'
  return { rule, values: [] }
}
