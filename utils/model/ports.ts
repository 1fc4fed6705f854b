import type { ImportReport, PairVerdict } from './backup'
import type { BackupPlan } from './backup-plan'
import type { ClaimRemark } from './claim-remark'
import type { Article, Claim, Dossier, DossierInfo, Edtf, Question, Spotting } from './dossier'
import type { HeldDossier, PreparedDossier } from './file-preview'
import type { Highlight, JournalEntry } from './highlight'
import type { ArticleId, ClaimId, DossierId, HighlightId, QuestionId } from './ids'
import type { ReaderClaim } from './reader-claim'
import type { ClaimOnFile, QuestionSummary } from './reading'
import type { Reason } from './reason'
import type { Result } from './result'
import type { Settings } from './settings'
import type { TermProfile } from './term-profile'
import type { SeenState, SpottedArticle } from './visit'

/**
 * Dossiers, articles and claims on file. Ids of articles and claims are one's own across all dossiers.
 * Every call may fail with a storage failure: those without a `Result` reject with a `FailureError` then.
 */
export interface CorpusPort {
  listDossiers(): Promise<DossierInfo[]>
  /** A number for each dossier that is another one each time it was taken in: what was made of it before is old then. */
  listEditions(): Promise<Map<DossierId, number>>
  /** All of it in memory: for a dossier of some thousand claims. */
  loadDossier(id: DossierId): Promise<Dossier | null>
  /** The same without its two long lists. */
  loadDossierHead(id: DossierId): Promise<DossierHead | null>
  /**
   * Its articles and then its claims, in the order of the file, some at a time. Rejects as not-found where the dossier is
   * taken in anew meanwhile.
   */
  walkDossier(id: DossierId): AsyncIterable<DossierPart>
  /**
   * Erases everything in the database, the reader's own too, in one step that cannot be undone. Busy while a dossier is
   * being taken in.
   */
  eraseAll(): Promise<Result<void>>
  /** `stageDossier` and all that follows, for a dossier that is in memory and was checked. */
  saveDossier(dossier: Dossier): Promise<Result<ImportReport>>
  /** Begins to take a dossier in, portion by portion; waits until the one before it has ended. */
  stageDossier(): Promise<DossierStaging>
  /**
   * In one step: nobody sees a part of it from then on, nor what was read of its claims. The reader's own stays. Does
   * nothing where it is not on file.
   */
  removeDossier(id: DossierId): Promise<Result<void>>
  /** Clears away what replaced dossiers and broken-off stagings left, a little at a time. */
  sweep(): Promise<void>
  /** Compares a prepared dossier with what is on file now. Bad input as in `DossierStaging.prepare`. */
  compareHeld(held: HeldDossier, onShare?: (share: number) => void): Promise<Result<PreparedDossier>>
  /** Puts a prepared dossier on file, in one step. A conflict where what is on file changed since it was compared. */
  settleHeld(held: HeldDossier): Promise<Result<void>>
  /** Drops all prepared dossiers but these. */
  keepHeld(held: readonly HeldDossier[]): Promise<void>
  /** Those of these claims that are on file and would not be with a prepared dossier. */
  findGoneClaims(held: HeldDossier, ids: readonly ClaimId[]): Promise<ClaimId[]>
  /** By address hash (reading/judge-address) of any of an article's addresses. */
  findArticlesByAddress(hashes: string[]): Promise<Article[]>
  listKnownAddressHashes(): Promise<string[]>
  /** Host names of the articles on file, without `www.`, in the order of the alphabet. */
  listOutletHosts(): Promise<string[]>
  /** How articles on each dossier's topic are recognised; dossiers that do not say are left out. */
  listTopics(): Promise<{ dossier: string; spotting: Spotting }[]>
  loadClaim(id: ClaimId): Promise<ClaimOnFile | null>
  listClaimsOfArticle(id: ArticleId): Promise<ClaimOnFile[]>
  /**
   * All of them, as long as they are few (some hundred). Of more those of each position that are nearest to what is in
   * question, most of them about its subjects: so that what is read does not grow with what is on file. The latest,
   * where nothing is in question.
   */
  listClaimsOfQuestion(id: QuestionId, dossier: DossierId, near?: InQuestion): Promise<ClaimOnFile[]>
  /** How many claims bear on each question of a dossier: counted when it was taken in. */
  countClaimsOfQuestions(dossier: DossierId): Promise<Map<QuestionId, number>>
  /** How much is on file about each question of a dossier, of those on which anything is: counted when it was taken in. */
  listQuestionSummaries(dossier: DossierId): Promise<QuestionSummary[]>
  /** The numbers of words that locators on file have: which windows to fingerprint. */
  listLocatorLengths(): Promise<number[]>
  /** Claims whose locator has one of these hashes. */
  findClaimsByLocator(hashes: string[]): Promise<ClaimOnFile[]>
  /** Profiles of all dossiers: which terms their claims and questions have, and how often. */
  listTermProfiles(): Promise<TermProfile[]>
  /**
   * For each list of terms (matching/terms) at most `limit` claims in which any of them occurs, those first that share
   * most (matching/gather-candidates). The rarest should stand first in a list: the work is bounded however much is on
   * file, and common terms are not asked once rarer ones met enough.
   */
  findClaimsByTerms(queries: string[][], limit: number): Promise<FoundClaim[][]>
  /** Claims that were found by their terms, whole; one that is gone since is left out. */
  loadClaims(places: ClaimPlace[]): Promise<Map<ClaimPlace, ClaimOnFile>>
  /**
   * All claims of a dossier that can be shown, in the order in which they are filed, read some at a time. Rejects as
   * not-found where the dossier is taken in anew meanwhile.
   */
  walkStatements(dossier: DossierId): AsyncIterable<StatedClaim>
  /**
   * All claims of a dossier, or those that bear on one of its questions, in the order in which they are filed, some at a
   * time: for views that show all there is. Rejects as not-found where the dossier is taken in anew meanwhile.
   */
  walkClaims(dossier: DossierId, question?: QuestionId): AsyncIterable<FiledClaim[]>
  countClaimsOfArticles(ids: ArticleId[]): Promise<Map<ArticleId, number>>
  findDossierOfArticle(id: ArticleId): Promise<DossierInfo | null>
  listQuestions(dossier: DossierId): Promise<Question[]>
  listPairVerdicts(): Promise<PairVerdict[]>
  savePairVerdict(verdict: PairVerdict): Promise<Result<void>>
  deletePairVerdict(a: ClaimId, b: ClaimId, question: QuestionId): Promise<Result<void>>
}

