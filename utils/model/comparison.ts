import type { ClaimId } from './ids'
import type { Reason } from './reason'

/** What a part of a statement that bears meaning is: a figure, a date or length of time, a "not", a "may", a name. */
export type PartKind = 'number' | 'time' | 'denial' | 'hedge' | 'name'
export const partKinds: readonly PartKind[] = ['number', 'time', 'denial', 'hedge', 'name']

/**
 * How something in one statement stands to the other statement. `finer`: says the same more exactly; `coarser`: less
 * exactly; `differs`: the other has another in its place; `only`: the other has nothing of it.
 */
export type Standing = 'same' | 'finer' | 'coarser' | 'differs' | 'only'

/** A stretch of a statement; all of them joined are the statement. */
export interface Segment {
  text: string
  /** Null: plain words. */
  kind: PartKind | null
  standing: Standing
}

/** What differs in parts of one kind, and how. */
export interface Difference {
  kind: PartKind
  reason: Reason
}

/** Two statements in segments: of a claim in the article and of one on file. */
export interface ComparedSegments {
  here: Segment[]
  onFile: Segment[]
  /** They share so many words that the others make a difference too, and not only the parts that bear meaning. */
  areNear: boolean
}

/** Two statements with what differs. */
export interface ComparedStatements extends ComparedSegments {
  differences: Difference[]
  /** What both have stands in another order in one of them: who did what to whom may differ. */
  isReordered: boolean
}

/** How one row of a comparison stands, seen from the article; `unknown` where nobody can tell. */
export type FactStanding = Exclude<Standing, 'only'> | 'unknown'

/** Rows that two claims are compared by, besides their words. */
export interface ComparedFacts {
  position: FactStanding
  speaker: FactStanding
  modality: FactStanding
  /** The time they are about; `finer`: on file it is more exact. */
  about: FactStanding
}

/** A part or word that others on file have and that neither of two claims has. */
export interface LeftOut {
  kind: PartKind | 'word'
  text: string
  /** How many distinct sources have it, and the outlets that carry them. */
  counts: { sources: number; outlets: number }
  /** Claims that have it, one for each source, by which it can be opened. */
  by: { claim: ClaimId; chain: string[] }[]
}

/** Everything about two claims side by side that is more than both. */
export interface PairComparison {
  statements: ComparedStatements
  facts: ComparedFacts
  leftOut: LeftOut[]
}
