import type { DossierInfo, Question } from './dossier'
import type { RelatedClaim } from './reading'

/** What is on file about some words that the reader selected. */
export interface OnFile {
  words: string
  /** By what they were compared: the reading model, or terms where it could not read them. */
  by: 'model' | 'terms'
  /** Surest question first; each with its claims, nearest first, repeats of a source folded. */
  questions: { dossier: DossierInfo; question: Question; related: RelatedClaim[] }[]
}
