import type { Highlight } from '../../utils/model/highlight'
import type { LibraryNews, LibraryView } from '../../utils/model/library-view'
import type { Result } from '../../utils/model/result'

/** What the library can do with highlights. */
export interface HighlightsActions {
  /** All that are saved, oldest first. */
  list: () => Promise<Result<Highlight[]>>
}

/** Everything the library can ask for, view by view. None of it throws: what goes wrong comes back as a failure. */
export interface LibraryActions {
  /** Calls back with what changed, and with a view that was asked for elsewhere, until the returned function is called. */
  listen: (onNews: (what: LibraryNews) => void, onShow: (view: LibraryView) => void) => () => void
  highlights: HighlightsActions
}

/** What each view is given. */
export interface ViewProps<Actions> {
  actions: Actions
  /** Counts what changed elsewhere: with another number the view loads anew. */
  changes: number
  /** What stands behind the view's name in the address (`#questions/12`); '' for nothing. */
  place: string
  /** Another place within this view. */
  go: (place: string) => void
}
