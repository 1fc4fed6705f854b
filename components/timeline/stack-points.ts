/** Things that stand above each other, and the middle of them all. */
export interface Column<Item> {
  atPx: number
  items: Item[]
}

/**
 * Gathers what would overlap into columns, from left to right, as dot plots do (Wilkinson, "Dot plots", The American
 * Statistician 53, 1999): all within one step of a column's first item stand in it, at the middle of its first and last.
 * Where that would touch the column before, it moves on by what is missing. Nothing is moved by more than half a step,
 * no two columns are nearer than a step, and the order stays. n log n.
 */
export function stackPoints<Item extends { atPx: number }>(
  items: readonly Item[],
  stepPx: number,
): Column<Item>[] {
  const columns: (Column<Item> & { firstPx: number })[] = []
  for (const item of items.toSorted((a, b) => a.atPx - b.atPx)) {
    const column = columns.at(-1)
    if (column && item.atPx <= column.firstPx + stepPx) column.items.push(item)
    else columns.push({ firstPx: item.atPx, atPx: item.atPx, items: [item] })
  }
  let freePx = Number.NEGATIVE_INFINITY
  return columns.map(({ firstPx, items: stacked }) => {
    const middle = (firstPx + (stacked.at(-1)?.atPx ?? firstPx)) / 2
    const atPx = Math.max(middle, freePx)
    freePx = atPx + stepPx
    return { atPx, items: stacked }
  })
}
