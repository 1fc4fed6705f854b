import type { HighlightId } from './ids'

/** The library's views, in their order; also what stands behind `#` in the page's address. */
export const libraryViews = ['questions', 'articles', 'highlights', 'dossiers', 'data'] as const
export type LibraryView = (typeof libraryViews)[number]

/**
 * What is other than it was: the library loads that anew. `reading`: dossiers, claims, and what is switched on. `ids`: the
 * highlights that were made, changed or deleted; any of them where it is absent.
 */
export type LibraryNews =
  | { what: 'highlights'; ids?: HighlightId[] }
  | { what: 'reading' | 'settings' | 'visits' | 'backup' }
