import type { ArticleText } from '../model/article-text'
import type { FileImport } from '../model/backup'
import type { Care } from '../model/care'
import type { ClaimRemark } from '../model/claim-remark'
import type { ComparedPair } from '../model/compared-pair'
import type { PairComparison } from '../model/comparison'
import type { DossierInfo } from '../model/dossier'
import type {
  Anchoring,
  AnchorState,
  Changed,
  Highlight,
  HighlightChange,
  HighlightColour,
  JournalEntry,
  JournalStep,
  OfferedPlace,
  Selector,
} from '../model/highlight'
import type { ClaimId, DossierId, HighlightId, QuestionId } from '../model/ids'
import type { LibraryNews, LibraryView } from '../model/library-view'
import type { ModelCheck } from '../model/model-check'
import type { OnFile } from '../model/on-file'
import type { Judgement } from '../model/page-facts'
import type { QuestionReading, Reading, SentenceHere } from '../model/reading'
import type { HighlightLook, Settings } from '../model/settings'
import type { Beside, SidebarPlace } from '../model/sidebar-place'
import type { Span } from '../model/span'
import type { ArrivalRequests } from './arrival-protocol'
import type { BackupRequests } from './backup-protocol'
import type { ClaimRequests } from './claim-requests'

/** What a page's scripts ask of the background. Untrusted: checked for sender and shape. */
export interface PageRequests {
  /** The gate judged: inject the reader, there is something to show. */
  'page/judged': (request: { judgement: Judgement }) => void
  /** What was read in this tab stands there no more: another page of the same document took its place. */
  'page/left': (request: Record<string, never>) => void
  /** Whether the text of a page agrees with what is kept under an address that is only like its own. */
  'page/weigh': (request: { article: ArticleText }) => boolean
  'highlight/find': (request: { addresses: string[]; outlet: string }) => FoundHighlight[]
  /** In the colour that was chosen for it, else in the one used last. */
  'highlight/save': (request: { highlight: NewHighlight; colour?: HighlightColour }) => Highlight
  /** How the highlights stand that belong to this page. */
  'highlight/placed': (request: { states: { highlight: HighlightId; state: AnchorState }[] }) => void
  /** A mark's card asks that the sidebar shows its claim or highlight. */
  'sidebar/focus': (request: Focus) => void
  /** What the reader placed on the page changed: the sidebar of this tab loads anew. */
  'page/changed': (request: Record<string, never>) => void
  /**
   * How to begin: whether and where the sidebar is to open by itself, how highlights look, the keys for one ('' where
   * none are set), and the claim that this tab was opened for, which is told once.
   */
  'reader/begin': (request: Record<string, never>) => {
    isSidebarOpen: boolean
    place: SidebarPlace
    look: HighlightLook
    highlightKeys: string
    wanted: ClaimId | null
  }
  /** A link of a mark's card was clicked: opens the article of that claim, and leads to it there. */
  'claim/follow': (request: { claim: ClaimId }) => void
  'sidebar/remember': (request: { isOpen: boolean }) => void
  /** What was dragged: kept, and the same in all other tabs. */
  'place/remember': (request: { change: DraggedPlace }) => void
  /** Puts a rule into the page that makes room at that side, for as long as our own element stands there and says so. */
  'room/prepare': (request: RoomWanted) => void
}

