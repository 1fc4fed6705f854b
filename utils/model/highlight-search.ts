import type { Highlight } from './highlight'
import type { HighlightId } from './ids'

/** How well a highlight meets what was typed: 2 has all words as they were typed, 1 one or more of them nearly, 0 not all. */
export type Match = 0 | 1 | 2

/** Full text of highlights, held in memory. */
export interface HighlightSearch {
  /** One that is there already is read anew. */
  add(highlight: Highlight): void
  remove(id: HighlightId): void
  /** Null where nothing was typed that could be looked for: all are found. */
  find(typed: string): ((id: HighlightId) => Match) | null
}
