import type { ClaimDraft } from '../../utils/model/claim-draft'
import type { ClaimEntry, ClaimOrigin, ClaimProposal } from '../../utils/model/claim-entry'
import type { ClaimRemark, WantedRemark } from '../../utils/model/claim-remark'
import type { ClaimId } from '../../utils/model/ids'
import type { OwnDossierEntry, SavedDossier } from '../../utils/model/own-dossier'
import type { ReaderClaim } from '../../utils/model/reader-claim'
import type { Result } from '../../utils/model/result'

/** What can be asked for of the reader's claims, and of what the reader says of others. */
export interface ClaimActions {
  /** What a form begins with. */
  proposeClaim: (origin: ClaimOrigin) => Promise<Result<ClaimProposal>>
  /** `seenMs`: how a claim stood when it was begun to be changed. `before`: by which it is undone; null for a new one. */
  makeClaim: (
    origin: ClaimOrigin,
    entry: ClaimEntry,
    seenMs: number | null,
  ) => Promise<Result<{ claim: ClaimId; before: ReaderClaim | null }>>
  /** Gives what was deleted, so that it can be put back. */
  deleteClaims: (claims: ClaimId[]) => Promise<Result<ReaderClaim[]>>
  restoreClaims: (claims: ReaderClaim[]) => Promise<Result<void>>
  /** Disputes or hides a claim of a dossier, or (null) takes that back; gives what was remarked before. */
  remarkClaim: (claim: ClaimId, remark: WantedRemark) => Promise<Result<{ before: ClaimRemark | null }>>
  /** Claims that were begun here and not saved. */
  listDrafts: () => Promise<Result<ClaimDraft[]>>
  keepDrafts: (drafts: ClaimDraft[]) => Promise<Result<void>>
  saveOwnDossier: (entry: OwnDossierEntry) => Promise<Result<SavedDossier>>
}

/** What takes a step back: claims as they were, claims that are new, or what was remarked. */
export type ClaimUndo =
  | { claims: ReaderClaim[] }
  | { kept: ClaimId[] }
  | { remark: { claim: ClaimId; before: ClaimRemark | null } }

/** What was done. `shown`: a remark was taken back. */
export type ClaimStep = 'kept' | 'edited' | 'taken-back' | 'disputed' | 'hidden' | 'shown'

/** Takes a step back. */
export function undoClaimStep(
  actions: Pick<ClaimActions, 'deleteClaims' | 'restoreClaims' | 'remarkClaim'>,
  take: ClaimUndo,
): Promise<Result<unknown>> {
  if ('claims' in take) return actions.restoreClaims(take.claims)
  if ('kept' in take) return actions.deleteClaims(take.kept)
  const { claim, before } = take.remark
  return actions.remarkClaim(claim, before && { kind: before.kind, reason: before.reason })
}
