import type { ClaimId } from './ids'

/**
 * What the reader says of a claim in a dossier: that they dispute it (it keeps its place, with the reason), or that they do
 * not want to see it (it is left out everywhere). The claim itself is never changed; a remark on one that is gone waits.
 */
export interface ClaimRemark {
  claim: ClaimId
  kind: 'disputed' | 'hidden'
  /** In the reader's words; '' where there are none. */
  reason: string
  /** The claim's as it was then: by it a claim that is gone is still known. */
  statement: string
  atMs: number
}

/** What is to be remarked; null takes a remark back. */
export type WantedRemark = Pick<ClaimRemark, 'kind' | 'reason'> | null
