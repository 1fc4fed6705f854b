import type { Article, Claim, DossierInfo, Question, Spotting } from '../model/dossier'
import type { Highlight, JournalEntry } from '../model/highlight'
import type { ArticleId, ClaimId, DossierId, HighlightId, QuestionId } from '../model/ids'

/**
 * Rows as IndexedDB keeps them: the model's object as it is in `data`, beside it what is looked up by. They
 * never leave this room. `order` is the place in the dossier's file.
 */
export interface DossierRow {
  id: DossierId
  info: DossierInfo
  summary: string
  spotting: Spotting | null
}

export interface QuestionRow {
  dossier: DossierId
  id: QuestionId
  order: number
  data: Question
}

export interface ArticleRow {
  id: ArticleId
  dossier: DossierId
  order: number
  data: Article
  addressHashes: string[]
}

export interface ClaimRow {
  id: ClaimId
  dossier: DossierId
  article: ArticleId
  order: number
  data: Claim
  /** `questionKey` of each question it bears on: IndexedDB has no compound index over a list. */
  questionKeys: string[]
  locatorHash: string
  locatorWords: number
}

export interface VerdictRow {
  /** `a` before `b` in the order of text, whichever came first. */
  a: ClaimId
  b: ClaimId
  question: QuestionId
  atMs: number
}

export interface HighlightRow {
  id: HighlightId
  data: Highlight
  addressHashes: string[]
}

/** Without its id until the database counts one up. */
export type JournalRow = Omit<JournalEntry, 'id'> & { id?: number }

/** A question of one dossier as one text; ids have no `|`. */
export const questionKey = (dossier: DossierId, question: QuestionId): string => `${dossier}|${question}`

/** The hashes of these addresses, each once; what has no hash (no web address) is left out. */
export function hashAll(
  addresses: readonly (string | null)[],
  hashAddress: (address: string) => string | null,
): string[] {
  const hashes = addresses.map(address => (address === null ? null : hashAddress(address)))
  return [...new Set(hashes.filter(hash => hash !== null))]
}
