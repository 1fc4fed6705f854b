import type { ArrivalId, FileContent, KeptStage } from '../model/arrival'
import type { ClaimRemark } from '../model/claim-remark'
import type { VectorBlock } from '../model/claim-vectors'
import type { Article, Claim, DossierInfo, Question, Spotting } from '../model/dossier'
import type { HeldDossier } from '../model/file-preview'
import type { Highlight, JournalEntry } from '../model/highlight'
import type { ArticleId, ClaimId, DossierId, HighlightId, QuestionId } from '../model/ids'
import type { ReaderClaim } from '../model/reader-claim'
import type { ClaimOnFile, QuestionSummary } from '../model/reading'
import type { SeenState, SpottedArticle } from '../model/visit'

/**
 * Rows as IndexedDB keeps them: the model's object as it is in `data`, beside it what is looked up by. They
 * never leave this room.
 *
 * What a dossier holds is kept by edition: each time it is taken in, all its rows are written anew under a number of
 * their own, and the dossier's head names the one that counts. `order` is the place in the dossier's file.
 */
export interface DossierRow {
  id: DossierId
  info: DossierInfo
  summary: string
  spotting: Spotting | null
  /** The edition that is on file. */
  edition: number
  /** Of how many bits the directory's buckets are numbered. */
  bits: number
}

/** All editions that have rows: those on file, those being staged, those held, and those that wait to be swept. */
export interface EditionRow {
  id?: number
  held?: HeldRow
}

/** An edition that is whole and compared, and waits for the reader's word: the head that would make it the one on file. */
export interface HeldRow {
  row: DossierRow
  /** The editions that were on file when it was compared. */
  against: [DossierId, number][]
}

/** A file on its way in: what the reader chose, until it is no longer needed. */
export interface ArrivalRow {
  id?: ArrivalId
  name: string
  sizeBytes: number
  content: FileContent | null
  stage: KeptStage
  held: HeldDossier | null
}

export interface ArticleRow {
  edition: number
  id: ArticleId
  order: number
  data: Article
  /** `addressKey` of each hash of its addresses. */
  addressKeys: string[]
}

/**
 * Claims that follow each other in the file and are of one article, at most `claimsPerLeaf`, with what is shown of the
 * article: one read gives what a reader sees. IndexedDB takes a few rows of several kilobytes much faster than
 * many small ones.
 */
export interface LeafRow {
  edition: number
  leaf: number
  article: ArticleId
  /** Null where the dossier does not have the article: then the claims are kept and never shown. */
  source: ClaimOnFile['source'] | null
  claims: Claim[]
  /** The order of each. */
  orders: number[]
  answerKeys: AnswerKey[]
}

/**
 * An answer of a claim: edition, number of the question, whom it is about (a hash; each answer stands there for `whoever` too),
 * number of the position, and days since 1970 of what it is about.
 */
export type AnswerKey = [edition: number, question: number, subject: number, position: number, day: number]

/** The same claims, as far as ranking by terms needs them. */
export interface SketchRow {
  edition: number
  leaf: number
  ids: ClaimId[]
  questions: QuestionId[][]
  /** Terms of each statement, families among them, with spaces between. */
  terms: string[]
}

/**
 * What leads from a hash to where something stands, for claims (`c`) and articles (`a`) by their ids, claims by their
 * locators (`l`) and by their terms (`t`): those of one bucket in one portion of the file. See `segment`.
 */
export interface DirectoryRow {
  edition: number
  kind: DirectoryKind
  bucket: number
  segment: number
  words: Uint32Array
}
export type DirectoryKind = 'a' | 'c' | 'l' | 't'

/** The small things that belong to an edition, each under its name (addresses in as many parts as there were portions). */
export interface PartRow<K extends keyof Parts = keyof Parts> {
  edition: number
  name: K | `${K}/${number}`
  data: Parts[K]
}

export interface Parts {
  questions: {
    questions: Question[]
    /** In their order; null where nothing is on file. */
    summaries: (QuestionSummary | null)[]
    /** How many claims bear on each. */
    sizes: number[]
    outletHosts: string[]
    locatorLengths: number[]
  }
  profiles: PackedProfile[]
  locators: LocatorFilter
  /** Hashes, with line breaks between. */
  addresses: string
}

/** A `TermProfile` in a form that is read quickly: terms with spaces between, and their counts. */
export interface PackedProfile {
  question: QuestionId | null
  claims: number
  termsPerClaim: number
  terms: string
  counts: Uint32Array
}

/** A Bloom filter; its length in bits is a power of two. */
export type LocatorFilter = Uint32Array

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
  /** Minus the time of its making: IndexedDB is quick in one direction alone, and the newest are wanted first. */
  recency: number
}

export type SeenStateRow = SeenState

export interface SpottedRow extends SpottedArticle {
  /** Hash of the address. */
  key: string
}

/** A folder outside of the browser, as the browser's handle of it. */
export interface FolderRow {
  name: string
  handle: object
}

export interface ReaderClaimRow {
  id: ClaimId
  data: ReaderClaim
  addressHashes: string[]
  questionKey: string
  terms: string[]
}

export type RemarkRow = ClaimRemark

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

/** What all of a dossier's blocks were made of. */
export interface StampRow {
  dossier: DossierId
  stamp: string
}

/** Without its id until the database counts one up. */
export type JournalRow = Omit<JournalEntry, 'id'> & { id?: number }

/** A question of one dossier as one text; ids have no `|`. */
export const questionKey = (dossier: DossierId, question: QuestionId | ''): string => `${dossier}|${question}`

/** A hash of an address in one edition as one text: IndexedDB has no compound index over a list. */
export const addressKey = (edition: number, hash: string): string => `${edition}|${hash}`

/** Reading's: the hashes that something at an address is filed under. */
export type HashesOf = (address: string) => string[]

/** The hashes of these addresses, each once; what has no hash (no web address) is left out. */
export function hashAll(addresses: readonly (string | null)[], hashesOf: HashesOf): string[] {
  return [...new Set(addresses.flatMap(address => (address === null ? [] : hashesOf(address))))]
}
