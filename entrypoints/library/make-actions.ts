import type { LibraryActions } from '../../components/library/library-actions'
import { makeArrivalCalls } from '../../utils/messaging/arrival-calls'
import type { LibraryRequests } from '../../utils/messaging/protocol'
import { serve } from '../../utils/messaging/serve'
import type { HighlightId } from '../../utils/model/ids'
import { succeed } from '../../utils/model/result'
import { nativeBrowser } from '../../utils/platform/native-browser'
import { claimActions } from './claim-actions'
import { makeArticlesActions } from './make-articles-actions'
import { makeDataActions } from './make-data-actions'
import { makeDossiersActions } from './make-dossiers-actions'
import { makeHighlightsActions } from './make-highlights-actions'
import { makeQuestionsActions } from './make-questions-actions'
import { makeStores } from './make-stores'

/** What the library does: it reads the database itself, and asks the background for all that changes something. */
export function makeActions(): LibraryActions {
  const stores = makeStores()
  const onHighlights = new Set<(ids: HighlightId[] | null) => void>()
  return {
    listen: (onNews, onShow) =>
      serve<LibraryRequests>({
        handlers: {
          'library/changed': news => {
            if (news.what === 'highlights') for (const hear of onHighlights) hear(news.ids ?? null)
            // What is remarked was read here before.
            if (news.what === 'reading') stores.forget()
            onNews(news)
            return succeed(undefined)
          },
          'library/show': async ({ view }) => {
            if (view) onShow(view)
            return succeed((await nativeBrowser().tabs.getCurrent())?.id ?? null)
          },
        },
        allows: caller => caller.isExtensionPage,
      }),
    questions: makeQuestionsActions(stores),
    highlights: makeHighlightsActions(stores, onNews => {
      onHighlights.add(onNews)
      return () => onHighlights.delete(onNews)
    }),
    arrivals: makeArrivalCalls(stores.arrivals.add),
    claims: claimActions,
    articles: makeArticlesActions(stores),
    dossiers: makeDossiersActions(stores),
    data: makeDataActions(stores),
  }
}
