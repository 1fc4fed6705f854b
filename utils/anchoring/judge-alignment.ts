import type { Alignment } from './align-words'
import { weights } from './weights'
import type { SoughtWord } from './word-index'

/** How much of what stood before a passage and behind it still does, 0..1. */
export interface Sides {
  before: number
  after: number
}

/**
 * How much of the words before a passage stands before word `from` of the text; nothing where none
 * were saved, because the passage stood at the text's beginning: then only what is behind it can speak for it.
 * @param end how many of the sought words these are: the first ones
 */
export function judgeBefore(
  alignment: Alignment,
  sought: readonly SoughtWord[],
  end: number,
  from: number,
): number {
  if (end === 0) return 0
  const near = Math.max(0, end - weights.nearWords)
  const nearest = alignment.at.findLastIndex((at, row) => row < end && at >= 0)
  const apart = from - 1 - (alignment.at[nearest] ?? from) - (end - 1 - nearest)
  return discount(shareOf(alignment, sought, near, end), shareOf(alignment, sought, 0, end), apart)
}

/** The same of the words behind it, the sought ones from `first` on, and the text's from `to` on. */
export function judgeAfter(
  alignment: Alignment,
  sought: readonly SoughtWord[],
  first: number,
  to: number,
): number {
  const end = sought.length
  if (first === end) return 0
  const near = Math.min(end, first + weights.nearWords)
  const nearest = alignment.at.findIndex((at, row) => row >= first && at >= 0)
  const apart = (alignment.at[nearest] ?? to) - to - (nearest - first)
  return discount(shareOf(alignment, sought, first, near), shareOf(alignment, sought, first, end), apart)
}

/** The nearest words count for themselves and with all; where other words have come in between, they say less. */
const discount = (near: number, all: number, apart: number): number =>
  ((near + all) / 2) * (apart > weights.besideWords ? weights.apartShare : 1)

/**
 * How much of the sought words `from` to `to` stands in the text, 0..1; what was put in between takes from it. Words
 * that tell less than `least` together are not enough for 1.
 */
export function shareOf(
  { costs, gaps }: Alignment,
  sought: readonly SoughtWord[],
  from: number,
  to: number,
  least: number = weights.leastContext,
): number {
  let weight = 0
  let cost = 0
  for (let row = from; row < to; row++) {
    weight += sought[row]?.weight ?? 0
    cost += (costs[row] ?? 0) + (row > from ? (gaps[row] ?? 0) : 0)
  }
  return Math.max(0, weight - cost) / Math.max(weight, least)
}
