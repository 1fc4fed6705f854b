import type { ClaimId, DossierId, QuestionId } from './ids'

/** What of the corpus is to be a dossier that another reader can take in. */
export interface DossierSelection {
  /** Its name; its id is made of it, so that the same name is another edition of the same dossier. */
  title: string
  /** Who hands it out; '' for nobody. */
  compiledBy: string
  /** Claims that bear on these, in the order in which the questions are to stand. */
  questions: { dossier: DossierId; question: QuestionId }[]
  /** Of the dossiers, of the reader, or both. */
  from: { dossiers: boolean; reader: boolean }
  /** Only these; null for all. */
  claims: ReadonlySet<ClaimId> | null
}
