import { settle } from '../model/failure-error'
import { type HighlightInput, isNewHighlight, isWebAddress } from '../model/guards'
import type { Highlight, TextPositionSelector, TextQuoteSelector } from '../model/highlight'
import { asHighlightId } from '../model/ids'
import type { ClockPort, HighlightPort } from '../model/ports'
import { fail, type Result, succeed } from '../model/result'
import { findHighlights } from './find-highlights'
import { isSamePassage } from './merge-highlights'

/** The two selectors in their one order, with the fields of their kind alone; null where one is missing. */
function pickSelectors(selectors: HighlightInput['selectors']): Highlight['selectors'] | null {
  let quote: TextQuoteSelector | null = null
  let position: TextPositionSelector | null = null
  for (const selector of selectors) {
    if (selector.type === 'TextQuoteSelector') {
      const { type, exact, prefix, suffix } = selector
      quote = { type, exact, prefix, suffix }
    } else {
      const { type, start, end } = selector
      position = { type, start, end }
    }
  }
  return quote && position && [quote, position]
}

/**
 * Saves what a page's script asks to be saved. `input` is untrusted: bad input where it is no highlight. The
 * same passage highlighted twice is one: the highlight that is there is given back unchanged.
 */
export function saveHighlight(
  ports: { highlights: HighlightPort; clock: ClockPort },
  input: unknown,
): Promise<Result<Highlight>> {
  return settle(async () => {
    const selectors = isNewHighlight(input) ? pickSelectors(input.selectors) : null
    if (!isNewHighlight(input) || !selectors) return fail('bad-input', 'highlight: not of the agreed shape')
    const { title, outlet, note } = input
    const [own = '', ...stated] = new Set(input.addresses.filter(isWebAddress))
    const nowMs = ports.clock.nowMs()
    const highlight: Highlight = {
      id: asHighlightId(ports.clock.newId()),
      addresses: [own],
      ...(stated.length > 0 && { statedAddresses: stated }),
      title,
      outlet,
      selectors,
      note,
      createdMs: nowMs,
      modifiedMs: nowMs,
    }
    const there = await findHighlights(ports, { addresses: [own, ...stated], outlet })
    const same = there.find(other => isSamePassage(other.highlight, highlight))
    if (same) return succeed(same.highlight)
    const saved = await ports.highlights.commit({
      atMs: nowMs,
      action: 'create',
      before: [],
      after: [highlight],
    })
    return saved.ok ? succeed(highlight) : saved
  })
}
