import { askTab } from '../../utils/messaging/ask'
import type { HighlightId } from '../../utils/model/ids'
import type { CitedPlace } from '../../utils/services/cite-highlight'

/** Where a highlight stands in the page of a tab; null where it has no place there, or nobody answers. */
export async function findPlace(tab: number, highlight: HighlightId): Promise<CitedPlace | null> {
  const ask = askTab(tab)
  const [page, span] = await Promise.all([
    ask('page/collect', {}),
    ask('highlight/find-place', { highlight }),
  ])
  if (!page.ok || !span.ok || !span.value) return null
  const { addresses, text } = page.value.article
  return addresses[0] === undefined ? null : { address: addresses[0], text, span: span.value }
}