/** What extension pages ask of the background. `tab` is the tab they speak of; a framed sidebar leaves it out. */
export interface ExtensionRequests extends ArrivalRequests, BackupRequests, ClaimRequests {
  /** Everything the sidebar of a tab shows. */
  'view/load': (request: { tab?: number }) => SidebarView
  /** A question of the dossier, with what is on file, for an article that is not. */
  'question/load': (request: { question: QuestionId; dossier: DossierId }) => QuestionReading
  /** Two claims side by side: what differs in words and rows, and what both leave out. */
  'pair/compare': (request: ComparedPair) => PairComparison
  /** Opens the article of a claim in a tab of its own, and leads to the claim there. */
  'article/open': (request: { claim: ClaimId }) => void
  'mark/show': (request: { tab?: number; claim: ClaimId }) => void
  'highlight/show': (request: { tab?: number; highlight: HighlightId }) => void
  'sentence/show': (request: { tab?: number; sentence: number }) => void
  /** Scrolls to a place that a lost highlight may be attached to. */
  'place/show': (request: { tab?: number; place: OfferedPlace }) => void
  /** The keys go from the sidebar back to the page: to the card at a passage, or (null) where they were. */
  'page/focus': (request: { tab?: number; focus: Focus | null }) => void
  /** What is on file about some words, from all dossiers, question by question. */
  'words/find': (request: { words: string }) => OnFile
  /** Shows that of the words selected in a tab, in the sidebar on its page; false where none are that could be looked up. */
  'selection/compare': (request: { tab: number }) => boolean
  /**
   * Changes note, tags or colour. `seen`: what stood there when the reader began; a conflict where something else stands
   * there now, and nothing is changed.
   */
  'highlight/change': (request: {
    highlight: HighlightId
    change: HighlightChange
    seen: HighlightChange
  }) => Changed
  /** Attaches a highlight to other words of its page: a place that was offered, or what is selected there (null). */
  'highlight/attach': (request: {
    tab?: number
    highlight: HighlightId
    place: OfferedPlace | null
  }) => Changed
  /** A link that opens the page at a highlight's words, in browsers without Sidelight too. */
  'highlight/cite': (request: { tab?: number; highlight: HighlightId }) => { url: string }
  /** Tags that the reader has given, the most frequent first. */
  'tag/list': (request: Record<string, never>) => { tag: string; count: number }[]
  'highlight/delete': (request: { highlight: HighlightId }) => { entry: number }
  /** Several at once (model/limits), as one step; null where nothing was to change. */
  'highlights/tag': (request: { highlights: HighlightId[]; add: string[]; remove: string[] }) => {
    entry: number | null
  }
  'highlights/delete': (request: { highlights: HighlightId[] }) => { entry: number | null }
  /** What can be undone, latest first. */
  'journal/list': (request: Record<string, never>) => JournalStep[]
  /** Gives the step, of its rows the first ones. */
  'journal/undo': (request: { entry: number }) => JournalEntry
  /** "Not about the same thing" for a pair, and taking it back. */
  'pair/judge': (request: { a: ClaimId; b: ClaimId; question: QuestionId; isApart: boolean }) => void
  'page/dismiss': (request: { tab?: number; isDismissed: boolean }) => void
  'site/switch': (request: { host: string; isOff: boolean }) => void
  'settings/load': (request: Record<string, never>) => Settings
  'settings/save': (request: { change: Partial<Settings> }) => Settings
  /** Takes in at once what is in memory as a whole. Files that the reader chooses are shown first (`arrival/begin`). */
  'file/import': (request: { text: string }) => FileImport
  /** `isEscape`: only where it stands as a sheet over the page. */
  'sidebar/close': (request: { tab?: number; isEscape?: boolean }) => void
  /** Why a tab was or was not spotted, and what can be done about it. */
  'page/inspect': (request: { tab: number }) => PageStatus
  /** Reads a page that was not spotted, because the reader asks for it. */
  'page/compare': (request: { tab: number }) => void
  'dossier/list': (request: Record<string, never>) => DossierInfo[]
  /** Takes it off file; the reader's own stays. One that came with the package does not come again by itself. */
  'dossier/remove': (request: { dossier: DossierId }) => void
  /** Puts those that came with the package on file again. */
  'dossier/restore': (request: Record<string, never>) => void
  /** Host names of the outlets on file: offered on the welcome page. */
  'outlet/list': (request: Record<string, never>) => string[]
  /** Whether the reading model can read here, and how fast: sentences handed in, or a few of its own. */
  'model/check': (request: { sentences?: string[] }) => ModelCheck
  /** Brings the library to the front, in the tab that it has or in one of its own; at a view, where one is named. */
  'library/open': (request: { view?: LibraryView }) => void
  /** Forgets the articles that were spotted. */
  'history/clear': (request: Record<string, never>) => void
  /** Sites were granted or revoked: register the gate anew and look at open tabs. */
  'sites/changed': (request: Record<string, never>) => void
}

/** What the background asks of a page's reader script. */
export interface ReaderRequests {
  'page/collect': (request: Record<string, never>) => PageState
  /** Scrolls to a claim's mark or to a highlight; false where it has no place. */
  'mark/show': (request: Focus) => boolean
  'mark/step': (request: { by: 1 | -1; of: 'marks' | 'highlights' }) => boolean
  'place/show': (request: { place: OfferedPlace }) => boolean
  /**
   * From the passage at hand to its card in the sidebar: where the keys go. `in sidebar`: they are there already, and it
   * knows which passage to go back to. `nothing`: no passage is at hand.
   */
  'focus/switch': (request: Record<string, never>) => 'to sidebar' | 'in sidebar' | 'nothing'
  'page/focus': (request: { focus: Focus | null }) => boolean
  /** The reader chose another look for highlights. `says`: in this tab, by a key, so that it is said there. */
  'look/changed': (request: { look: HighlightLook; says: boolean }) => void
  /** The words of an offered place, or those selected (null), as a highlight has them. Bad input where there are none. */
  'highlight/describe': (request: { place: OfferedPlace | null }) => Description
  /** Whether the reader's script runs here; all others of its calls may cost more. */
  'reader/ping': (request: Record<string, never>) => true
  'selection/highlight': (request: Record<string, never>) => boolean
  /** Shows in the sidebar what is on file about the selected words; false where none are. */
  'selection/compare': (request: Record<string, never>) => boolean
  'sidebar/toggle': (request: { to?: 'open' | 'closed'; isEscape?: boolean }) => boolean
  /** The reader chose another place, in another tab or in the options. */
  'place/changed': (request: { place: SidebarPlace }) => void
  /** Highlights, or what is on file and switched on, changed elsewhere: load and paint that anew. */
  'page/refresh': (request: { what: 'highlights' | 'reading' }) => void
  /** The sidebar's page stands in its frame and has connected. */
  'sidebar/ready': (request: Record<string, never>) => void
  /** A grant was taken back: leaves the page as it was found, if it was granted by that and by nothing else. */
  'page/leave': (request: { removed: string[]; granted: string[] }) => boolean
}

