import { describe } from '../../utils/anchoring/describe'
import { resolve } from '../../utils/anchoring/resolve'
import { askFromPage } from '../../utils/messaging/ask'
import type { FoundHighlight } from '../../utils/messaging/protocol'
import type { ArticleText } from '../../utils/model/article-text'
import type { AnchorState, Highlight } from '../../utils/model/highlight'
import type { Result } from '../../utils/model/result'
import type { Work } from '../../utils/page/slices'
import type { TextMap } from '../../utils/page/text-map'

/** A highlight of this page, and where it stands in it; null where its words are not found. */
export interface PlacedHighlight {
  highlight: Highlight
  state: AnchorState
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
  return { highlight, state: range ? resolution.state : 'lost', range }
}

/** Saves the words of a range as a highlight. */
export function saveRange(
  range: Range,
  article: ArticleText,
  map: TextMap,
): Promise<Result<Highlight>> | null {
  const span = map.toSpan(range)
  if (!span) return null
  const selectors = describe(map.text, span)
  const { addresses, title, outlet } = article
  return askFromPage('highlight/save', { highlight: { addresses, title, outlet, selectors, note: '' } })
}
