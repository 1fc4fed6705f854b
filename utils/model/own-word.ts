import type { ClaimRemark } from './claim-remark'
import type { ClaimOnFile } from './reading'

/** What the reader says: claims of their own, and remarks on those of dossiers; the latest first. */
export interface OwnWord {
  claims: ClaimOnFile[]
  remarks: ClaimRemark[]
}
