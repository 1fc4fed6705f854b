import type { LibraryActions } from '../../components/library/library-actions'
import type { LibraryRequests } from '../../utils/messaging/protocol'
import { serve } from '../../utils/messaging/serve'
import { settle } from '../../utils/model/failure-error'
import { succeed } from '../../utils/model/result'
import { nativeBrowser } from '../../utils/platform/native-browser'
import { makeStores } from './make-stores'

/** What the library does: it reads the database itself, and asks the background for all that changes something. */
export function makeActions(): LibraryActions {
  const { highlights } = makeStores()
  return {
    listen: (onNews, onShow) =>
      serve<LibraryRequests>({
        handlers: {
          'library/changed': ({ what }) => {
            onNews(what)
            return succeed(undefined)
          },
          'library/show': async ({ view }) => {
            if (view) onShow(view)
            return succeed((await nativeBrowser().tabs.getCurrent())?.id ?? null)
          },
        },
        allows: caller => caller.isExtensionPage,
      }),
    highlights: {
      list: () => settle(async () => succeed(await highlights.listAll())),
    },
  }
}
