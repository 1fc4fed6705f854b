import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks'
import type { Focus } from '../../utils/messaging/protocol'
import type { ClaimOrigin } from '../../utils/model/claim-entry'
import type { Changed, OfferedPlace } from '../../utils/model/highlight'
import type { ClaimId, DossierId, HighlightId, QuestionId } from '../../utils/model/ids'
import { faultyClaim, type NewReaderClaim } from '../../utils/model/reader-claim'
import type { Failure, Result } from '../../utils/model/result'
import type { Settings } from '../../utils/model/settings'
import { undoClaimStep } from '../claims/claim-actions'
import { bindHighlightDeeds } from '../highlights/highlight-deeds'
import { findFocus } from './find-focus'
import { reduceSidebar } from './reduce-sidebar'
import type { Pair, SidebarActions } from './sidebar-actions'
import {
  firstState,
  type Keeping,
  type SidebarEvent,
  type SidebarState,
  type UndoOffer,
} from './sidebar-state'
import { useWindow } from './use-window'

/** What changes the view comes as several pieces of news within a few milliseconds: they are one load. */
const gatherMs = 50

/** What the parts of the sidebar can do: the actions, with their results brought into the state. */
export type SidebarDeeds = ReturnType<typeof bindDeeds>

/**
 * The state of a sidebar and what can be done with it; listens as long as it is shown.
 * @param onPassage told of words on the page that a claim is to be made of
 */
export function useSidebar(
  actions: SidebarActions,
  onPassage: (origin: ClaimOrigin) => void,
): { state: SidebarState; deeds: SidebarDeeds } {
  const [state, dispatch] = useReducer(reduceSidebar, firstState)
  const latest = useRef(state)
  latest.current = state
  const passed = useRef(onPassage)
  passed.current = onPassage
  const deeds = useMemo(() => bindDeeds(actions, dispatch), [actions])
  useEffect(() => {
    deeds.loadNow()
    const stop = actions.listen(news => {
      if (news.name === 'view/changed') deeds.load()
      else if (news.name === 'focus/changed') {
        const { event } = news
        if ('passage' in event) passed.current({ from: 'passage', ...event })
        else if ('words' in event) deeds.findWords(event.words)
        else dispatch({ do: 'spot/picked', focus: event, question: null })
      } else if (news.name === 'focus/asked') {
        deeds.focusPage(findFocus(document.activeElement) ?? latest.current.spot?.focus ?? null)
      } else dispatch({ do: 'connection/lost', isForGood: news.isForGood })
    })
    return () => {
      stop()
      deeds.end()
    }
  }, [actions, deeds])
  useWindow(deeds, dispatch)
  return { state, deeds }
}

