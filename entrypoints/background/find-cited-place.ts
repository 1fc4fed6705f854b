import { askTab } from '../../utils/messaging/ask'
import type { HighlightId } from '../../utils/model/ids'
import type { CitedPlace } from '../../utils/services/cite-highlight'

/** Where a highlight stands in the page of a tab; null where it has no place there, or nobody answers. */
export async function findCitedPlace(tab: number, highlight: HighlightId): Promise<CitedPlace | null> {
  const page = await askTab(tab)('page/collect', {})
  if (!page.ok) return null
  const { anchors, article } = page.value
  const [address] = article.addresses
  const span = anchors.find(each => each.highlight === highlight)?.span
  return span && address !== undefined ? { address, text: article.text, span } : null
}