/** As much of a claim as its vector is made of, and what it answers. */
export type StatedClaim = Pick<Claim, 'id' | 'statement' | 'bearsOn'>

/** The time that claims are compared at, and whose phones they are about, as written. */
export interface InQuestion {
  time: Edtf | null
  subjects: string[]
}

/** A dossier without its two long lists. */
export type DossierHead = Omit<Dossier, 'articles' | 'claims'>

/** Some of the two. */
export type DossierPart = Pick<Dossier, 'articles' | 'claims'>

/** What claims are filed by. */
export type DossierTopic = Pick<Dossier, 'id' | 'questions' | 'spotting'>

/** A claim with the article that carries it; null where the dossier does not have it. */
export interface CarriedClaim {
  claim: Claim
  article: Article | null
}

/**
 * A dossier on its way in: what is added lies apart, and nobody who asks the corpus sees any of it until `settle` makes
 * all of it what is on file, in one step. First the articles, then the claims, each in the order of the file. Every
 * staging ends with `prepare`, `settle` or `abandon`; a worker that is stopped leaves rows that `sweep` clears away.
 */
export interface DossierStaging {
  /** Bad input: an id that an article before has. */
  addArticles(articles: readonly Article[]): Promise<Result<void>>
  findArticles(ids: readonly ArticleId[]): Promise<Map<ArticleId, Article>>
  /** Comes before the first claims, and in any case before `settle`. */
  openClaims(topic: DossierTopic): void
  addClaims(claims: readonly CarriedClaim[]): Promise<Result<void>>
  /**
   * Makes all of it ready, changes nothing that is on file, and holds it, over a restart too, until `CorpusPort.settleHeld`
   * or `keepHeld`. Bad input: an id that stands there twice or that another dossier has; an older version than the one on
   * file, unless it says the same.
   * @param onShare told from time to time how much of it is done, 0..1
   */
  prepare(head: DossierHead, onShare?: (share: number) => void): Promise<Result<PreparedDossier>>
  /**
   * The same, and puts it on file. All or nothing: replaces what the dossier of this id had; leaves the reader's own alone.
   * Counts are of questions, articles and claims.
   */
  settle(head: DossierHead): Promise<Result<ImportReport>>
  /** A `prepare` or `settle` that is under way fails as cancelled, unless it is done. */
  cancel(): void
  /** Nothing was changed. Does nothing once it was settled. */
  abandon(): Promise<void>
}

/** A claim and where it stands. */
export interface FiledClaim {
  claim: ClaimOnFile
  place: ClaimPlace
}

/** Where a claim on file stands: for `loadClaims` alone, and only until the next dossier is taken in. */
export type ClaimPlace = string

/** As much of a claim as ranking needs; `terms` are those of its statement, families of words among them. */
export interface FoundClaim {
  dossier: DossierId
  id: ClaimId
  place: ClaimPlace
  questions: QuestionId[]
  terms: string[]
}

/** A claim on file that a sentence may speak of, and the question that both bear on. */
export interface SentenceMatch {
  dossier: DossierId
  claim: ClaimOnFile
  question: QuestionId
  /** 0..1. */
  score: number
  reasons: Reason[]
}

/** Finds claims for sentences of an article that is not on file: by their terms, or by a reading model. */
export interface MatcherPort {
  /** From this score on at least 0.6 of what is shown bears on what the sentence says. */
  readonly cutOff: number
  /** For each sentence what it may speak of, best first, below the cut-off too; nothing where nothing is near. */
  match(sentences: string[]): Promise<SentenceMatch[][]>
}

