import { fragmentOfQuote, linkTo, makeTextFragment } from '../anchoring/text-fragment'
import { settle } from '../model/failure-error'
import type { Highlight } from '../model/highlight'
import type { HighlightId } from '../model/ids'
import type { HighlightPort } from '../model/ports'
import { fail, type Result, succeed } from '../model/result'
import type { Span } from '../model/span'

/** Where a highlight stands in a page that is open. */
export interface CitedPlace {
  /** The page's own address, without a fragment that is none of its path. */
  address: string
  /** The page's text. */
  text: string
  span: Span
}

/** A link to a highlight's words as they were saved, at the address where it was made; '' where it has none. */
export const linkOfHighlight = ({ addresses: [own], selectors: [quote] }: Highlight): string =>
  own ? linkTo(own, fragmentOfQuote(quote)) : ''

/**
 * A link that opens the page of a highlight at its words, in browsers without Sidelight too. Where it has no place in
 * an open page (`null`), its words as they were saved are looked for, at the address it was made at. Where no words can
 * be told from others on the page, the link opens the page alone. '' where nobody says
 * where the article stands. Not found where the highlight was deleted.
 */
export function citeHighlight(
  { highlights }: { highlights: HighlightPort },
  id: HighlightId,
  place: CitedPlace | null,
): Promise<Result<{ url: string }>> {
  return settle(async () => {
    const saved = await highlights.load(id)
    if (!saved) return fail('not-found', `no highlight ${id}`)
    const url = place
      ? linkTo(place.address, makeTextFragment(place.text, place.span))
      : linkOfHighlight(saved)
    return succeed({ url })
  })
}
