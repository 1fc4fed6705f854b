import type { HighlightId } from './ids'
import type { Span } from './span'

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

/**
 * What a reader tells highlights apart by: each has a name the reader may change, and an underline of its own shape, so
 * that colour is never alone. The first one is what the first highlight has.
 */
export const highlightColours = ['yellow', 'green', 'blue', 'pink', 'violet'] as const
export type HighlightColour = (typeof highlightColours)[number]

/** A passage the reader marked. */
export interface Highlight {
  id: HighlightId
  /** Where it was made, then where its words were met since. Empty where a file it came from did not say: it has its title. */
  addresses: string[]
  /** What the page stated of itself when it was made, besides. */
  statedAddresses?: string[]
  title: string
  outlet: string
  /** Without a position where it came from another program's file: those count another text than ours. */
  selectors: [TextQuoteSelector] | [TextQuoteSelector, TextPositionSelector]
  note: string
  /** In the order in which they were given; no two that differ only in case. */
  tags: string[]
  colour: HighlightColour
  createdMs: number
  modifiedMs: number
  /** When its words were taken from the page: as it was made, or attached anew. */
  anchoredMs: number
  /** What the page stated then as its last modification (ISO 8601), or null. */
  pageModified: string | null
}

/** What the reader may change of a highlight. */
export type HighlightChange = Partial<Pick<Highlight, 'note' | 'tags' | 'colour'>>

/** A highlight as it is after a change, and the step of the journal that undoes it: null where nothing was to change. */
export interface Changed {
  highlight: Highlight
  entry: number | null
}

/** What stands right before and behind a passage now, as much as was saved of it. */
export interface Surroundings {
  prefix: string
  suffix: string
}

/** A place to which a highlight could be attached: what stands there now. */
export interface OfferedPlace extends Surroundings {
  span: Span
  words: string
}

/** Why a highlight has no place: its words are gone, or two places fit about equally well. */
export type LostReason = 'absent' | 'two-places'

/**
 * How a highlight stands in the page, with what the reader needs to see of it. `around`: where other words stand around it
 * than were saved. `words`: those that stand there now, at `span`. `places`: where it may have been, best first.
 */
export type Anchoring =
  | { state: 'exact' | 'moved'; around?: Surroundings }
  | { state: 'changed'; span: Span; words: string; around?: Surroundings }
  | { state: 'lost'; reason: LostReason; places: OfferedPlace[] }

export type AnchorState = Anchoring['state']
export const anchorStates: readonly AnchorState[] = ['exact', 'moved', 'changed', 'lost']

/** One step that can be undone: the rows as they were before and after. */
export interface JournalEntry {
  id: number
  atMs: number
  action: 'create' | 'change' | 'delete' | 'import'
  before: Highlight[]
  after: Highlight[]
}

/** `place`: it was attached to other words. */
export type ChangedPart = 'note' | 'tags' | 'colour' | 'place'

/** One step as a list of them shows it. */
export interface JournalStep {
  id: number
  atMs: number
  action: JournalEntry['action']
  /** What a change was about; null for several at once, and for other steps. */
  part: ChangedPart | null
  /** False where all that it touched was changed again since. */
  canUndo: boolean
  /** How many highlights it touched. */
  count: number
  /** The words of one of them, cut to a line. */
  words: string
}
