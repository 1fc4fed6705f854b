import type { VectorBlock } from '../model/claim-vectors'
import type { Article, Claim, DossierInfo, Question, Spotting } from '../model/dossier'
import type { Highlight, JournalEntry } from '../model/highlight'
import type { ArticleId, ClaimId, DossierId, HighlightId, QuestionId } from '../model/ids'
import type { ReaderClaim } from '../model/reader-claim'
import type { TermProfile } from '../model/term-profile'

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
  /** What it is found by (matching/terms), each once. */
  terms: string[]
  /** Families of its words by its dossier's topic: for ranking; most claims share them, so nothing is found by them. */
  families: string[]
}

/** `id` is the `questionKey`; that of the whole dossier's profile has no question. */
export interface ProfileRow {
  id: string
  dossier: DossierId
  order: number
  data: TermProfile
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

export interface ReaderClaimRow {
  id: ClaimId
  data: ReaderClaim
  addressHashes: string[]
  questionKey: string
}

/** What one version of the reading model said of a sentence; `order` counts up, so that the oldest are known. */
export interface ReadingRow {
  order?: number
  version: string
  /** Of the sentence's text: its words are not kept. */
  hash: string
  bytes: Uint8Array
}

/** Some of a dossier's claims: `index` counts the blocks. */
export interface VectorRow {
  dossier: DossierId
  index: number
  data: VectorBlock
}

/** Without its id until the database counts one up. */
export type JournalRow = Omit<JournalEntry, 'id'> & { id?: number }

/** Profiles as they are kept, in the order made. */
export const profileRows = (profiles: readonly TermProfile[]): ProfileRow[] =>
  profiles.map((data, order) => ({
    id: questionKey(data.dossier, data.question ?? ''),
    dossier: data.dossier,
    order,
    data,
  }))

/** A question of one dossier as one text; ids have no `|`. */
export const questionKey = (dossier: DossierId, question: QuestionId | ''): string => `${dossier}|${question}`

/** The hashes of these addresses, each once; what has no hash (no web address) is left out. */
export function hashAll(
  addresses: readonly (string | null)[],
  hashesOf: (address: string) => string[],
): string[] {
  return [...new Set(addresses.flatMap(address => (address === null ? [] : hashesOf(address))))]
}
