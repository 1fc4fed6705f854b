import type { Highlight } from './highlight'
import type { ClaimId, DossierId, QuestionId } from './ids'
import type { ReaderClaim } from './reader-claim'
import type { Settings } from './settings'

/** The reader said of two claims: not about the same thing. Kept for the pair, in either order. */
export interface PairVerdict {
  a: ClaimId
  b: ClaimId
  question: QuestionId
  atMs: number
}

/** The version that is written; every earlier one is read. */
export const backupVersion = 2

/** Everything that is the reader's own, as one file. */
export interface Backup {
  format: 'sidelight-backup'
  /** 2 since the reader has claims; a file of version 1 has none. */
  version: typeof backupVersion
  exportedAt: string
  highlights: Highlight[]
  pairVerdicts: PairVerdict[]
  readerClaims: ReaderClaim[]
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
