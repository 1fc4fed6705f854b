import type {
  Changed,
  Highlight,
  HighlightChange,
  JournalEntry,
  JournalStep,
} from '../../utils/model/highlight'
import type { HighlightId } from '../../utils/model/ids'
import type { Failure, Result } from '../../utils/model/result'
import { createNoteSaver } from './create-note-saver'
import type { EditEvent } from './highlight-edits'

/** What can be asked for of highlights, wherever they are listed. */
export interface HighlightActions {
  /** `seen`: what stood there when the reader began; a conflict where it is other by now. */
  changeHighlight: (
    highlight: HighlightId,
    change: HighlightChange,
    seen: HighlightChange,
  ) => Promise<Result<Changed>>
  /** Gives the journal's entry, by which it is undone. */
  deleteHighlight: (highlight: HighlightId) => Promise<Result<{ entry: number }>>
  /** Gives the step with what was put back. */
  undo: (entry: number) => Promise<Result<JournalEntry>>
  /** What can be undone, latest first. */
  listSteps: () => Promise<Result<JournalStep[]>>
  /** Tags that the reader has given, the most frequent first. */
  listTags: () => Promise<Result<{ tag: string }[]>>
}

/** What was done to a highlight. */
export type HighlightStep = 'deleted' | 'noted' | 'tagged' | 'coloured' | 'attached'

/** What comes of it, for whoever keeps the state. */
export type HighlightEvent =
  | EditEvent
  | { do: 'highlight/changed'; highlight: HighlightId; change: HighlightChange }
  | { do: 'undo/offered'; kind: HighlightStep; entry: number; nowMs: number }
  | { do: 'undo/done' }
  /** `words`: of a highlight that the undone step was about. */
  | { do: 'notice/shown'; notice: { kind: 'undone'; words: string } | { kind: 'nothing-to-undo' } }
  | { do: 'spot/picked'; focus: { highlight: HighlightId }; question: null }

export type HighlightDeeds = ReturnType<typeof bindHighlightDeeds>['deeds']

interface Tools {
  actions: HighlightActions
  dispatch: (event: HighlightEvent) => void
  showFailure: (failure: Failure) => void
  /** For what changes the view: it is loaded anew after it. */
  change: <T>(step: Promise<Result<T>>) => Promise<Result<T>>
  /** What stands there of it is shown, in place of what was expected. */
  load: (highlight: HighlightId) => void
  /** A view that is on its way does not have what is changed now: it is not shown. */
  dropLoads: () => void
}

/** What can be done with the reader's highlights. */
export function bindHighlightDeeds({ actions, dispatch, showFailure, change, load, dropLoads }: Tools) {
  const offerUndo = (kind: HighlightStep, entry: number | null) => {
    if (entry !== null) dispatch({ do: 'undo/offered', kind, entry, nowMs: Date.now() })
  }
  const leadTo = (highlight: HighlightId) =>
    dispatch({ do: 'spot/picked', focus: { highlight }, question: null })
  /** Notes that the reader saved by a key: these are said to be saved, others go by themselves. */
  const saidNotes = new Set<HighlightId>()

  const notes = createNoteSaver(async (highlight, note, seen) => {
    const saved = await change(actions.changeHighlight(highlight, { note }, { note: seen }))
    if (saved.ok) {
      dispatch({ do: 'note/saved', highlight, note })
      if (saidNotes.delete(highlight)) offerUndo('noted', saved.value.entry)
    } else {
      dispatch({ do: 'note/failed', highlight, failure: saved.failure })
      // What stands there now is shown beside what was typed.
      if (saved.failure.kind === 'conflict') load(highlight)
    }
    return saved
  })

  /** Shown at once; where it fails it goes back, and where another window was faster the reader decides. */
  const changeHighlight = async (
    kind: HighlightStep,
    { id, ...now }: Highlight,
    wanted: HighlightChange,
  ): Promise<void> => {
    const seen = Object.fromEntries(
      Object.keys(wanted).map(name => [name, now[name as keyof HighlightChange]]),
    )
    dropLoads()
    dispatch({ do: 'highlight/changed', highlight: id, change: wanted })
    dispatch({ do: 'conflict/changed', highlight: id, wanted: null })
    const saved = await change(actions.changeHighlight(id, wanted, seen))
    if (saved.ok) return offerUndo(kind, saved.value.entry)
    load(id)
    if (saved.failure.kind === 'conflict') dispatch({ do: 'conflict/changed', highlight: id, wanted })
    else showFailure(saved.failure)
  }

  const undoStep = async ({ id, words }: Pick<JournalStep, 'id' | 'words'>): Promise<boolean> => {
    const undone = await change(actions.undo(id))
    if (!undone.ok) {
      showFailure(undone.failure)
      return false
    }
    dispatch({ do: 'undo/done' })
    dispatch({ do: 'notice/shown', notice: { kind: 'undone', words } })
    const [back] = undone.value.before
    if (back) leadTo(back.id)
    return true
  }

  return {
    notes,
    offerUndo,
    leadTo,
    deeds: {
      typeNote: (highlight: Highlight, note: string) => {
        dispatch({ do: 'note/typed', highlight: highlight.id, note })
        notes.type(highlight, note)
      },
      saveNotes: notes.flush,
      /** By a key of the reader's. */
      saveNote: (highlight: HighlightId) => {
        saidNotes.add(highlight)
        notes.flush(highlight)
      },
      /** Ends a conflict with this note. */
      replaceNote: (highlight: Highlight, note: string) => {
        dispatch({ do: 'note/typed', highlight: highlight.id, note })
        notes.replace(highlight, note)
      },
      /** Forgets what was typed: the note on file stays. */
      dropNote: (highlight: HighlightId) => {
        dispatch({ do: 'note/dropped', highlight })
        notes.drop(highlight)
      },
      setTags: (highlight: Highlight, tags: string[]) => changeHighlight('tagged', highlight, { tags }),
      setColour: (highlight: Highlight, colour: Highlight['colour']) =>
        changeHighlight('coloured', highlight, { colour }),
      /** Ends a conflict with what the other window made of it. */
      takeTheirs: (highlight: HighlightId) => dispatch({ do: 'conflict/changed', highlight, wanted: null }),
      deleteHighlight: async (id: HighlightId) => {
        const deleted = await change(actions.deleteHighlight(id))
        if (deleted.ok) offerUndo('deleted', deleted.value.entry)
        else showFailure(deleted.failure)
      },
      undoStep,
      /** The latest step that can still be undone. */
      undoLatest: async () => {
        const steps = await actions.listSteps()
        if (!steps.ok) return showFailure(steps.failure)
        const latest = steps.value.find(({ canUndo }) => canUndo)
        if (latest) await undoStep(latest)
        else dispatch({ do: 'notice/shown', notice: { kind: 'nothing-to-undo' } })
      },
      listSteps: actions.listSteps,
      listTags: actions.listTags,
    },
  }
}
