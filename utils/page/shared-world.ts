import type { LookResult } from './watch-changes'

/** Passes on what a page's head states, under the name of what it is; '' where it is not about this page. */
export type Believe = (what: string, stated: string) => string

/** Which page of a document is meant, where the document shows several. */
export interface PageSight {
  believe: Believe
  /** Several stories stood under the address: it does not say which one this is. */
  isAddressShared: boolean
  /** The one story to read, where several stand in the document. */
  inView: Element | null
}

/** A document that shows one page. */
export const onePage: PageSight = { believe: (_what, stated) => stated, isAddressShared: false, inView: null }

/** What the gate's and the reader's scripts leave for each other: either may be injected again and again. */
export interface SharedWorld {
  sidelightGate?: {
    /** Judges the page anew: what decides may be other than it was. */
    consider: () => Promise<void>
    sight: () => PageSight
  }
  /** The reader's script is to have the page's text weighed before it shows itself. */
  sidelightWeighs?: boolean
  /** There while a session runs, or begins. */
  sidelightReader?: {
    /** Leaves the page as it was found, at once. */
    leave: () => void
    /** Looks whether the same page says something else now. */
    look?: () => Promise<LookResult>
  }
  /** Done when that session stands, or was given up. */
  sidelightStart?: Promise<void>
}

export const world = globalThis as SharedWorld
