import { describe } from '../../utils/anchoring/describe'
import { type Resolution, resolveInSteps, searchIn } from '../../utils/anchoring/resolve'
import { askFromPage } from '../../utils/messaging/ask'
import type { Description, FoundHighlight } from '../../utils/messaging/protocol'
import type { Anchoring, Highlight, HighlightColour, OfferedPlace } from '../../utils/model/highlight'
import type { Result } from '../../utils/model/result'
import type { Span } from '../../utils/model/span'
import type { CollectedArticle } from '../../utils/page/collect-article'
import type { Work } from '../../utils/page/slices'
import type { RangeEnds, TextMap } from '../../utils/page/text-map'

/** A highlight of this page, and where it stands in it: nowhere where its words are not found. */
export interface PlacedHighlight {
  highlight: Highlight
  anchoring: Anchoring
  span: Span | null
  ranges: Range[]
}

/** Finds the words of what the reader saved on this page again; of another page's those that are here. */
export function* placeHighlights(found: readonly FoundHighlight[], map: TextMap): Work<PlacedHighlight[]> {
  const placed: PlacedHighlight[] = []
  const searched = searchIn(map.text)
  for (const { highlight, isOwn } of found) {
    const resolution = yield* resolveInSteps(searched, highlight.selectors)
    const here = placeHighlight(highlight, resolution, map)
    if (isOwn || here.span) placed.push(here)
    yield
  }
  return placed
}

function placeHighlight(highlight: Highlight, resolution: Resolution, map: TextMap): PlacedHighlight {
  if (resolution.state === 'lost') return { highlight, anchoring: resolution, span: null, ranges: [] }
  const { span, ...standing } = resolution
  const ranges = map.toRanges(span)
  // The page has changed meanwhile.
  if (ranges.length === 0)
    return { highlight, anchoring: { state: 'lost', reason: 'absent', places: [] }, span: null, ranges }
  return {
    highlight,
    anchoring: standing.state === 'changed' ? { ...standing, span } : standing,
    span,
    ranges,
  }
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

/** Saves the words between two points as a highlight; null where there are none. */
export function saveWords(
  ends: RangeEnds,
  collected: CollectedArticle,
  colour?: HighlightColour,
): Promise<Result<Highlight>> | null {
  const span = collected.map.toSpan(ends)
  if (!span) return null
  const { addresses, title, outlet } = collected.article
  const description = describeSpan(span, collected)
  const highlight = { addresses, title, outlet, ...description, note: '' }
  return askFromPage('highlight/save', { highlight, ...(colour && { colour }) })
}
