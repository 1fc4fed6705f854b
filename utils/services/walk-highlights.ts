import type { Highlight } from '../model/highlight'
import type { HighlightPort } from '../model/ports'

/** As many highlights as are read at once: more would hold a page up. */
const portion = 1_500

/** All highlights, newest first, in portions; `wait` lets others have their turn after each. Rejects where storage cannot be read. */
export async function* walkHighlights(
  highlights: Pick<HighlightPort, 'listNewest'>,
  wait: () => Promise<void>,
  atOnce = portion,
): AsyncGenerator<Highlight[]> {
  for (let part = await highlights.listNewest(atOnce); part.length > 0; ) {
    yield part
    await wait()
    part = part.length < atOnce ? [] : await highlights.listNewest(atOnce, part.at(-1))
  }
}
