import { settle } from '../model/failure-error'
import { isNewHighlight, isWebAddress } from '../model/guards'
import type { Highlight, HighlightColour } from '../model/highlight'
import { asHighlightId } from '../model/ids'
import type { ClockPort, HighlightPort } from '../model/ports'
import { fail, type Result, succeed } from '../model/result'
import { attachHighlight } from './change-highlight'
import { findHighlights } from './find-highlights'
import { isSamePassage } from './merge-highlights'
import { pickSelectors } from './pick-selectors'

/**
 * Saves what a page's script asks to be saved. `input` is untrusted: bad input where it is no highlight. The
 * same passage highlighted twice is one: the highlight that is there is given back unchanged. One that came from another
 * program's file, and has words but no place, is attached to these: they may stand on the page more than once.
 */
export function saveHighlight(
  ports: { highlights: HighlightPort; clock: ClockPort },
  input: unknown,
  colour: HighlightColour,
): Promise<Result<Highlight>> {
  return settle(async () => {
    const selectors = isNewHighlight(input) ? pickSelectors(input.selectors) : null
    if (!isNewHighlight(input) || !selectors) return fail('bad-input', 'highlight: not of the agreed shape')
    const { title, outlet, note, pageModified } = input
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
      tags: [],
      colour,
      createdMs: nowMs,
      modifiedMs: nowMs,
      anchoredMs: nowMs,
      pageModified,
    }
    const there = await findHighlights(ports, { addresses: [own, ...stated], outlet })
    const same = there.find(other => isSamePassage(other.highlight, highlight))
    if (same?.highlight.selectors.length === 1) {
      const attached = await attachHighlight(ports, same.highlight.id, input)
      return attached.ok ? succeed(attached.value.highlight) : attached
    }
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
