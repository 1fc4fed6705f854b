import type { DossierId, QuestionId } from './ids'

/**
 * How often terms occur in the claims that bear on a question, or in all of a dossier's (`question` null). Made when a
 * dossier is taken in, so that reading a page needs no look at all claims.
 */
export interface TermProfile {
  dossier: DossierId
  question: QuestionId | null
  /** How many claims it was made of, and their terms on average. */
  claims: number
  termsPerClaim: number
  /** In how many claims each term occurs, the most frequent first; rare ones beyond a limit are left out. */
  counts: [term: string, claims: number][]
}
