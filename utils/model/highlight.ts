import type { HighlightId } from './ids'

/** W3C Web Annotation Data Model, 4.2.4: the words and what stands around them. */
export interface TextQuoteSelector {
  type: 'TextQuoteSelector'
  exact: string
  prefix: string
  suffix: string
}

/** W3C Web Annotation Data Model, 4.2.5: UTF-16 units of the body's text map, `end` exclusive. */
export interface TextPositionSelector {
  type: 'TextPositionSelector'
  start: number
  end: number
}

export type Selector = TextQuoteSelector | TextPositionSelector

/** A passage the reader marked. */
export interface Highlight {
  id: HighlightId
  /** Where it was made, then where its words were met since. */
  addresses: string[]
  /** What the page stated of itself when it was made, besides. */
  statedAddresses?: string[]
  title: string
  outlet: string
  selectors: [TextQuoteSelector, TextPositionSelector]
  note: string
  createdMs: number
  modifiedMs: number
}

/** How a highlight stands in the page as it is now. */
export type AnchorState = 'exact' | 'moved' | 'changed' | 'lost'

/** One step that can be undone: the rows as they were before and after. */
export interface JournalEntry {
  id: number
  atMs: number
  action: 'create' | 'change' | 'delete' | 'import'
  before: Highlight[]
  after: Highlight[]
}