function bindDeeds(actions: SidebarActions, dispatch: (event: SidebarEvent) => void) {
  let newestLoad = 0
  let nextLoad: ReturnType<typeof setTimeout> | undefined
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
  const loadNow = async () => {
    clearTimeout(nextLoad)
    nextLoad = undefined
    newestLoad += 1
    const mine = newestLoad
    const view = await actions.loadView()
    // Two loads may come back in the other order, and what was asked for before a change does not have it.
    if (mine !== newestLoad) return
    if (view.ok) dispatch({ do: 'view/loaded', view: view.value })
    else dispatch({ do: 'view/failed', failure: view.failure })
  }
  const load = () => {
    newestLoad += 1
    nextLoad ??= setTimeout(loadNow, gatherMs)
  }
  /**
   * For what changes the view. The background tells all open sidebars of a change before it answers: what was not told
   * meanwhile (the port is just being connected again) is loaded after the answer.
   */
  const change = async <T>(step: Promise<Result<T>>): Promise<Result<T>> => {
    const before = newestLoad
    const reply = await step
    if (reply.ok && newestLoad === before) load()
    return reply
  }
  const takeBackPair = (pair: Pair) =>
    settle(change(actions.judgePair(pair, false)), () => dispatch({ do: 'undo/done' }))
  const showKept = (kind: 'kept' | 'rejected', claims: ClaimId[]) =>
    dispatch({ do: 'claim/done', kind, take: { kept: claims }, nowMs: Date.now() })
  const dropLoads = () => {
    newestLoad += 1
  }
  const { notes, deeds, offerUndo, leadTo } = bindHighlightDeeds({
    actions,
    dispatch,
    showFailure,
    change,
    load,
    dropLoads,
  })

  return {
    ...deeds,
    dispatch,
    change,
    showFailure,
    load,
    loadNow,
    close: (isEscape = false) => {
      notes.flush()
      actions.close(isEscape)
    },
    retry: () => {
      dispatch({ do: 'view/retried' })
      return loadNow()
    },
    citeHighlight: actions.citeHighlight,
    attach: async (id: HighlightId, place: OfferedPlace | null): Promise<Result<Changed>> => {
      const attached = await change(actions.attachHighlight(id, place))
      if (attached.ok) {
        offerUndo('attached', attached.value.entry)
        // It may stand elsewhere in the list from now on.
        leadTo(id)
      }
      return attached
    },
    comparePair: actions.comparePair,
    copy: actions.copy,
    /** Takes the click over from the link. */
    follow: (claim: ClaimId): boolean => {
      settle(actions.openArticle(claim))
      return true
    },
    showClaim: (...[claim]: Parameters<SidebarActions['showClaim']>) => settle(actions.showClaim(claim)),
    showSentence: (sentence: number) => settle(actions.showSentence(sentence)),
    showHighlight: (id: HighlightId) => settle(actions.showHighlight(id)),
    showPlace: (place: OfferedPlace) => settle(actions.showPlace(place)),
    focusPage: (focus: Focus | null) => settle(actions.focusPage(focus)),
    /** Nothing of it goes on after the sidebar. */
    end: () => {
      clearTimeout(nextLoad)
      notes.flush()
    },
    takeBackPair,
    /** Once they are kept, the reader is led to the first: it stands elsewhere from then on. */
    keepAnswer: async (key: string, claims: NewReaderClaim[]) => {
      const saved = await change(actions.saveClaims(claims))
      if (!saved.ok) return dispatch({ do: 'answer/failed', key, failure: saved.failure })
      dispatch({ do: 'answer/changed', key, draft: null })
      showKept('kept', saved.value.claims)
      const [kept] = saved.value.claims
      if (kept) dispatch({ do: 'spot/picked', focus: { claim: kept }, question: claims[0]?.question ?? null })
    },
    /** "Not a claim". */
    rejectSentence: async (key: string, claim: NewReaderClaim) => {
      const saved = await change(actions.saveClaims([claim]))
      if (!saved.ok)
        return dispatch({ do: 'notice/shown', notice: { kind: 'not-kept', failure: saved.failure } })
      dispatch({ do: 'answer/changed', key, draft: null })
      showKept('rejected', saved.value.claims)
    },
    /** All or none, by their keys: where they cannot be kept the list stays, and says because of which. */
    keepAll: async (keeping: Keeping, claims: ReadonlyMap<string, NewReaderClaim>) => {
      dispatch({ do: 'keeping/changed', keeping: { ...keeping, isSaving: true, fault: null } })
      const saved = await change(actions.saveClaims([...claims.values()]))
      if (saved.ok) {
        dispatch({ do: 'keeping/changed', keeping: null })
        return showKept('kept', saved.value.claims)
      }
      const { failure } = saved
      const key = [...claims.keys()][faultyClaim(failure) ?? -1] ?? null
      dispatch({ do: 'keeping/changed', keeping: { ...keeping, isSaving: false, fault: { failure, key } } })
    },
    undo: ({ take }: UndoOffer) => {
      if ('pair' in take) return takeBackPair(take.pair)
      if ('entry' in take) return deeds.undoStep({ id: take.entry, words: '' })
      return settle(change(undoClaimStep(actions, take)), () => dispatch({ do: 'undo/done' }))
    },
    setApart: (pair: Pair) =>
      settle(change(actions.judgePair(pair, true)), () =>
        dispatch({ do: 'pair/set-apart', pair, nowMs: Date.now() }),
      ),
    findWords: async (words: string) => {
      dispatch({ do: 'words/asked', words })
      const found = await actions.findWords(words)
      dispatch({
        do: 'words/answered',
        words,
        found: found.ok
          ? { state: 'ready', onFile: found.value }
          : { state: 'failed', failure: found.failure },
      })
    },
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
    dismissPage: (isDismissed: boolean) => settle(change(actions.dismissPage(isDismissed))),
    switchSite: (host: string, isOff: boolean) => settle(change(actions.switchSite(host, isOff))),
    /** Shown at once: a button that is pressed twice goes two steps. One that failed goes back. */
    saveSettings: async (wanted: Partial<Settings>) => {
      dispatch({ do: 'settings/changed', change: wanted })
      const saved = await change(actions.saveSettings(wanted))
      if (saved.ok) return
      showFailure(saved.failure)
      load()
    },
    grantSite: (host: string) =>
      settle(actions.grantSite(host), answer => {
        if (answer === 'granted') load()
        if (answer === 'refused') dispatch({ do: 'notice/shown', notice: { kind: 'not-granted', host } })
      }),
    exportBackup: async () => {
      const saved = await actions.exportBackup()
      if (saved.ok) dispatch({ do: 'notice/shown', notice: { kind: 'exported', name: saved.value } })
      // More than a message bears: the library's page writes it.
      else if (saved.failure.kind === 'too-large') settle(actions.openLibrary('data'))
      else showFailure(saved.failure)
    },
    dismissCare: () => settle(actions.dismissCare()),
    openData: () => settle(actions.openLibrary('data')),
    openLibrary: () => settle(actions.openLibrary()),
    openOptions: actions.openOptions,
  }
}
