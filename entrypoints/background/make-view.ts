import { askTab } from '../../utils/messaging/ask'
import type { SidebarView } from '../../utils/messaging/protocol'
import type { ArticleText } from '../../utils/model/article-text'
import type { Reading } from '../../utils/model/reading'
import { type Result, succeed } from '../../utils/model/result'
import { browser } from '../../utils/platform/browser'
import { hostPatterns } from '../../utils/platform/permissions'
import { settingsStore } from '../../utils/platform/settings-store'
import { keysOf } from '../../utils/platform/shortcuts'
import { hashAddress } from '../../utils/reading/judge-address'
import { siteOf } from '../../utils/reading/site-of'
import { findHighlights } from '../../utils/services/find-highlights'
import { readArticle } from '../../utils/services/read-article'
import { loadCare } from './backups'
import { abortWhenDropped, findReading, nextReading } from './readings'
import { modelPortsOf, type Stores } from './stores'
import { untilClosed } from './tabs'

/** Everything the sidebar of a page shows, made from the page's text. What it takes to read that ends with the page. */
export async function makeView(
  stores: Stores,
  tab: number,
  isPrivate: boolean,
): Promise<Result<SidebarView>> {
  // Before the page is asked for anything: it may be left at any time from then on.
  const until = untilClosed(tab)
  abortWhenDropped(tab, until)
  try {
    return await viewPage(stores, tab, isPrivate, until.signal)
  } finally {
    until.abort()
  }
}

async function viewPage(
  stores: Stores,
  tab: number,
  isPrivate: boolean,
  signal: AbortSignal,
): Promise<Result<SidebarView>> {
  const { highlights } = stores
  const ask = askTab(tab)
  let page = await ask('page/collect', {})
  if (!page.ok) return page
  const { addresses } = page.value.article
  const saved = await findHighlights({ highlights }, page.value.article)
  const isPlaced = (id: string) => page.ok && page.value.anchors.some(({ highlight }) => highlight === id)
  if (!saved.every(({ highlight, tie }) => tie !== 'own' || isPlaced(highlight.id))) {
    // The page has not heard of one yet (just saved, undone, taken in): it looks for it before anybody calls it lost.
    await ask('page/refresh', { what: 'highlights' })
    page = await ask('page/collect', {})
    if (!page.ok) return page
  }
  const { article, anchors, beside } = page.value
  const placed = new Map(anchors.map(({ highlight, anchoring }) => [highlight, anchoring]))
  const [reading, settings, highlight, sidebar, care, remarks] = await Promise.all([
    findReading(tab, article) ?? readForView(stores, tab, article, isPrivate, signal),
    settingsStore.load(),
    keysOf('save-highlight'),
    keysOf('toggle-sidebar'),
    loadCare(stores),
    stores.remarks.listAll(),
  ])
  const host = URL.canParse(addresses[0] ?? '') ? new URL(addresses[0] ?? '').hostname : ''
  return succeed({
    reading,
    // Of another address those are this page's whose words are here.
    highlights: saved.flatMap(({ highlight: each, tie }) => {
      const anchoring = placed.get(each.id) ?? { state: 'lost', reason: 'absent', places: [] }
      return tie === 'own' || anchoring.state !== 'lost' ? [{ highlight: each, anchoring }] : []
    }),
    pageModified: article.modified,
    hidden: remarks.filter(({ kind }) => kind === 'hidden'),
    address: addresses[0] ?? '',
    site: {
      host,
      isGranted: host !== '' && (await browser.permissions.contains({ origins: hostPatterns(host) })),
      isPrivate,
      isOff: settings.offHosts.includes(siteOf(addresses[0] ?? '')),
      isDismissed: settings.dismissedAddresses.includes(hashAddress(addresses[0] ?? '') ?? ''),
    },
    settings,
    beside,
    keys: { highlight, sidebar },
    care,
  })
}

/**
 * Reads the article for the sidebar alone. What is read meanwhile for the page's marks takes its place, since it is told
 * of as it grows: a long article need not be read whole before anything is shown.
 */
function readForView(
  stores: Stores,
  tab: number,
  article: ArticleText,
  isPrivate: boolean,
  signal: AbortSignal,
): Promise<Reading> {
  const { corpus, readerClaims } = stores
  const ports = { corpus, readerClaims, reader: modelPortsOf(stores) }
  return Promise.race([nextReading(tab, article, signal), readArticle(ports, article, { isPrivate, signal })])
}
