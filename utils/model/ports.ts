import type { ImportReport, PairVerdict } from './backup'
import type { Article, Dossier, DossierInfo, Question } from './dossier'
import type { Highlight, JournalEntry } from './highlight'
import type { ArticleId, ClaimId, DossierId, HighlightId, QuestionId } from './ids'
import type { ClaimOnFile } from './reading'
import type { Result } from './result'
import type { Settings } from './settings'

/** Dossiers, articles and claims on file. Every call may fail with a storage failure. */
export interface CorpusPort {
  listDossiers(): Promise<DossierInfo[]>
  loadDossier(id: DossierId): Promise<Dossier | null>
  /** All or nothing: replaces what the dossier of this id had; leaves the reader's own alone. */
  saveDossier(dossier: Dossier): Promise<Result<ImportReport>>
  /** By address hash (reading/judge-address) of any of an article's addresses. */
  findArticlesByAddress(hashes: string[]): Promise<Article[]>
  listKnownAddressHashes(): Promise<string[]>
  listClaimsOfArticle(id: ArticleId): Promise<ClaimOnFile[]>
  listClaimsOfQuestion(id: QuestionId, dossier: DossierId): Promise<ClaimOnFile[]>
  /** The numbers of words that locators on file have: which windows to fingerprint. */
  listLocatorLengths(): Promise<number[]>
  /** Claims whose locator has one of these hashes. */
  findClaimsByLocator(hashes: string[]): Promise<ClaimOnFile[]>
  countClaimsOfArticles(ids: ArticleId[]): Promise<Map<ArticleId, number>>
  findDossierOfArticle(id: ArticleId): Promise<DossierInfo | null>
  listQuestions(dossier: DossierId): Promise<Question[]>
  listPairVerdicts(): Promise<PairVerdict[]>
  savePairVerdict(verdict: PairVerdict): Promise<Result<void>>
  deletePairVerdict(a: ClaimId, b: ClaimId, question: QuestionId): Promise<Result<void>>
}

/** The reader's highlights and the journal of what was done to them. */
export interface HighlightPort {
  /** By address hash of any of a highlight's addresses. */
  findByAddress(hashes: string[]): Promise<Highlight[]>
  load(id: HighlightId): Promise<Highlight | null>
  listAll(): Promise<Highlight[]>
  listAddressHashes(): Promise<string[]>
  /** Writes all rows and one journal entry in one transaction. `before` rows that `after` lacks are deleted. */
  commit(change: Omit<JournalEntry, 'id'>): Promise<Result<number>>
  /** Puts the rows of that step back as they were before and drops it from the journal; not-found where it is gone. */
  undo(entry: number): Promise<Result<JournalEntry>>
  listJournal(): Promise<JournalEntry[]>
}

export interface SettingsPort {
  load(): Promise<Settings>
  save(change: Partial<Settings>): Promise<Settings>
}

/** The world besides: the time, and new ids. */
export interface ClockPort {
  nowMs(): number
  newId(): string
}
