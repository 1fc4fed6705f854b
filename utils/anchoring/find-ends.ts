import type { Alignment } from './align-words'
import type { Sides } from './judge-alignment'
import { weights } from './weights'
import type { SoughtWord } from './word-index'

/** Words of the text, the first and the last of a stretch. */
interface Ends {
  from: number
  to: number
}

/** The text's words that stand for the sought ones `first` to `end`; null where none do. */
export function findEnds(
  { at, costs }: Alignment,
  sought: readonly SoughtWord[],
  first: number,
  end: number,
): Ends | null {
  const before = at[first - 1] ?? -1
  const after = at[end] ?? -1
  const rows = sought.flatMap((_, row) => (row >= first && row < end && (at[row] ?? -1) >= 0 ? [row] : []))
  const forward = cutStray(at, sought, rows, before)
  const standing = cutStray(at, sought, forward.toReversed(), after).toReversed()
  let from = at[standing[0] ?? -1]
  let to = at[standing.at(-1) ?? -1]
  if (from === undefined || to === undefined) return null
  // A first or last word that was replaced takes with it what stands between it and the surroundings.
  if (before >= 0 && (costs[first] ?? 0) > 0 && from - before - 1 <= weights.besideWords) from = before + 1
  if (after >= 0 && (costs[end - 1] ?? 0) > 0 && after - to - 1 <= weights.besideWords) to = after - 1
  return { from, to }
}

/**
 * Leaves out words at one end of a passage that stand far from its others and beside nothing of what was around it: they
 * are other words that happen to be the same.
 * @param rows from that end on
 * @param beside the nearest word of the text that stood around it there, or -1
 */
function cutStray(
  at: readonly number[],
  sought: readonly SoughtWord[],
  rows: readonly number[],
  beside: number,
): readonly number[] {
  const far = (a: number, b: number) => Math.abs(a - b) > weights.strayWords
  const placeOf = (row: number | undefined) => at[row ?? -1] ?? -1
  if (beside >= 0 && !far(placeOf(rows[0]), beside)) return rows
  const weigh = (some: readonly number[]) => some.reduce((sum, row) => sum + (sought[row]?.weight ?? 0), 0)
  const gap = rows.findIndex((row, index) => index > 0 && far(placeOf(row), placeOf(rows[index - 1])))
  return gap > 0 && weigh(rows.slice(0, gap)) < weigh(rows) * weights.strayShare ? rows.slice(gap) : rows
}

/**
 * The words at the passage's beginning that stand as they stood, right behind what stood before them, where hardly more of it
 * is left and nothing of what was behind it: the article was cut off within the passage.
 */
export function findRemnant(
  { at, costs }: Alignment,
  sought: readonly SoughtWord[],
  first: number,
  end: number,
  { before, after }: Sides,
): Ends | null {
  const from = at[first] ?? -1
  if (from < 0 || before < weights.wholeSide || after >= weights.goneSide) return null
  const isInRun = (row: number) => costs[row] === 0 && at[row] === from + row - first
  let last = first
  while (last < end && isInRun(last)) last++
  const weigh = (some: readonly SoughtWord[]) => some.reduce((sum, { weight }) => sum + weight, 0)
  const run = weigh(sought.slice(first, last))
  const others = weigh(sought.slice(last, end).filter((_, row) => costs[last + row] === 0))
  const isTelling = last - first >= weights.remnantWords && run >= weights.remnantTelling
  return isTelling && others <= run * weights.remnantOthers ? { from, to: from + last - first - 1 } : null
}
