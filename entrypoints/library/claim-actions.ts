import type { ClaimActions } from '../../components/claims/claim-actions'
import { askBackground } from '../../utils/messaging/ask'

/** What the library does with claims: the background does it, the one writer. */
export const claimActions: ClaimActions = {
  proposeClaim: origin => askBackground('claim/propose', { origin }),
  makeClaim: (origin, entry, seenMs) => askBackground('claim/make', { origin, entry, seenMs }),
  deleteClaims: claims => askBackground('claim/delete', { claims }),
  restoreClaims: claims => askBackground('claim/restore', { claims }),
  remarkClaim: (claim, remark) => askBackground('claim/remark', { claim, remark }),
  listDrafts: () => askBackground('draft/list', {}),
  keepDrafts: drafts => askBackground('draft/keep', { drafts }),
  saveOwnDossier: entry => askBackground('dossier/save-own', { entry }),
}
