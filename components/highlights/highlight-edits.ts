import type { HighlightChange } from '../../utils/model/highlight'
import type { HighlightId } from '../../utils/model/ids'
import type { Failure } from '../../utils/model/result'

/** What the reader began to write of highlights, as far as it is not on file. */
export interface HighlightEdits {
  /** Notes as they are typed, until the database has them. */
  drafts: ReadonlyMap<HighlightId, string>
  /** Notes that could not be saved. */
  unsaved: ReadonlyMap<HighlightId, Failure>
  /** What the reader wanted of highlights that were changed in another window meanwhile; notes are drafts. */
  conflicts: ReadonlyMap<HighlightId, HighlightChange>
}

export const noEdits: HighlightEdits = { drafts: new Map(), unsaved: new Map(), conflicts: new Map() }

export type EditEvent =
  | { do: 'note/typed'; highlight: HighlightId; note: string }
  | { do: 'note/saved'; highlight: HighlightId; note: string }
  | { do: 'note/failed'; highlight: HighlightId; failure: Failure }
  /** The reader takes what another window wrote. */
  | { do: 'note/dropped'; highlight: HighlightId }
  | { do: 'conflict/changed'; highlight: HighlightId; wanted: HighlightChange | null }

export const withEntry = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> =>
  new Map(map).set(key, value)
/** Null takes the entry away. */
export const withOrWithout = <K, V>(map: ReadonlyMap<K, V>, key: K, value: V | null): ReadonlyMap<K, V> =>
  value === null ? without(map, key) : withEntry(map, key, value)
const without = <K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> =>
  new Map([...map].filter(([other]) => other !== key))

/** What is being written after an event; pure. */
export function reduceEdits(
  { drafts, unsaved, conflicts }: HighlightEdits,
  event: EditEvent,
): HighlightEdits {
  const { highlight } = event
  switch (event.do) {
    case 'note/typed':
      return { drafts: withEntry(drafts, highlight, event.note), unsaved, conflicts }
    case 'note/saved': {
      // Typed on while the first words were being saved: the draft is newer and stays.
      const isNewest = drafts.get(highlight) === event.note
      return {
        drafts: isNewest ? without(drafts, highlight) : drafts,
        unsaved: without(unsaved, highlight),
        conflicts,
      }
    }
    case 'note/failed':
      return { drafts, unsaved: withEntry(unsaved, highlight, event.failure), conflicts }
    case 'note/dropped':
      return { drafts: without(drafts, highlight), unsaved: without(unsaved, highlight), conflicts }
    case 'conflict/changed':
      return {
        drafts,
        unsaved,
        conflicts: withOrWithout(conflicts, highlight, event.wanted),
      }
  }
}
