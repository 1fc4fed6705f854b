import type { DossierInfo, Question } from './dossier'
import type { ModelUse } from './model-use'
import type { RelatedClaim } from './reading'

/** What is on file about some words that the reader selected. */
export interface OnFile {
  words: string
  /** By what it was found: by the reading model, or by shared terms where that could not read, or found nothing near. */
  by: 'model' | 'terms'
  /** Whether the model read the words; if not, why. */
  modelUse: ModelUse
  /** Where more sentences were selected than are looked up: how many were, and of how many. */
  cut: { read: number; of: number } | null
  /** How many dossiers are installed. */
  dossiers: number
  /** Surest question first; each with its claims, nearest first, repeats of a source folded. */
  questions: { dossier: DossierInfo; question: Question; related: RelatedClaim[] }[]
}
