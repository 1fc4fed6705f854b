import type { Focus, SidebarView } from '../../utils/messaging/protocol'
import type { ComparedPair } from '../../utils/model/compared-pair'
import type { PairComparison } from '../../utils/model/comparison'
import type { Changed, OfferedPlace } from '../../utils/model/highlight'
import type { ClaimId, DossierId, HighlightId, QuestionId } from '../../utils/model/ids'
import type { LibraryView } from '../../utils/model/library-view'
import type { OnFile } from '../../utils/model/on-file'
import type { NewReaderClaim } from '../../utils/model/reader-claim'
import type { QuestionReading } from '../../utils/model/reading'
import type { Result } from '../../utils/model/result'
import type { Settings } from '../../utils/model/settings'
import type { ClaimActions } from '../claims/claim-actions'
import type { HighlightActions } from '../highlights/highlight-deeds'

/** What reaches an open sidebar from outside. */
export type SidebarNews =
  | { name: 'focus/changed'; event: Focus }
  /** The keys are here and are to go to the passage that this is at. */
  | { name: 'focus/asked' }
  | { name: 'view/changed' }
  /** The way to the rest of the extension is lost: for good, or until somebody tries again. */
  | { name: 'connection/lost'; isForGood: boolean }

/** Two claims of which the reader says that they are not about the same thing. */
export interface Pair {
  /** The claim of the article. */
  a: ClaimId
  b: ClaimId
  question: QuestionId
}

/** One text in two flavours: where it is pasted decides. */
export interface CopiedText {
  plain: string
  html: string
}

/** What came of asking for a site. `elsewhere`: a tab was opened that asks, because the browser lets no frame do it. */
export type GrantAnswer = 'granted' | 'refused' | 'elsewhere'

/** Everything a sidebar can ask for. None of it throws: what goes wrong comes back as a failure. */
export interface SidebarActions extends HighlightActions, ClaimActions {
  /** Calls back with news until the returned function is called. */
  listen: (onNews: (news: SidebarNews) => void) => () => void
  loadView: () => Promise<Result<SidebarView>>
  loadQuestion: (question: QuestionId, dossier: DossierId) => Promise<Result<QuestionReading>>
  comparePair: (pair: ComparedPair) => Promise<Result<PairComparison>>
  /** What is on file about words that were selected on the page. */
  findWords: (words: string) => Promise<Result<OnFile>>
  /** Puts a text on the clipboard; must be called in the click itself. False where the browser does not let it. */
  copy: (copied: CopiedText) => Promise<boolean>
  /** Opens the claim's article in a tab of its own, and leads to the claim there. */
  openArticle: (claim: ClaimId) => Promise<Result<void>>
  showClaim: (claim: ClaimId) => Promise<Result<void>>
  /** By where the sentence begins in the page's text. */
  showSentence: (sentence: number) => Promise<Result<void>>
  showHighlight: (highlight: HighlightId) => Promise<Result<void>>
  /** To a place that is offered, or to what is selected on the page (null). */
  attachHighlight: (highlight: HighlightId, place: OfferedPlace | null) => Promise<Result<Changed>>
  /** Scrolls to a place that is offered. */
  showPlace: (place: OfferedPlace) => Promise<Result<void>>
  /** The keys go back to the page: to the card at a passage, or (null) where they were. */
  focusPage: (focus: Focus | null) => Promise<Result<void>>
  /** A link to its words, for browsers without Sidelight too. */
  citeHighlight: (highlight: HighlightId) => Promise<Result<{ url: string }>>
  /** "This article says: yes": what the reader says that a sentence says. */
  saveClaims: (claims: NewReaderClaim[]) => Promise<Result<{ claims: ClaimId[] }>>
  judgePair: (pair: Pair, isApart: boolean) => Promise<Result<void>>
  dismissPage: (isDismissed: boolean) => Promise<Result<void>>
  switchSite: (host: string, isOff: boolean) => Promise<Result<void>>
  saveSettings: (change: Partial<Settings>) => Promise<Result<Settings>>
  /** Asks the browser for a site; must be called in the click itself. */
  grantSite: (host: string) => Promise<Result<GrantAnswer>>
  /** Hands the reader a file with everything that is theirs; gives its name. */
  exportBackup: () => Promise<Result<string>>
  /** In the tab that it has, or in one of its own; at a view, where one is named. */
  openLibrary: (view?: LibraryView) => Promise<Result<void>>
  /** What was said of backups and storage was seen: it is left for a while. */
  dismissCare: () => Promise<Result<void>>
  /** In a tab of its own. */
  openOptions: () => void
  /** `isEscape`: only where it stands as a sheet over the page. */
  close: (isEscape?: boolean) => void
}
