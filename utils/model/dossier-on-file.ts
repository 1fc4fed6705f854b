import type { DossierInfo, Question } from './dossier'

/** A dossier as the library lists it. */
export interface DossierOnFile {
  info: DossierInfo
  summary: string
  /** Words by which articles on its topic are told, in the order of the file, each once. */
  terms: string[]
  questions: Question[]
  /** Claims of the reader's that bear on its questions. */
  ownClaims: number
}
