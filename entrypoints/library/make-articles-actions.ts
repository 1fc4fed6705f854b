import type { ArticlesActions } from '../../components/library/library-actions'
import { askBackground } from '../../utils/messaging/ask'
import type { ArticleSummary } from '../../utils/model/article-summary'
import { settle } from '../../utils/model/failure-error'
import { succeed } from '../../utils/model/result'
import { listArticles } from '../../utils/services/list-articles'
import { listDisputed } from '../../utils/services/list-disputed'
import { listOfArticles } from '../../utils/services/list-of-articles'
import { listOwnWord } from '../../utils/services/list-own-word'
import { makeExports } from './make-exports'
import type { LibraryStores } from './make-stores'
import { turns } from './turns'

/** What the library does with articles that the reader has something of. */
export function makeArticlesActions(stores: LibraryStores): ArticlesActions {
  const { visits } = stores
  return {
    listArticles: () => settle(async () => succeed(await listArticles(stores, turns.pause))),
    listDisputed: article => settle(async () => succeed(await listDisputed(stores, article))),
    listOwnWord: () => settle(async () => succeed(await listOwnWord(stores))),
    listSpotted: () => settle(async () => succeed(await visits.listSpotted())),
    clearHistory: () => askBackground('history/clear', {}),
    loadSettings: () => askBackground('settings/load', {}),
    saveSettings: change => askBackground('settings/save', { change }),
    exportFormats: makeExports(stores, 'sidelight-articles', (chosen: readonly ArticleSummary[]) =>
      listOfArticles(stores, chosen, turns.pause),
    ),
  }
}
