import type { ClaimDraft } from '../model/claim-draft'
import type { ClaimEntry, ClaimOrigin, ClaimProposal } from '../model/claim-entry'
import type { ClaimRemark, WantedRemark } from '../model/claim-remark'
import type { ClaimId } from '../model/ids'
import type { OwnDossierEntry, SavedDossier } from '../model/own-dossier'
import type { NewReaderClaim, ReaderClaim } from '../model/reader-claim'

/** What extension pages ask of the background about the reader's claims, remarks and dossiers; `tab` as in the protocol. */
export interface ClaimRequests {
  /** "This article says: yes": kept, all or none, and compared like any claims from then on. Ids in the same order. */
  'claim/save': (request: { tab?: number; claims: NewReaderClaim[] }) => { claims: ClaimId[] }
  /** Gives what was deleted, by which it is put back. */
  'claim/delete': (request: { claims: ClaimId[] }) => ReaderClaim[]
  'claim/restore': (request: { claims: ReaderClaim[] }) => void
  /** What a form for a claim begins with, of words on a page, a highlight, or a claim of the reader's. */
  'claim/propose': (request: { tab?: number; origin: ClaimOrigin }) => ClaimProposal
  /** Makes it, or says it anew (a conflict where it was changed since `seenMs`). `before`: by which that is undone. */
  'claim/make': (request: {
    tab?: number
    origin: ClaimOrigin
    entry: ClaimEntry
    seenMs: number | null
  }) => { claim: ClaimId; before: ReaderClaim | null }
  /** Disputes or hides a claim of a dossier, or (null) takes that back. `before`: what was remarked of it. */
  'claim/remark': (request: { claim: ClaimId; remark: WantedRemark }) => { before: ClaimRemark | null }
  /** Claims that were begun in this tab, and not saved; until the browser is closed. */
  'draft/list': (request: { tab?: number }) => ClaimDraft[]
  'draft/keep': (request: { tab?: number; drafts: ClaimDraft[] }) => void
  /** Makes a dossier of the reader's own, or changes one. */
  'dossier/save-own': (request: { entry: OwnDossierEntry }) => SavedDossier
}
