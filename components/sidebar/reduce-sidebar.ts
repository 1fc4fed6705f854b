import type { SidebarView } from '../../utils/messaging/protocol'
import type { HighlightChange } from '../../utils/model/highlight'
import type { HighlightId } from '../../utils/model/ids'
import { reduceEdits, withEntry, withOrWithout } from '../highlights/highlight-edits'
import { shareView } from './share-view'
import {
  type Compared,
  firstState,
  type SidebarEvent,
  type SidebarState,
  undoMinimumMs,
} from './sidebar-state'

const loading = { state: 'loading' } as const

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
        conflicts: state.conflicts,
        undo: state.undo,
        othersShown: state.othersShown,
      }
    : state
  const compared = fresh.compared && stillStands(fresh.compared, view) ? fresh.compared : null
  return { ...fresh, phase: 'ready', view: shareView(state.view, view), failure: null, compared }
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
    case 'note/saved': {
      const view = state.view && withChange(state.view, event.highlight, { note: event.note })
      return { ...state, ...reduceEdits(state, event), view }
    }
    case 'note/typed':
    case 'note/failed':
    case 'note/dropped':
    case 'conflict/changed':
      return { ...state, ...reduceEdits(state, event) }
    case 'highlight/changed':
      return { ...state, view: state.view && withChange(state.view, event.highlight, event.change) }
    case 'answer/changed':
      return { ...state, answers: withOrWithout(state.answers, event.key, event.draft) }
    case 'answer/failed': {
      const draft = state.answers.get(event.key)
      if (!draft) return state
      const failed = { ...draft, isSaving: false, failure: event.failure }
      return { ...state, answers: withEntry(state.answers, event.key, failed) }
    }
    case 'keeping/changed':
      return { ...state, keeping: event.keeping }
    case 'claim/done':
      return { ...state, undo: { kind: event.kind, take: event.take, sinceMs: event.nowMs } }
    case 'question/changed':
      return { ...state, loaded: withEntry(state.loaded, event.question, event.loaded) }
    case 'others/shown': {
      const others = [...state.othersShown].filter(question => question !== event.question)
      return { ...state, othersShown: new Set(event.shows ? [...others, event.question] : others) }
    }
    case 'pair/set-apart':
      return { ...state, undo: { kind: 'set-apart', take: { pair: event.pair }, sinceMs: event.nowMs } }
    case 'undo/offered':
      return { ...state, undo: { kind: event.kind, take: { entry: event.entry }, sinceMs: event.nowMs } }
    case 'undo/done':
      return { ...state, undo: null }
    case 'notice/shown':
      return { ...state, notice: event.notice }
    case 'notice/closed':
      return { ...state, notice: null }
    case 'acted': {
      const isOver = state.undo && event.nowMs - state.undo.sinceMs >= undoMinimumMs
      const isSaid = state.notice?.kind === 'undone' || state.notice?.kind === 'nothing-to-undo'
      if (!isOver && !isSaid) return state
      return { ...state, undo: isOver ? null : state.undo, notice: isSaid ? null : state.notice }
    }
  }
}

const withChange = (view: SidebarView, id: HighlightId, change: HighlightChange): SidebarView => ({
  ...view,
  highlights: view.highlights.map(one =>
    one.highlight.id === id ? { ...one, highlight: { ...one.highlight, ...change } } : one,
  ),
})
