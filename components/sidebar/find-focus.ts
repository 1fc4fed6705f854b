import type { Focus } from '../../utils/messaging/protocol'
import { asClaimId, asHighlightId } from '../../utils/model/ids'

/** The claim or highlight whose card an element is in; null where it is in none. */
export function findFocus(element: Element | null): Focus | null {
  const { highlight, claim } = element?.closest<HTMLElement>('[data-highlight], [data-claim]')?.dataset ?? {}
  if (highlight) return { highlight: asHighlightId(highlight) }
  return claim ? { claim: asClaimId(claim) } : null
}
