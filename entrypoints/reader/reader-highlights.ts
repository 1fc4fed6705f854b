import { describe } from '../../utils/anchoring/describe'
import { resolve } from '../../utils/anchoring/resolve'
import { askFromPage } from '../../utils/messaging/ask'
import type { ArticleText } from '../../utils/model/article-text'
import type { AnchorState, Highlight } from '../../utils/model/highlight'
import type { Result } from '../../utils/model/result'
import type { TextMap } from '../../utils/page/text-map'

/** A highlight of this page, and where it stands in it; null where its words are not found. */
export interface PlacedHighlight {
  highlight: Highlight
  state: AnchorState
  range: Range | null
}

/** Loads what the reader saved on this page and finds its words again. */
export async function loadHighlights(article: ArticleText, map: TextMap): Promise<Result<PlacedHighlight[]>> {
  const { addresses, outlet } = article
  const found = await askFromPage('highlight/find', { addresses, outlet })
  if (!found.ok) return found
  const value = found.value.flatMap(({ highlight, isOwn }) => {
    const placed = placeHighlight(highlight, map)
    return isOwn || placed.range ? [placed] : []
  })
  return { ok: true, value }
}

/** Finds one highlight's words. */
export function placeHighlight(highlight: Highlight, map: TextMap): PlacedHighlight {
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
