import type { Focus, SidebarView } from '../../utils/messaging/protocol'
import type { ClaimId, QuestionId } from '../../utils/model/ids'
import type { OnFile } from '../../utils/model/on-file'
import type { QuestionReading } from '../../utils/model/reading'
import type { Failure } from '../../utils/model/result'
import type { Settings } from '../../utils/model/settings'
import type { ClaimStep, ClaimUndo } from '../claims/claim-actions'
import type { HighlightEvent, HighlightStep } from '../highlights/highlight-deeds'
import { type HighlightEdits, noEdits } from '../highlights/highlight-edits'
import type { SentenceAnswer } from './sentence-answer'
import type { Pair } from './sidebar-actions'

type TabName = 'claims' | 'highlights'

/** A related claim that stands beside the article's own, both to be read in full. */
export interface Compared {
  question: QuestionId
  claim: ClaimId
  against: ClaimId
}

/** A claim, highlight or sentence that the reader was led to. `count` tells a second visit from the first. */
export interface Spot {
  focus: Focus
  /** Where the claim stands in several questions: the one meant. */
  question: QuestionId | null
  count: number
}

/** A step that can be taken back, and since when that is offered. */
export interface UndoOffer {
  kind: HighlightStep | ClaimStep | 'set-apart' | 'rejected'
  take: { entry: number } | { pair: Pair } | ClaimUndo
  sinceMs: number
}

/** What was last done, in words: a key of the catalogue and its values. */
export type Notice =
  | { kind: 'exported'; name: string }
  | { kind: 'not-granted'; host: string }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'not-kept'; failure: Failure }
  /** `words`: of a highlight that the undone step was about. */
  | { kind: 'undone'; words: string }
  | { kind: 'nothing-to-undo' }

/** A question of an article that is not on file: loaded when it is opened. */
export type LoadedQuestion =
  | { state: 'loading' }
  | { state: 'failed'; failure: Failure }
  | { state: 'ready'; reading: QuestionReading }

/** Words of the page, and what is on file about them. `count` tells one asking from the next. */
export interface AskedWords {
  words: string
  count: number
  found: { state: 'loading' } | { state: 'failed'; failure: Failure } | { state: 'ready'; onFile: OnFile }
}

/** What the reader is about to say that a sentence says. */
export interface AnswerDraft extends SentenceAnswer {
  /** Of what a machine takes the sentence to answer besides: the questions that the reader wants it not kept for. */
  dropped: ReadonlySet<QuestionId>
  isSaving: boolean
  /** Why it was not kept; 'empty': it has no words. */
  failure: Failure | 'empty' | null
}

/** A draft as a form begins with it. */
export const beginDraft = (answer: SentenceAnswer): AnswerDraft => ({
  ...answer,
  dropped: new Set(),
  isSaving: false,
  failure: null,
})

/** The list of all that a machine read in the article, before it is kept; by the keys of its members. */
export interface Keeping {
  /** Those that the reader does not want. */
  left: ReadonlySet<string>
  /** What the reader made of some. */
  edited: ReadonlyMap<string, SentenceAnswer>
  isSaving: boolean
  /** Why nothing was kept, and because of which. */
  fault: { failure: Failure; key: string | null } | null
}

export interface SidebarState extends HighlightEdits {
  phase: 'loading' | 'ready' | 'failed' | 'gone'
  view: SidebarView | null
  failure: Failure | null
  tab: TabName
  compared: Compared | null
  spot: Spot | null
  /** Stands over the claims. */
  asked: AskedWords | null
  /** The comparison just left: its button takes the focus back. */
  lastCompared: Compared | null
  /** How often "what is on file" was asked for. */
  infoVisit: number
  /** By question and words (`keyOf`): a sentence's place moves where the page writes itself anew. */
  answers: ReadonlyMap<string, AnswerDraft>
  keeping: Keeping | null
  loaded: ReadonlyMap<QuestionId, LoadedQuestion>
  /** Questions whose timeline shows points about others; on another page too. */
  othersShown: ReadonlySet<QuestionId>
  undo: UndoOffer | null
  notice: Notice | null
}

export type SidebarEvent =
  | HighlightEvent
  | { do: 'view/loaded'; view: SidebarView }
  | { do: 'view/failed'; failure: Failure }
  | { do: 'view/retried' }
  | { do: 'connection/lost'; isForGood: boolean }
  | { do: 'settings/changed'; change: Partial<Settings> }
  | { do: 'tab/picked'; tab: TabName }
  | { do: 'spot/picked'; focus: Focus; question: QuestionId | null }
  | { do: 'words/asked'; words: string }
  | { do: 'words/answered'; words: string; found: AskedWords['found'] }
  | { do: 'words/closed' }
  | { do: 'compare/opened'; compared: Compared }
  | { do: 'compare/closed' }
  | { do: 'info/opened' }
  | { do: 'answer/changed'; key: string; draft: AnswerDraft | null }
  | { do: 'answer/failed'; key: string; failure: Failure }
  | { do: 'keeping/changed'; keeping: Keeping | null }
  | { do: 'claim/done'; kind: ClaimStep | 'rejected'; take: ClaimUndo; nowMs: number }
  | { do: 'question/changed'; question: QuestionId; loaded: LoadedQuestion }
  | { do: 'others/shown'; question: QuestionId; shows: boolean }
  | { do: 'pair/set-apart'; pair: Pair; nowMs: number }
  | { do: 'notice/shown'; notice: Notice }
  | { do: 'notice/closed' }
  /** The reader did something else. */
  | { do: 'acted'; nowMs: number }

/** How long an undo stays at the least, whatever the reader does next. */
export const undoMinimumMs = 10_000

export const firstState: SidebarState = {
  phase: 'loading',
  view: null,
  failure: null,
  tab: 'claims',
  compared: null,
  spot: null,
  asked: null,
  lastCompared: null,
  infoVisit: 0,
  ...noEdits,
  answers: new Map(),
  keeping: null,
  loaded: new Map(),
  othersShown: new Set(),
  undo: null,
  notice: null,
}
