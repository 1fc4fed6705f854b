import type { Focus, SidebarView } from '../../utils/messaging/protocol'
import type { Comparing, FileProgress } from '../../utils/model/backup'
import type { ClaimId, HighlightId, QuestionId } from '../../utils/model/ids'
import type { OnFile } from '../../utils/model/on-file'
import type { ReaderClaim } from '../../utils/model/reader-claim'
import type { QuestionReading } from '../../utils/model/reading'
import type { Failure } from '../../utils/model/result'
import type { Settings } from '../../utils/model/settings'
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
  kind: 'deleted' | 'set-apart' | 'taken-back' | 'kept' | 'rejected'
  /** `claims` are put back, `kept` is taken back. */
  take: { entry: number } | { pair: Pair } | { claims: ReaderClaim[] } | { kept: ClaimId[] }
  sinceMs: number
}

/** What was last done, in words: a key of the catalogue and its values. */
export type Notice =
  | { kind: 'imported'; added: number; updated: number; removed: number }
  | { kind: 'exported'; name: string }
  | { kind: 'not-granted'; host: string }
  | { kind: 'too-large' }
  | { kind: 'importing'; progress: FileProgress }
  | { kind: 'import-failed'; failure: Failure }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'not-kept'; failure: Failure }

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
  isSaving: boolean
  /** Why it was not kept; 'empty': it has no words. */
  failure: Failure | 'empty' | null
}

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

export interface SidebarState {
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
  /** Notes as they are typed, until the database has them. */
  drafts: ReadonlyMap<HighlightId, string>
  /** Notes that could not be saved. */
  unsaved: ReadonlyMap<HighlightId, Failure>
  /** By question and words (`keyOf`): a sentence's place moves where the page writes itself anew. */
  answers: ReadonlyMap<string, AnswerDraft>
  keeping: Keeping | null
  loaded: ReadonlyMap<QuestionId, LoadedQuestion>
  /** Questions whose timeline shows points about others; on another page too. */
  othersShown: ReadonlySet<QuestionId>
  undo: UndoOffer | null
  /** How far the claims of a dossier are read that was taken in here. */
  comparing: Comparing | null
  notice: Notice | null
}

export type SidebarEvent =
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
  | { do: 'note/typed'; highlight: HighlightId; note: string }
  | { do: 'note/saved'; highlight: HighlightId; note: string }
  | { do: 'note/failed'; highlight: HighlightId; failure: Failure }
  | { do: 'answer/changed'; key: string; draft: AnswerDraft | null }
  | { do: 'answer/failed'; key: string; failure: Failure }
  | { do: 'keeping/changed'; keeping: Keeping | null }
  | { do: 'claim/kept'; kind: 'kept' | 'rejected'; claims: ClaimId[]; nowMs: number }
  | { do: 'claim/taken-back'; claims: ReaderClaim[]; nowMs: number }
  | { do: 'question/changed'; question: QuestionId; loaded: LoadedQuestion }
  | { do: 'others/shown'; question: QuestionId; shows: boolean }
  | { do: 'pair/set-apart'; pair: Pair; nowMs: number }
  | { do: 'undo/offered'; entry: number; nowMs: number }
  | { do: 'undo/done' }
  | { do: 'notice/shown'; notice: Notice }
  | { do: 'notice/closed' }
  | { do: 'comparing/changed'; comparing: Comparing | null }
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
  drafts: new Map(),
  unsaved: new Map(),
  answers: new Map(),
  keeping: null,
  loaded: new Map(),
  othersShown: new Set(),
  undo: null,
  comparing: null,
  notice: null,
}

const loading = { state: 'loading' } as const

const withEntry = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  new Map(map).set(key, value)
const without = <K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> =>
  new Map([...map].filter(([other]) => other !== key))

/** Both claims of a comparison are still there. */
function stillStands(compared: Compared, view: SidebarView): boolean {
  const question = view.reading.questions.find(({ question: { id } }) => id === compared.question)
  return (
    question?.related.some(({ claim }) => claim.id === compared.claim) === true &&
    question.here.some(({ claim }) => claim === compared.against)
  )
}

const isOtherPage = (before: SidebarView | null, after: SidebarView): boolean =>
  before !== null && (before.site.host !== after.site.host || before.reading.title !== after.reading.title)

function takeView(state: SidebarState, view: SidebarView): SidebarState {
  const fresh = isOtherPage(state.view, view)
    ? {
        ...firstState,
        tab: state.tab,
        drafts: state.drafts,
        unsaved: state.unsaved,
        undo: state.undo,
        othersShown: state.othersShown,
      }
    : state
  const compared = fresh.compared && stillStands(fresh.compared, view) ? fresh.compared : null
  return { ...fresh, phase: 'ready', view, failure: null, compared }
}

