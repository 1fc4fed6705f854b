import { describe } from '../../utils/anchoring/describe'
import { resolve } from '../../utils/anchoring/resolve'
import { askFromPage } from '../../utils/messaging/ask'
import type { Description, FoundHighlight } from '../../utils/messaging/protocol'
import type { Anchoring, Highlight, OfferedPlace } from '../../utils/model/highlight'
import type { Result } from '../../utils/model/result'
import type { Span } from '../../utils/model/span'
import type { CollectedArticle } from '../../utils/page/collect-article'
import type { Work } from '../../utils/page/slices'
import type { TextMap } from '../../utils/page/text-map'

/** A highlight of this page, and where it stands in it; null where its words are not found. */
export interface PlacedHighlight {
  highlight: Highlight
  anchoring: Anchoring
  range: Range | null
}

/** Finds the words of what the reader saved on this page again; of another page's those that are here. */
export function* placeHighlights(found: readonly FoundHighlight[], map: TextMap): Work<PlacedHighlight[]> {
  const placed: PlacedHighlight[] = []
  for (const { highlight, isOwn } of found) {
    const here = placeHighlight(highlight, map)
    if (isOwn || here.range) placed.push(here)
    yield
  }
  return placed
}

/** Finds one highlight's words. */
function placeHighlight(highlight: Highlight, map: TextMap): PlacedHighlight {
  const resolution = resolve(map.text, highlight.selectors)
  const range = resolution.state === 'lost' ? null : map.toRange(resolution.span)
  if (resolution.state === 'lost' || !range) {
    const reason = resolution.state === 'lost' ? resolution.reason : 'absent'
    return { highlight, anchoring: { state: 'lost', reason, places: [] }, range: null }
  }
  return { highlight, anchoring: { state: resolution.state }, range }
}

/** The words of a span as a highlight has them. */
export const describeSpan = (span: Span, { article, map }: CollectedArticle): Description => ({
  selectors: describe(map.text, span),
  pageModified: article.modified,
})

/** The same of a place that was offered; null where other words stand there by now. */
export function describePlace(place: OfferedPlace, collected: CollectedArticle): Description | null {
  const { start, end } = place.span
  return collected.map.text.slice(start, end) === place.words ? describeSpan(place.span, collected) : null
}

/** Saves the words of a range as a highlight. */
export function saveRange(range: Range, collected: CollectedArticle): Promise<Result<Highlight>> | null {
  const span = collected.map.toSpan(range)
  if (!span) return null
  const { addresses, title, outlet } = collected.article
  const description = describeSpan(span, collected)
  return askFromPage('highlight/save', { highlight: { addresses, title, outlet, ...description, note: '' } })
}
