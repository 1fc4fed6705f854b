import type { HighlightsActions } from '../../components/library/library-actions'
import { askBackground } from '../../utils/messaging/ask'
import { settle } from '../../utils/model/failure-error'
import type { Highlight } from '../../utils/model/highlight'
import type { HighlightId } from '../../utils/model/ids'
import { limits } from '../../utils/model/limits'
import { type Result, succeed } from '../../utils/model/result'
import { linkOfHighlight } from '../../utils/services/cite-highlight'
import { createHighlightSearch } from '../../utils/services/create-highlight-search'
import { articleKey } from '../../utils/services/list-articles'
import { makeBackupFormat, makeExports } from './make-exports'
import type { LibraryStores } from './make-stores'

/** In as many steps as it takes: of tens of thousands one step would not fit into the journal. The last step first. */
async function inSteps(
  ids: HighlightId[],
  step: (some: HighlightId[]) => Promise<Result<{ entry: number | null }>>,
): Promise<Result<{ entries: number[] }>> {
  const entries: number[] = []
  for (let at = 0; at < ids.length; at += limits.highlightsAtOnce) {
    const done = await step(ids.slice(at, at + limits.highlightsAtOnce))
    if (!done.ok) return done
    if (done.value.entry !== null) entries.unshift(done.value.entry)
  }
  return succeed({ entries })
}

/** What the library does with highlights: it reads them itself, and asks the background to change them. */
export function makeHighlightsActions(
  stores: LibraryStores,
  listenForHighlights: HighlightsActions['listenForHighlights'],
): HighlightsActions {
  const { highlights } = stores
  /** Articles by address: many highlights have the same. */
  const articles = new Map<string, string>()
  return {
    listenForHighlights,
    count: () => settle(async () => succeed(await highlights.count())),
    listNewest: (limit, after) => settle(async () => succeed(await highlights.listNewest(limit, after))),
    loadMany: ids => settle(async () => succeed(await highlights.loadMany(ids))),
    createSearch: createHighlightSearch,
    linkOf: linkOfHighlight,
    articleOf: ({ addresses }) => {
      const [address = ''] = addresses
      const known = articles.get(address) ?? articleKey(addresses)
      articles.set(address, known)
      return known
    },
    changeHighlight: (highlight, change, seen) =>
      askBackground('highlight/change', { highlight, change, seen }),
    deleteHighlight: highlight => askBackground('highlight/delete', { highlight }),
    undo: entry => askBackground('journal/undo', { entry }),
    listSteps: () => askBackground('journal/list', {}),
    listTags: () => askBackground('tag/list', {}),
    tagMany: (ids, tags) =>
      inSteps(ids, some => askBackground('highlights/tag', { highlights: some, ...tags })),
    deleteMany: ids => inSteps(ids, some => askBackground('highlights/delete', { highlights: some })),
    loadSettings: () => askBackground('settings/load', {}),
    saveSettings: change => askBackground('settings/save', { change }),
    exportFormats: [
      ...makeExports(
        stores,
        'sidelight-highlights',
        (picked: readonly Highlight[]) => ({ highlights: picked }),
        ['schema-org'],
      ),
      makeBackupFormat(stores),
    ],
  }
}