/** What the sidebar shows next. Pure: times come in with the event. */
export function reduceSidebar(state: SidebarState, event: SidebarEvent): SidebarState {
  switch (event.do) {
    case 'view/loaded':
      return takeView(state, event.view)
    case 'view/failed':
      return {
        ...state,
        phase: event.failure.kind === 'extension-gone' ? 'gone' : 'failed',
        failure: event.failure,
      }
    case 'view/retried':
      return { ...state, phase: 'loading', failure: null }
    case 'connection/lost':
      return event.isForGood
        ? { ...state, phase: 'gone' }
        : { ...state, phase: 'failed', failure: { kind: 'unexpected', detail: 'connection lost' } }
    case 'settings/changed':
      return state.view
        ? { ...state, view: { ...state.view, settings: { ...state.view.settings, ...event.change } } }
        : state
    case 'tab/picked':
      return { ...state, tab: event.tab, compared: null }
    case 'spot/picked':
      return {
        ...state,
        tab: 'highlight' in event.focus ? 'highlights' : 'claims',
        compared: null,
        asked: null,
        spot: { focus: event.focus, question: event.question, count: (state.spot?.count ?? 0) + 1 },
      }
    case 'words/asked': {
      const asked = { words: event.words, count: (state.asked?.count ?? 0) + 1, found: loading }
      return { ...state, tab: 'claims', compared: null, lastCompared: null, spot: null, asked }
    }
    case 'words/answered':
      // Other words may have been asked about meanwhile.
      return state.asked?.words === event.words
        ? { ...state, asked: { ...state.asked, found: event.found } }
        : state
    case 'words/closed':
      return { ...state, asked: null }
    case 'compare/opened':
      return { ...state, tab: 'claims', compared: event.compared, lastCompared: null, spot: null }
    case 'compare/closed':
      return { ...state, compared: null, lastCompared: state.compared }
    case 'info/opened':
      return { ...state, infoVisit: state.infoVisit + 1 }
    case 'note/typed':
      return { ...state, drafts: withEntry(state.drafts, event.highlight, event.note) }
    case 'note/saved':
      return {
        ...state,
        unsaved: without(state.unsaved, event.highlight),
        // Typed on while the first words were being saved: the draft is newer and stays.
        drafts:
          state.drafts.get(event.highlight) === event.note
            ? without(state.drafts, event.highlight)
            : state.drafts,
        view: state.view && withNote(state.view, event.highlight, event.note),
      }
    case 'note/failed':
      return { ...state, unsaved: withEntry(state.unsaved, event.highlight, event.failure) }
    case 'answer/changed':
      return {
        ...state,
        answers: event.draft
          ? withEntry(state.answers, event.key, event.draft)
          : without(state.answers, event.key),
      }
    case 'answer/failed': {
      const draft = state.answers.get(event.key)
      if (!draft) return state
      const failed = { ...draft, isSaving: false, failure: event.failure }
      return { ...state, answers: withEntry(state.answers, event.key, failed) }
    }
    case 'keeping/changed':
      return { ...state, keeping: event.keeping }
    case 'claim/kept':
      return {
        ...state,
        undo: { kind: event.kind, take: { kept: event.claims }, sinceMs: event.nowMs },
      }
    case 'claim/taken-back':
      return { ...state, undo: { kind: 'taken-back', take: { claims: event.claims }, sinceMs: event.nowMs } }
    case 'question/changed':
      return { ...state, loaded: withEntry(state.loaded, event.question, event.loaded) }
    case 'others/shown': {
      const others = [...state.othersShown].filter(question => question !== event.question)
      return { ...state, othersShown: new Set(event.shows ? [...others, event.question] : others) }
    }
    case 'pair/set-apart':
      return { ...state, undo: { kind: 'set-apart', take: { pair: event.pair }, sinceMs: event.nowMs } }
    case 'undo/offered':
      return { ...state, undo: { kind: 'deleted', take: { entry: event.entry }, sinceMs: event.nowMs } }
    case 'undo/done':
      return { ...state, undo: null }
    case 'notice/shown':
      return { ...state, notice: event.notice }
    case 'notice/closed':
      return { ...state, notice: null }
    case 'comparing/changed':
      return { ...state, comparing: event.comparing }
    case 'acted':
      return state.undo && event.nowMs - state.undo.sinceMs >= undoMinimumMs
        ? { ...state, undo: null }
        : state
  }
}

const withNote = (view: SidebarView, id: HighlightId, note: string): SidebarView => ({
  ...view,
  highlights: view.highlights.map(one =>
    one.highlight.id === id ? { ...one, highlight: { ...one.highlight, note } } : one,
  ),
})
