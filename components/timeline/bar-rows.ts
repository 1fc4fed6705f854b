/** What takes a stretch of its row, px. */
export interface Stretch {
  fromPx: number
  toPx: number
}

/** Between two bars of one row. */
const gapPx = 3

/** The rows of one lane, and which stretches of them are taken. */
export interface BarRows {
  /** Takes the lowest row that is free from end to end; null where there is none. */
  take: (stretch: Stretch) => number | null
  /** The lowest row from which on nothing is taken in a stretch: there a stack may stand. */
  findBase: (stretch: Stretch) => number
}

/** @param most how many rows there are */
export function createBarRows(most: number): BarRows {
  // Per row in order and without overlap, so that a look is a binary search.
  const rows: Stretch[][] = Array.from({ length: most }, () => [])
  return {
    take({ fromPx, toPx }) {
      for (const [row, taken] of rows.entries()) {
        const next = findNext(taken, fromPx)
        const isFree =
          (taken[next - 1]?.toPx ?? Number.NEGATIVE_INFINITY) + gapPx <= fromPx &&
          (taken[next]?.fromPx ?? Number.POSITIVE_INFINITY) - gapPx >= toPx
        if (!isFree) continue
        taken.splice(next, 0, { fromPx, toPx })
        return row
      }
      return null
    },
    findBase({ fromPx, toPx }) {
      const highest = rows.findLastIndex(taken => {
        const before = taken[findNext(taken, toPx) - 1]
        return before !== undefined && before.toPx > fromPx
      })
      return highest + 1
    },
  }
}

/** The index of the first stretch that begins at or after a place. */
function findNext(taken: readonly Stretch[], px: number): number {
  let low = 0
  let high = taken.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((taken[middle]?.fromPx ?? 0) < px) low = middle + 1
    else high = middle
  }
  return low
}
