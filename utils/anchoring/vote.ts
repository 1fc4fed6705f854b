import { bisect } from '../model/bisect'
import { weights } from './weights'
import type { SoughtWord, WordIndex } from './word-index'

/** Where the passage may begin, by the words it has in common with the text: each says a place, in the order of places. */
export interface Votes {
  /** The word of the text with which the passage would begin. */
  places: ArrayLike<number>
  /** What the votes before each of them weigh together; one more than places. */
  sums: ArrayLike<number>
}

/**
 * Lets each word that is looked for say where the passage would begin if it were itself meant; a word that stands in the text
 * often says little. The rarest are asked, until enough has been said.
 * @param offset of the passage's first word among the sought ones: before it stands its prefix
 */
export function collectVotes(index: WordIndex, sought: readonly SoughtWord[], offset: number): Votes {
  const rarestFirst = sought
    .map(({ id }, row) => ({ id, row, count: index.counts[id] ?? 0 }))
    .filter(({ count }) => count > 0 && count <= weights.mostVotes)
    .sort((a, b) => a.count - b.count)
  // Place and count in one number, so that they are sorted as numbers are: places may be before the text's beginning.
  const votes = new Float64Array(weights.mostVotes)
  let given = 0
  for (const { id, row, count } of rarestFirst) {
    if (given + count > weights.mostVotes) break
    for (let at = index.last[id] ?? -1; at >= 0; at = index.previous[at] ?? -1)
      votes[given++] = (at - row + offset + sought.length) * countRange + count
  }
  const sorted = votes.subarray(0, given).sort()
  const places = new Int32Array(given)
  const sums = new Float64Array(given + 1)
  sorted.forEach((vote, at) => {
    const count = vote % countRange
    places[at] = (vote - count) / countRange - sought.length
    sums[at + 1] = (sums[at] ?? 0) + 1 / count
  })
  return { places, sums }
}

/** More than a word that is asked may be counted. */
const countRange = 4_096

/** What the votes for places from `from` to `to` weigh together. */
export const weighVotes = (votes: Votes, from: number, to: number): number =>
  (votes.sums[countBelow(votes, to + 1)] ?? 0) - (votes.sums[countBelow(votes, from)] ?? 0)

const countBelow = ({ places }: Votes, place: number): number =>
  bisect(places.length, at => (places[at] ?? 0) >= place)

/** The places for which most was said, most first; each stands for all that are no further away than `width`. */
export function listPeaks({ places, sums }: Votes, width: number, most: number): number[] {
  const weighed = new Float64Array(places.length)
  for (let from = 0, to = 0; from < places.length; from++) {
    while (to < places.length && (places[to] ?? 0) <= (places[from] ?? 0) + width) to++
    weighed[from] = (sums[to] ?? 0) - (sums[from] ?? 0)
  }
  const peaks: number[] = []
  let least = 0
  while (peaks.length < most) {
    let best = -1
    weighed.forEach((weight, at) => {
      const isFree = peaks.every(peak => Math.abs(peak - (places[at] ?? 0)) > width)
      if (isFree && weight > (weighed[best] ?? 0)) best = at
    })
    const place = places[best]
    if (place === undefined || (weighed[best] ?? 0) < least) break
    if (peaks.length === 0) least = (weighed[best] ?? 0) * weights.leastPeak
    peaks.push(place)
  }
  return peaks
}
