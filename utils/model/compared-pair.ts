import type { ClaimId, DossierId, QuestionId } from './ids'
import type { ClaimOnFile } from './reading'

/** Two claims on one question of a dossier: one of the article, one on file. */
export interface ComparedPair {
  dossier: DossierId
  question: QuestionId
  here: ClaimId
  onFile: ClaimId
  /** The claim here itself, where a machine read it: it is on no file. */
  read?: ClaimOnFile
}
