import { type Aligned, alignWords } from './align-words'
import type { Part } from './part'
import type { Token } from './split-tokens'
import { isTelling } from './telling-words'

/**
 * Tells whether a part of one statement stands where a part of the other does: the telling word right before it, or right
 * after it, is the same in both and stands in the same order. "uses two phones" and "uses three handsets": "three"
 * stands for "two".
 */
export function createPlaceFinder(
  a: readonly Token[],
  b: readonly Token[],
): (partOfA: Part, partOfB: Part) => boolean {
  const [ofA, ofB] = [listTelling(a), listTelling(b)]
  const stems = (tokens: readonly Token[], places: readonly number[]) =>
    places.map(at => tokens[at]?.stem ?? '')
  const align = () => new Set(alignWords(stems(a, ofA), stems(b, ofB)).map(([i, j]: Aligned) => `${i} ${j}`))
  /** Only once two parts are asked about: texts too long for parts would take long to align. */
  let aligned: ReadonlySet<string> | undefined
  /** How many telling words stand before a token. */
  const rank = (places: readonly number[], at: number): number => {
    const found = places.findIndex(place => place >= at)
    return found < 0 ? places.length : found
  }
  return (partOfA, partOfB) => {
    aligned ??= align()
    return (
      aligned.has(`${rank(ofA, partOfA.from) - 1} ${rank(ofB, partOfB.from) - 1}`) ||
      aligned.has(`${rank(ofA, partOfA.to)} ${rank(ofB, partOfB.to)}`)
    )
  }
}

const listTelling = (tokens: readonly Token[]): number[] =>
  tokens.flatMap(({ word }, at) => (isTelling(word) ? [at] : []))
