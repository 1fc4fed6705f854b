import type { Highlight } from './highlight'
import type { ClaimId, DossierId, QuestionId } from './ids'
import type { Settings } from './settings'

/** The reader said of two claims: not about the same thing. Kept for the pair, in either order. */
export interface PairVerdict {
  a: ClaimId
  b: ClaimId
  question: QuestionId
  atMs: number
}

/** Everything that is the reader's own, as one file. */
export interface Backup {
  format: 'sidelight-backup'
  version: 1
  exportedAt: string
  highlights: Highlight[]
  pairVerdicts: PairVerdict[]
  settings: Settings
  /** Which dossiers were installed: named, not copied; they come as files of their own. */
  dossiers: { id: DossierId; version: number }[]
}

/** What taking a file in did. */
export interface ImportReport {
  added: number
  updated: number
  unchanged: number
  removed: number
}