/**
 * The reader's highlights, and the journal of the last 50 things done to them.
 * Calls without a `Result` reject with a `FailureError` where storage fails.
 */
export interface HighlightPort {
  /** By address hash of any of a highlight's addresses. */
  findByAddress(hashes: string[]): Promise<Highlight[]>
  load(id: HighlightId): Promise<Highlight | null>
  /** Those that are there, in the order of the ids. */
  loadMany(ids: HighlightId[]): Promise<Highlight[]>
  count(): Promise<number>
  /** The newest, or those that follow on `after`; by time of making, then by id. */
  listNewest(limit: number, after?: Pick<Highlight, 'createdMs' | 'id'>): Promise<Highlight[]>
  listAll(): Promise<Highlight[]>
  listAddressHashes(): Promise<string[]>
  /**
   * One more address under which these are met; full lists (model/limits) and highlights that are gone stay as they are.
   * Upkeep and no step of the journal: there is nothing in it that a reader would take back.
   */
  addAddress(ids: HighlightId[], address: string): Promise<Result<void>>
  /**
   * Writes all rows and one journal entry in one transaction; one that goes on with the last change is joined to its
   * entry (model/journal). `before` rows that `after` lacks are deleted. A conflict, and nothing
   * written, where one of `before` was changed or deleted since it was read.
   */
  commit(change: Omit<JournalEntry, 'id'>): Promise<Result<number>>
  /**
   * Puts the rows of that step back as they were before and drops it from the journal. A row that was changed
   * since stays as it is: a note written later is not lost with an import undone. Gives the step with the rows
   * that were put back; not-found where the step is gone, or all of its rows were changed since.
   */
  undo(entry: number): Promise<Result<JournalEntry>>
  listJournal(): Promise<JournalEntry[]>
}

/**
 * What the reader says that articles say. Calls without a `Result` reject with a `FailureError` where storage fails.
 * Lists are oldest first.
 */
export interface ReaderClaimPort {
  /** By address hash of any of a claim's addresses. */
  findByAddress(hashes: string[]): Promise<ReaderClaim[]>
  listOfQuestion(question: QuestionId, dossier: DossierId): Promise<ReaderClaim[]>
  listOfDossier(dossier: DossierId): Promise<ReaderClaim[]>
  /** As `findClaimsByTerms` of the corpus: for each list of terms at most `limit` claims, those first that share most. */
  findByTerms(queries: string[][], limit: number): Promise<ReaderClaim[][]>
  load(id: ClaimId): Promise<ReaderClaim | null>
  listAll(): Promise<ReaderClaim[]>
  /** All or none; one of the same id is replaced. */
  save(claims: ReaderClaim[]): Promise<Result<void>>
  listAddressHashes(): Promise<string[]>
  /** As for highlights. */
  addAddress(ids: ClaimId[], address: string): Promise<Result<void>>
  /** Those that are there; others are no failure. */
  delete(ids: ClaimId[]): Promise<Result<void>>
}

/** What the reader says of claims in dossiers, at most one thing of each. A call without a `Result` rejects as others do. */
export interface RemarkPort {
  listAll(): Promise<ClaimRemark[]>
  /** All or none; one of the same claim is replaced. */
  save(remarks: ClaimRemark[]): Promise<Result<void>>
  /** Those that are there; others are no failure. */
  delete(claims: ClaimId[]): Promise<Result<void>>
}

/**
 * What was met on visited pages. Never from private windows: that is for the caller to see to. Calls without a `Result`
 * reject with a `FailureError` where storage fails.
 */
export interface VisitPort {
  /** Those that stand as they were saved are forgotten, the others kept in place of what was kept of them before. */
  saveStates(states: SeenState[]): Promise<Result<void>>
  listStates(): Promise<SeenState[]>
  /** One of the same key (hash of its address) is met again: its `firstMs` stays. */
  saveSpotted(article: SpottedArticle, key: string): Promise<Result<void>>
  /** Latest met first. */
  listSpotted(): Promise<SpottedArticle[]>
  /** Those last met before that time (ms since 1970); all of them for infinity. */
  forgetSpotted(beforeMs: number): Promise<Result<void>>
}

export interface SettingsPort {
  load(): Promise<Settings>
  /** What is to be other, or how it follows from what is: lists are changed by the latter, so that no change is lost. */
  save(change: Partial<Settings> | ((now: Settings) => Partial<Settings>)): Promise<Settings>
}

/** How backups are made; as the settings are kept. */
export interface BackupPlanPort {
  load(): Promise<BackupPlan>
  save(change: Partial<BackupPlan> | ((now: BackupPlan) => Partial<BackupPlan>)): Promise<BackupPlan>
}

/** The world besides: the time, and new ids. */
export interface ClockPort {
  nowMs(): number
  newId(): string
}
