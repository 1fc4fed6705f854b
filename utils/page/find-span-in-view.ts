import { bisect } from '../model/bisect'
import type { Span } from '../model/span'
import type { TextMap } from './text-map'

/**
 * What of a story stands in the window: from the first of its stretches that ends below the window's top to the last that
 * begins above its bottom, at least one. Null where there are none. Asks for the places of a few stretches only, as they
 * stand one below the other.
 */
export function findSpanInView(map: TextMap, story: readonly Span[], heightPx: number): Span | null {
  const boxOf = (index: number) => {
    const span = story[index]
    return (span && map.toRanges(span)[0]?.getBoundingClientRect()) ?? null
  }
  /** The first stretch from which on it is so. */
  const findFirst = (isSo: (box: DOMRect) => boolean): number =>
    bisect(story.length, index => {
      const box = boxOf(index)
      return box !== null && isSo(box)
    })
  const last = story.length - 1
  const first =
    story[
      Math.min(
        last,
        findFirst(({ bottom }) => bottom > 0),
      )
    ]
  const end = story[Math.max(0, findFirst(({ top }) => top >= heightPx) - 1)]
  return first && end ? { start: first.start, end: Math.max(first.end, end.end) } : null
}
