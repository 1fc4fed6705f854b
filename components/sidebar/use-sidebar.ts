import { useEffect, useMemo, useReducer } from 'preact/hooks'
import type { DossierId, HighlightId, QuestionId } from '../../utils/model/ids'
import type { Failure, Result } from '../../utils/model/result'
import type { Settings } from '../../utils/model/settings'
import type { Pair, SidebarActions } from './sidebar-actions'
import {
  firstState,
  type Notice,
  reduceSidebar,
  type SidebarEvent,
  type SidebarState,
  type UndoOffer,
} from './sidebar-state'

/** Larger files are no backup or dossier of this program; reading one would only freeze the page. */
const largestFileBytes = 50 * 1024 * 1024

/** What the parts of the sidebar can do: the actions, with their results brought into the state. */
export type SidebarDeeds = ReturnType<typeof bindDeeds>

/** The state of a sidebar and what can be done with it; listens as long as it is shown. */
export function useSidebar(actions: SidebarActions): { state: SidebarState; deeds: SidebarDeeds } {
  const [state, dispatch] = useReducer(reduceSidebar, firstState)
  const deeds = useMemo(() => bindDeeds(actions, dispatch), [actions])
  useEffect(() => {
    deeds.load()
    return actions.listen(news => {
      if (news.name === 'view/changed') deeds.load()
      else if (news.name === 'focus/changed')
        dispatch({ do: 'spot/picked', focus: news.event, question: null })
      else dispatch({ do: 'connection/lost', isForGood: news.isForGood })
    })
  }, [actions, deeds])
  useEffect(() => {
    const until = new AbortController()
    const { signal } = until
    const onAct = () => dispatch({ do: 'acted', nowMs: Date.now() })
    document.addEventListener('click', onAct, { capture: true, signal })
    // A file let fall beside its target must not take the place of the sidebar.
    for (const type of ['dragover', 'drop'])
      document.addEventListener(type, event => event.preventDefault(), { signal })
    return () => until.abort()
  }, [])
  return { state, deeds }
}

function bindDeeds(actions: SidebarActions, dispatch: (event: SidebarEvent) => void) {
  let newestLoad = 0
  const showFailure = (failure: Failure) =>
    failure.kind === 'extension-gone'
      ? dispatch({ do: 'connection/lost', isForGood: true })
      : dispatch({ do: 'notice/shown', notice: { kind: 'failed', failure } })
  /** Goes on with the value; a failure is said in words. */
  const settle = async <T>(result: Promise<Result<T>>, onward?: (value: T) => void): Promise<void> => {
    const reply = await result
    if (reply.ok) onward?.(reply.value)
    else showFailure(reply.failure)
  }
  const load = async () => {
    newestLoad += 1
    const mine = newestLoad
    const view = await actions.loadView()
    // Two loads may come back in the other order: only the newest one counts.
    if (mine !== newestLoad) return
    if (view.ok) dispatch({ do: 'view/loaded', view: view.value })
    else dispatch({ do: 'view/failed', failure: view.failure })
  }
  const takeBackPair = (pair: Pair) =>
    settle(actions.judgePair(pair, false), () => {
      dispatch({ do: 'undo/done' })
      load()
    })

  return {
    dispatch,
    load,
    close: actions.close,
    retry: () => {
      dispatch({ do: 'view/retried' })
      return load()
    },
    showClaim: (...[claim]: Parameters<SidebarActions['showClaim']>) => settle(actions.showClaim(claim)),
    showHighlight: (id: HighlightId) => settle(actions.showHighlight(id)),
    saveNote: async (highlight: HighlightId, note: string) => {
      const saved = await actions.saveNote(highlight, note)
      if (saved.ok) dispatch({ do: 'note/saved', highlight, note })
      else dispatch({ do: 'note/failed', highlight, failure: saved.failure })
    },
    deleteHighlight: (id: HighlightId) =>
      settle(actions.deleteHighlight(id), ({ entry }) => {
        dispatch({ do: 'undo/offered', entry, nowMs: Date.now() })
        load()
      }),
    takeBackPair,
    undo: ({ take }: UndoOffer) =>
      'pair' in take
        ? takeBackPair(take.pair)
        : settle(actions.undo(take.entry), () => {
            dispatch({ do: 'undo/done' })
            load()
          }),
    setApart: (pair: Pair) =>
      settle(actions.judgePair(pair, true), () => {
        dispatch({ do: 'pair/set-apart', pair, nowMs: Date.now() })
        load()
      }),
    loadQuestion: async (question: QuestionId, dossier: DossierId) => {
      dispatch({ do: 'question/changed', question, loaded: { state: 'loading' } })
      const reading = await actions.loadQuestion(question, dossier)
      dispatch({
        do: 'question/changed',
        question,
        loaded: reading.ok
          ? { state: 'ready', reading: reading.value }
          : { state: 'failed', failure: reading.failure },
      })
    },
    dismissPage: (isDismissed: boolean) =>
      settle(actions.dismissPage(isDismissed), () => dispatch({ do: 'page/dismissed', isDismissed })),
    switchSite: (host: string, isOff: boolean) =>
      settle(actions.switchSite(host, isOff), () => {
        load()
      }),
    saveSettings: (change: Partial<Settings>) =>
      settle(actions.saveSettings(change), () => {
        load()
      }),
    grantSite: (host: string) =>
      settle(actions.grantSite(host), isGranted => {
        if (isGranted) load()
        else dispatch({ do: 'notice/shown', notice: { kind: 'not-granted', host } })
      }),
    exportBackup: () =>
      settle(actions.exportBackup(), name =>
        dispatch({ do: 'notice/shown', notice: { kind: 'exported', name } }),
      ),
    importFile: async (file: File) => {
      const show = (notice: Notice) => dispatch({ do: 'notice/shown', notice })
      if (file.size > largestFileBytes) return show({ kind: 'too-large' })
      const report = await actions.importFile(file)
      if (report.ok) {
        const { added, updated, removed } = report.value
        show({ kind: 'imported', added, updated, removed })
        load()
      } else if (report.failure.kind === 'bad-input') show({ kind: 'import-failed', failure: report.failure })
      else showFailure(report.failure)
    },
  }
}
