import { useEffect, useMemo, useReducer } from 'preact/hooks'
import type { Highlight } from '../../utils/model/highlight'
import type { HighlightId } from '../../utils/model/ids'
import type { Failure, Result } from '../../utils/model/result'
import { bindHighlightDeeds } from '../highlights/highlight-deeds'
import {
  firstState,
  type HighlightsEvent,
  type HighlightsState,
  reduceHighlights,
  type UndoOffer,
} from './highlights-state'
import type { HighlightsActions } from './library-actions'

/** The first portion fills a window, and is there at once; those after it hold the page up for some 30 ms each. */
const firstPart = 100
const nextParts = 1_500

export type HighlightsDeeds = ReturnType<typeof bindDeeds>

/** All highlights, as they are now, and what can be done with them. */
export function useHighlights(actions: HighlightsActions): {
  state: HighlightsState
  deeds: HighlightsDeeds
} {
  const [state, dispatch] = useReducer(reduceHighlights, firstState)
  const deeds = useMemo(() => bindDeeds(actions, dispatch), [actions])
  useEffect(() => {
    deeds.loadAll()
    const stop = actions.listenForHighlights(ids => (ids ? deeds.loadSome(ids) : deeds.loadAll()))
    const until = new AbortController()
    const { signal } = until
    const flush = () => deeds.saveNotes()
    addEventListener('pagehide', flush, { signal })
    document.addEventListener('visibilitychange', () => document.hidden && flush(), { signal })
    return () => {
      stop()
      until.abort()
      deeds.end()
    }
  }, [actions, deeds])
  return { state, deeds }
}

function bindDeeds(actions: HighlightsActions, dispatch: (event: HighlightsEvent) => void) {
  let newestLoad = 0
  const showFailure = (failure: Failure) => dispatch({ do: 'said', notice: { kind: 'failed', failure } })

  async function loadAll(): Promise<void> {
    newestLoad += 1
    const mine = newestLoad
    const isOver = () => mine !== newestLoad
    const total = await actions.count()
    if (isOver()) return
    if (!total.ok) return dispatch({ do: 'list/failed', failure: total.failure })
    let last: Highlight | undefined
    for (let isWhole = false; !isWhole; ) {
      const limit = last ? nextParts : firstPart
      const part: Result<Highlight[]> = await actions.listNewest(limit, last)
      if (isOver()) return
      if (!part.ok) return dispatch({ do: 'list/failed', failure: part.failure })
      isWhole = part.value.length < limit
      // What was there stays until its place is taken: a list that is loaded anew does not go blank.
      if (!last) dispatch({ do: 'list/begun', total: total.value })
      dispatch({ do: 'list/grown', part: part.value, isWhole })
      last = part.value.at(-1)
      // What is drawn, and what the reader does meanwhile, has its turn.
      await new Promise(resolve => setTimeout(resolve))
    }
  }

  async function loadSome(ids: readonly HighlightId[]): Promise<void> {
    const now: Highlight[] = []
    for (let at = 0; at < ids.length; at += nextParts) {
      const part = await actions.loadMany(ids.slice(at, at + nextParts))
      if (!part.ok) return showFailure(part.failure)
      now.push(...part.value)
    }
    dispatch({ do: 'list/patched', ids, now })
  }

  const { notes, deeds, leadTo } = bindHighlightDeeds({
    actions,
    dispatch,
    showFailure,
    // The background tells of what changed, and of which.
    change: step => step,
    load: highlight => void loadSome([highlight]),
    dropLoads: () => {},
  })

  const changeMany = async (
    kind: UndoOffer['kind'],
    count: number,
    step: Promise<Result<{ entries: number[] }>>,
  ): Promise<boolean> => {
    const changed = await step
    if (!changed.ok) showFailure(changed.failure)
    else dispatch({ do: 'many/changed', undo: { kind, count, entries: changed.value.entries } })
    return changed.ok
  }

  return {
    ...deeds,
    loadAll,
    loadSome,
    leadTo,
    end: () => {
      newestLoad += 1
      notes.flush()
    },
    tagMany: (ids: HighlightId[], tags: { add: string[]; remove: string[] }) =>
      changeMany('tagged', ids.length, actions.tagMany(ids, tags)),
    deleteMany: (ids: HighlightId[]) => changeMany('deleted', ids.length, actions.deleteMany(ids)),
    undo: async ({ entries }: UndoOffer): Promise<void> => {
      for (const entry of entries) {
        const undone = await actions.undo(entry)
        if (!undone.ok) return showFailure(undone.failure)
      }
      dispatch({ do: 'undo/done' })
      dispatch({ do: 'said', notice: { kind: 'undone' } })
    },
    leaveNotice: () => {
      dispatch({ do: 'undo/done' })
      dispatch({ do: 'said', notice: null })
    },
    saveSettings: async (change: Parameters<HighlightsActions['saveSettings']>[0]): Promise<void> => {
      const saved = await actions.saveSettings(change)
      if (!saved.ok) showFailure(saved.failure)
    },
  }
}
