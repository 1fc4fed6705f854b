import type { VNode } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'

/** Shapes drawn with the frame around them, and between two frames after that: each some 40 ms, with the browser's part. */
const atFirst = 200
const atOnce = 800

/**
 * How many of a drawing's shapes are drawn by now: a few hundred at once, the others frame by frame, so that the page hears
 * whoever uses it meanwhile. Another view of the same whole is not begun anew.
 */
export function useGrowing(whole: unknown, count: number): number {
  const [grown, setGrown] = useState({ whole, most: atFirst })
  const most = grown.whole === whole ? grown.most : atFirst
  useEffect(() => {
    if (most < count) setGrown({ whole, most: most + atOnce })
  }, [whole, most, count])
  return Math.min(most, count)
}

/** What is drawn of the first so many items. Each is drawn once: where only more follow, the others stay as they are. */
export function useDrawn<Item>(
  items: readonly Item[],
  count: number,
  draw: (item: Item) => VNode,
  depends: readonly unknown[],
): VNode[] {
  const drawn = useMemo<VNode[]>(() => [], [items, ...depends])
  for (const item of items.slice(drawn.length, count)) drawn.push(draw(item))
  return drawn.slice(0, count)
}
