import type { SpeakerKind } from '../model/dossier'
import type { ArticleId, ClaimId } from '../model/ids'
import type { Reason } from '../model/reason'
import { originOf, type Stance } from './make-stance'
import { sameStoryMs } from './weights'

/** As much of a stance as tells whether two are one source. */
export interface Sourced
  extends Pick<Stance, 'position' | 'subject' | 'speaker' | 'origin' | 'credit' | 'publishedMs'> {
  claim: { id: ClaimId; source: { id: ArticleId }; speaker: { kind: SpeakerKind } }
}

type SourceRule = 'same_claim' | 'same_origin' | 'same_credit'

/**
 * Whether two claims are one source carried by several outlets, and by which rule; null where they are not. They must
 * answer the same, about the same subject, in articles published within a week; a date of publication that is not known to
 * the day shows no such thing. Then they are one where they go back to the same first identified member of their
 * chains, or where both articles are copy of the same agency.
 *
 * The agency's copy joins neither two anonymous speakers whom different outlets found, nor two speakers who are
 * both identified and differ, nor two claims of one article: an agency quotes many people, and they are no one source.
 */
export function findSourceRule(a: Sourced, b: Sourced): SourceRule | null {
  if (a.claim.id === b.claim.id) return 'same_claim'
  if (a.position === null || a.position !== b.position || a.subject !== b.subject) return null
  if (a.publishedMs === null || b.publishedMs === null) return null
  if (Math.abs(a.publishedMs - b.publishedMs) > sameStoryMs) return null
  if (a.origin === b.origin) return 'same_origin'
  if (a.credit === null || a.credit !== b.credit || a.claim.source.id === b.claim.source.id) return null
  return areApart(a, b) ? null : 'same_credit'
}

/** The same as a reason. */
export function judgeSameSource(a: Stance, b: Stance): Reason | null {
  const rule = findSourceRule(a, b)
  const values = {
    same_claim: [],
    same_origin: [originOf(a.claim)],
    same_credit: [a.claim.source.credit ?? ''],
  }
  return rule && { rule, values: values[rule] }
}

/** Two stances that are never one source, whatever joins them to third ones. */
function areApart(a: Sourced, b: Sourced): boolean {
  if (a.origin === b.origin) return false
  const kinds = [a.claim.speaker.kind, b.claim.speaker.kind]
  return kinds.every(kind => kind === 'anonymous') || (a.speaker !== null && b.speaker !== null)
}