/** What the background asks of a page's gate script. */
export interface GateRequests {
  'page/judge': (request: Record<string, never>) => Judgement
  /** What is switched on or on file changed: judge anew, and tell if there is something to show now. */
  'page/reconsider': (request: Record<string, never>) => void
}

/** What the background asks of an open library. */
export interface LibraryRequests {
  /** Something is other than it was. */
  'library/changed': (request: LibraryNews) => void
  /** Shows that view, and says in which tab it stands. */
  'library/show': (request: { view?: LibraryView }) => number | null
}

/** What reaches an open sidebar over its port. */
export interface SidebarEvents {
  'focus/changed': Focus
  /** The keys are in the sidebar and are to go to the passage that it is at. */
  'focus/asked': Record<string, never>
  'view/changed': Record<string, never>
}

/**
 * `sentence`: where a sentence with related claims begins in the page's text. `words`: what the reader selected, to be
 * shown what is on file about. `passage`: where they stand. `at`: the part of a highlight's card that the keys go to.
 */
export type Focus =
  | { claim: ClaimId }
  | { highlight: HighlightId; at?: 'note' }
  | { sentence: number }
  | { words: string }
  | { passage: Span; words: string }

/** `isOwn`: kept under the page's own address, so that it is lost where its words are not found; else it is not of this page. */
export interface FoundHighlight {
  highlight: Highlight
  isOwn: boolean
}

export interface NewHighlight extends Description {
  addresses: string[]
  title: string
  outlet: string
  note: string
}

/** Words of a page as it is now. */
export interface Description {
  selectors: Selector[]
  /** What the page states as its last modification, or null. */
  pageModified: string | null
}

/** What the reader changes about the sidebar's place by dragging it, on the page. */
export type DraggedPlace = Partial<Pick<SidebarPlace, 'widthPx' | 'sheet' | 'handleAt'>>

export type RoomWanted = Pick<SidebarPlace, 'side' | 'widthPx'>

/** What a page's reader asks over its port (messaging/reader-port). Untrusted like all that comes from a page. */
export interface ReadingRequest {
  article: ArticleText
  /** What of the text stands in the window: that is read first. */
  inView: Span | null
}

/** What the reader's script needs to mark the page, and to draw its card: as much of it as was read since the last part. */
export interface ReadingPart {
  /** All of them, in each part. */
  claims: Reading['claims']
  /** Of an article that is not on file: more of its sentences that may speak of what is. One that a claim is in goes. */
  sentences: SentenceHere[]
  /** Of how many that is so by now. */
  sentenceCount: number
  /** What came before is no longer so: `sentences` are all there are. So of the first part too. */
  isAnew: boolean
  /** Texts of the questions that the claims bear on, by id. */
  questions: Record<string, string>
  isDisputed: boolean
  /** False where Sidelight is off for this page: paused, off on the site, or "not about this". */
  isOn: boolean
  /** False there too, and where the reader turned marks off. */
  areMarksShown: boolean
}

/** A page as its reader script has it. */
export interface PageState {
  article: ArticleText
  /** `span`: where its words stand in the article's text; null where they have no place. */
  anchors: { highlight: HighlightId; anchoring: Anchoring; span: Span | null }[]
  beside: Beside
}

export interface SidebarView {
  reading: Reading
  highlights: { highlight: Highlight; anchoring: Anchoring }[]
  /** What the page states as its last modification, or null. */
  pageModified: string | null
  /** Claims that the reader does not want to see. */
  hidden: ClaimRemark[]
  address: string
  site: { host: string; isGranted: boolean; isPrivate: boolean; isOff: boolean; isDismissed: boolean }
  settings: Settings
  beside: Beside
  /** As the reader's browser has them; '' where none are set. */
  keys: { highlight: string; sidebar: string }
  /** What is to be said of the storage and of backups; null for nothing. */
  care: Care | null
}

export type PageStatus =
  | { state: 'closed-to-us' } // the browser's own pages, its store, PDFs, …
  | { state: 'not-granted'; host: string; judgement: Judgement }
  | { state: 'judged'; host: string; judgement: Judgement; isReading: boolean }
