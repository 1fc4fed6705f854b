import type { SpeakerKind } from '../model/dossier'
import type { RelatedClaim } from '../model/reading'
import { compareNumbers, type Pair } from './compare-claims'
import { groupBy } from './group-by'
import { parseInterval } from './parse-interval'
import { isApart, rankRelation } from './relation-order'

const kindOrder: readonly SpeakerKind[] = ['named', 'institution', 'anonymous', 'outlet']

/**
 * Pairs as the reader sees them: the claims of one source that stand in one relation folded into the one nearest to
 * the source; ordered by relation, those about others by subject, then by kind of speaker (named, institution,
 * anonymous, outlet), nearest in time, and newest. The order is total: the one handed in changes nothing.
 */
export function orderRelated(pairs: readonly Pair[]): RelatedClaim[] {
  const folded = groupBy(
    pairs,
    ({ source, judged }) => `${source} ${judged.relation} ${judged.isSameSpeaker}`,
  )
  return [...folded.values()]
    .map(group => group.toSorted(byNearnessToSource))
    .sort(([a], [b]) => (a && b ? comparePairs(a, b) : 0))
    .flatMap(([first, ...repeats]) => (first ? [makeRelated(first, repeats)] : []))
}

const makeRelated = ({ onFile, here, judged }: Pair, repeats: Pair[]): RelatedClaim => ({
  claim: onFile.claim,
  position: onFile.position ?? 'unknown',
  ...judged,
  against: here?.claim.id ?? null,
  repeats: repeats.map(repeat => repeat.onFile.claim),
})

/** The fewest hands first, then the earliest. */
const byNearnessToSource = (a: Pair, b: Pair): number =>
  a.onFile.claim.chain.length - b.onFile.claim.chain.length ||
  compareNumbers(publishedMs(a), publishedMs(b)) ||
  compareIds(a, b)

const comparePairs = (a: Pair, b: Pair): number =>
  rankRelation(a.judged) - rankRelation(b.judged) ||
  (isApart(a.judged.relation) ? compareSubjects(a, b) : 0) ||
  kindOrder.indexOf(a.onFile.claim.speaker.kind) - kindOrder.indexOf(b.onFile.claim.speaker.kind) ||
  compareNumbers(a.distanceMs, b.distanceMs) ||
  compareNumbers(publishedMs(b), publishedMs(a)) ||
  compareIds(a, b)

const compareSubjects = (a: Pair, b: Pair): number =>
  a.onFile.subject === b.onFile.subject ? 0 : a.onFile.subject < b.onFile.subject ? -1 : 1

const publishedMs = ({ onFile }: Pair): number => parseInterval(onFile.claim.source.published)?.startMs ?? 0

const compareIds = (a: Pair, b: Pair): number =>
  a.onFile.claim.id === b.onFile.claim.id ? 0 : a.onFile.claim.id < b.onFile.claim.id ? -1 : 1
