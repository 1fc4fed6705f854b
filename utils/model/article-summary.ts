import type { Question } from './dossier'
import type { DossierId } from './ids'

/** What of the reader's own an article has. */
export interface ArticleSummary {
  /** The same for all addresses that are one by their spelling. */
  key: string
  address: string
  title: string
  outlet: string
  highlights: number
  claims: number
  /** Highlights whose words the last visit found changed, and those that it did not find. */
  changed: number
  lost: number
  /** When something was last added, ms since 1970. */
  latestMs: number
}

/** A question that claims of an article bear on, and on which what is on file disputes them, or they each other. */
export interface DisputedQuestion {
  dossier: DossierId
  question: Question
}
