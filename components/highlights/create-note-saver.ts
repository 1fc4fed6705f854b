import type { Highlight } from '../../utils/model/highlight'
import type { HighlightId } from '../../utils/model/ids'
import type { Result } from '../../utils/model/result'

/** Saves notes as they are typed, each state of a note once. */
export interface NoteSaver {
  /** The reader typed: it is saved when they pause. */
  type: (highlight: Highlight, note: string) => void
  /** Saves now what waits: the note of one highlight, or all of them. */
  flush: (highlight?: HighlightId) => void
  /** Ends a conflict: the note on file gives way to this one, whatever it is. */
  replace: (highlight: Highlight, note: string) => void
  /** What was typed is not saved any more. */
  drop: (highlight: HighlightId) => void
}

/** A pause in typing: longer than between two words, short enough that little is lost when the computer is. */
const pauseMs = 800

/**
 * Holds what was typed until `save` took it; a note that could not be saved waits on, for the next key or `flush`.
 * What it replaces is named with it: a note that was written in another window meanwhile is not lost without a word.
 * Every save is one step of the journal, so nothing is saved that is on its way or on file already.
 */
export function createNoteSaver(
  save: (highlight: HighlightId, note: string, seen: string) => Promise<Result<unknown>>,
): NoteSaver {
  const waiting = new Map<HighlightId, string>()
  const timers = new Map<HighlightId, ReturnType<typeof setTimeout>>()
  /** What was typed last, as long as the database does not have it. */
  const newest = new Map<HighlightId, string>()
  /** The note that was on file when the reader began, or as it was saved last. */
  const seen = new Map<HighlightId, string>()

  const saveNow = async (id: HighlightId) => {
    clearTimeout(timers.get(id))
    const note = waiting.get(id)
    if (note === undefined) return
    waiting.delete(id)
    const saved = await save(id, note, seen.get(id) ?? '')
    if (saved.ok) seen.set(id, note)
    if (newest.get(id) !== note) return
    if (saved.ok) newest.delete(id)
    else waiting.set(id, note)
  }

  const drop = (id: HighlightId) => {
    clearTimeout(timers.get(id))
    for (const map of [waiting, newest, seen]) map.delete(id)
  }

  return {
    type({ id, note: onFile }, note) {
      clearTimeout(timers.get(id))
      const isOnFile = note === onFile && !newest.has(id)
      if (isOnFile) return
      if (!newest.has(id)) seen.set(id, onFile)
      newest.set(id, note)
      waiting.set(id, note)
      timers.set(
        id,
        setTimeout(() => saveNow(id), pauseMs),
      )
    },
    drop,
    replace({ id, note: onFile }, note) {
      drop(id)
      seen.set(id, onFile)
      newest.set(id, note)
      waiting.set(id, note)
      saveNow(id)
    },
    flush(highlight) {
      for (const id of highlight === undefined ? [...waiting.keys()] : [highlight]) saveNow(id)
    },
  }
}
