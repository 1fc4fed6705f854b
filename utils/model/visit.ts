import type { AnchorState } from './highlight'
import type { HighlightId } from './ids'

/** How a highlight stood in its page when that was last read: kept where its words were not found as they were saved. */
export interface SeenState {
  highlight: HighlightId
  state: AnchorState
  atMs: number
}

/** An article on a topic on file that the reader came by: kept only where the reader wants a history of these. */
export interface SpottedArticle {
  address: string
  title: string
  outlet: string
  /** When it was first and last met; ms since 1970. */
  firstMs: number
  lastMs: number
}

/** After how many days a spotted article is forgotten; 0: no history is kept. */
export const historyDays = [0, 30, 90, 365] as const
export type HistoryDays = (typeof historyDays)[number]
