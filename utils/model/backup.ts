import type { ClaimRemark } from './claim-remark'
import type { Dossier } from './dossier'
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
export const backupVersion = 5

/** Everything that is the reader's own, as one file. */
export interface Backup {
  format: 'sidelight-backup'
  /** 2 since the reader has claims; a file of version 1 has none. */
  version: typeof backupVersion
  exportedAt: string
  highlights: Highlight[]
  pairVerdicts: PairVerdict[]
  readerClaims: ReaderClaim[]
  claimRemarks: ClaimRemark[]
  /** Dossiers that the reader made here: without articles and claims. */
  ownDossiers: OwnDossier[]
  settings: Settings
  /** Which dossiers were installed: named, not copied; they come as files of their own. */
  dossiers: { id: DossierId; version: number }[]
}

/** A dossier of the reader's own: what it asks, and how its topic is told. */
export type OwnDossier = Pick<Dossier, 'id' | 'title' | 'version' | 'spotting' | 'questions'>

/** How far a file has come in. */
export interface ImportProgress {
  articles: number
  claims: number
}

/** The same, with what is being done and what share of that is done, 0..1. */
export interface FileProgress extends ImportProgress {
  phase: 'reading' | 'settling'
  share: number
}

/** A dossier is on file, and its claims are read by the reading model, so that sentences can be compared with them. */
export interface Comparing {
  /** How many claims were read, of how many. */
  done: number
  of: number
}

/** What a file was, and what taking it in did. */
export interface FileImport {
  format: 'sidelight-backup' | 'dossier' | 'highlights'
  report: ImportReport
  /** What of another program's file was not taken. */
  refused?: RefusedEntries
}

export interface RefusedEntries {
  count: number
  /** In the words of a failure: one fault a line, with its path; the first of them. */
  detail: string
}

/** What taking something in did. */
export interface ImportReport {
  added: number
  updated: number
  unchanged: number
  removed: number
}
