import type { Highlight, HighlightChange } from '../../utils/model/highlight'
import type { HighlightId } from '../../utils/model/ids'
import type { Failure } from '../../utils/model/result'
import type { HighlightEvent } from '../highlights/highlight-deeds'
import { type HighlightEdits, noEdits, reduceEdits } from '../highlights/highlight-edits'

/** What was last done, and can be taken back by these entries of the journal. */
export interface UndoOffer {
  kind: 'deleted' | 'tagged' | 'coloured' | 'noted' | 'attached'
  count: number
  entries: readonly number[]
}

export interface HighlightsState extends HighlightEdits {
  /** Newest first, as far as they are loaded. */
  list: readonly Highlight[]
  /** How many are on file, as far as that is known. */
  total: number
  phase: 'loading' | 'ready' | 'failed'
  failure: Failure | null
  undo: UndoOffer | null
  notice: { kind: 'undone' } | { kind: 'failed'; failure: Failure } | null
  /** One that the reader is led to. */
  spot: { highlight: HighlightId; count: number } | null
}

export type HighlightsEvent =
  | HighlightEvent
  | { do: 'list/begun'; total: number }
  | { do: 'list/grown'; part: readonly Highlight[]; isWhole: boolean }
  | { do: 'list/failed'; failure: Failure }
  /** How these are now: those of `ids` that `now` lacks are gone. */
  | { do: 'list/patched'; ids: readonly HighlightId[]; now: readonly Highlight[] }
  | { do: 'many/changed'; undo: UndoOffer }
  | { do: 'said'; notice: HighlightsState['notice'] }

export const firstState: HighlightsState = {
  ...noEdits,
  list: [],
  total: 0,
  phase: 'loading',
  failure: null,
  undo: null,
  notice: null,
  spot: null,
}

/** Newest first, then by id: as the database lists them. */
const byRecency = (a: Highlight, b: Highlight): number =>
  b.createdMs - a.createdMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

function patch(
  list: readonly Highlight[],
  ids: readonly HighlightId[],
  now: readonly Highlight[],
): Highlight[] {
  const fresh = new Map(now.map(highlight => [highlight.id, highlight]))
  const touched = new Set(ids)
  const patched: Highlight[] = []
  for (const highlight of list) {
    const one = touched.has(highlight.id) ? fresh.get(highlight.id) : highlight
    if (one) patched.push(one)
    fresh.delete(highlight.id)
  }
  return fresh.size > 0 ? [...patched, ...fresh.values()].sort(byRecency) : patched
}

const withChange = (list: readonly Highlight[], id: HighlightId, change: HighlightChange): Highlight[] =>
  list.map(highlight => (highlight.id === id ? { ...highlight, ...change } : highlight))

/** What the list of highlights shows next; pure. */
export function reduceHighlights(state: HighlightsState, event: HighlightsEvent): HighlightsState {
  switch (event.do) {
    case 'list/begun':
      return { ...state, list: [], total: event.total, phase: 'loading', failure: null }
    case 'list/grown': {
      const list = [...state.list, ...event.part]
      return event.isWhole
        ? { ...state, list, total: list.length, phase: 'ready' }
        : { ...state, list, total: Math.max(state.total, list.length) }
    }
    case 'list/failed':
      return { ...state, phase: 'failed', failure: event.failure }
    case 'list/patched': {
      const list = patch(state.list, event.ids, event.now)
      return { ...state, list, total: state.total + list.length - state.list.length }
    }
    case 'many/changed':
      return { ...state, undo: event.undo, notice: null }
    case 'said':
      return { ...state, notice: event.notice }
    case 'note/saved':
      return {
        ...state,
        ...reduceEdits(state, event),
        list: withChange(state.list, event.highlight, { note: event.note }),
      }
    case 'note/typed':
    case 'note/failed':
    case 'note/dropped':
    case 'conflict/changed':
      return { ...state, ...reduceEdits(state, event) }
    case 'highlight/changed':
      return { ...state, list: withChange(state.list, event.highlight, event.change) }
    case 'undo/offered':
      return { ...state, undo: { kind: event.kind, count: 1, entries: [event.entry] }, notice: null }
    case 'undo/done':
      return { ...state, undo: null }
    case 'notice/shown':
      return { ...state, notice: event.notice.kind === 'undone' ? { kind: 'undone' } : null }
    case 'spot/picked':
      return { ...state, spot: { highlight: event.focus.highlight, count: (state.spot?.count ?? 0) + 1 } }
  }
}
