import { weights } from './weights'
import type { SoughtWord, WordIndex } from './word-index'

/** How words that are looked for stand in a stretch of a text, one entry for each of them. */
export interface Alignment {
  /** The word of the text that stands for it; -1 where there is none. */
  at: number[]
  /** What it cost: nothing where the word is the same. */
  costs: number[]
  /** What the words cost that stand between it and the one before it, and are new. */
  gaps: number[]
}

/** How a place of the table was reached: over a word of the passage, of the text, or of both. */
const both = 0
const passageAlone = 1
/** Added where the words before were new ones of the text. */
const afterNew = 2
/** In the table's high bit: the new words go on from new words. */
const goesOn = 4

/**
 * The cheapest way to make a stretch of the text (words `from` to `to`, `to` exclusive) out of the words that are looked for:
 * by leaving out, replacing and putting in (Needleman and Wunsch 1970, with free ends in the text; runs of new words cost
 * little more than one: Gotoh 1982). Time and memory grow with sought × (to - from).
 */
export function alignWords(
  sought: readonly SoughtWord[],
  text: WordIndex,
  from: number,
  to: number,
): Alignment {
  const width = Math.max(0, to - from)
  const ways = new Uint8Array((sought.length + 1) * (width + 1))
  let above = new Float64Array(width + 1)
  let here = new Float64Array(width + 1)
  // Costs of ending in new words, of the row above and of this one.
  let newAbove = new Float64Array(width + 1).fill(Number.POSITIVE_INFINITY)
  let newHere = new Float64Array(width + 1)
  for (let row = 1; row <= sought.length; row++) {
    const word = sought[row - 1]
    if (!word) break
    for (let column = 0; column <= width; column++) {
      const isNewBefore = (newAbove[column] ?? 0) < (above[column] ?? 0)
      let best = (isNewBefore ? newAbove[column] : above[column]) ?? 0
      best += word.weight
      let way = passageAlone + (isNewBefore ? afterNew : 0)
      if (column > 0) {
        const isNew = (newAbove[column - 1] ?? 0) < (above[column - 1] ?? 0)
        const cost =
          ((isNew ? newAbove[column - 1] : above[column - 1]) ?? 0) + costOf(word, text, from + column - 1)
        if (cost <= best) {
          best = cost
          way = both + (isNew ? afterNew : 0)
        }
        const opened = (here[column - 1] ?? 0) + weights.newRun + weights.newWord
        const gone = (newHere[column - 1] ?? 0) + weights.newWord
        newHere[column] = Math.min(opened, gone)
        if (gone < opened) way += goesOn
      } else {
        newHere[column] = Number.POSITIVE_INFINITY
      }
      here[column] = best
      ways[row * (width + 1) + column] = way
    }
    ;[above, here] = [here, above]
    ;[newAbove, newHere] = [newHere, newAbove]
  }
  return trace(sought, text, from, ways, above)
}

/** Goes the cheapest way back from its end. */
function trace(
  sought: readonly SoughtWord[],
  text: WordIndex,
  from: number,
  ways: Uint8Array,
  last: Float64Array,
): Alignment {
  const width = last.length - 1
  let column = 0
  last.forEach((cost, at) => {
    if (cost < (last[column] ?? 0)) column = at
  })
  const at = sought.map(() => -1)
  const costs = sought.map(({ weight }) => weight)
  const gaps = sought.map(() => 0)
  for (let row = sought.length; row > 0; row--) {
    const way = ways[row * (width + 1) + column] ?? 0
    if ((way & 1) === both) {
      column--
      at[row - 1] = from + column
      costs[row - 1] = costOf(sought[row - 1], text, from + column)
    }
    if (!(way & afterNew)) continue
    gaps[row - 1] = weights.newRun
    for (;;) {
      // New words stand at the end of the row above.
      const isGoingOn = ((ways[(row - 1) * (width + 1) + column] ?? 0) & goesOn) !== 0
      column--
      gaps[row - 1] = (gaps[row - 1] ?? 0) + weights.newWord
      if (!isGoingOn) break
    }
  }
  return { at, costs, gaps }
}

/** What it costs to have the text's word in the place of one that is looked for. */
function costOf(sought: SoughtWord | undefined, text: WordIndex, at: number): number {
  if (!sought) return 0
  const id = text.ids[at] ?? -1
  if (id === sought.id) return 0
  const isOther = text.initials[id] !== sought.initial || !isAlike(sought.word, text.words[id] ?? '')
  return isOther ? sought.weight + weights.otherWord : sought.weight * weights.alikeWord
}

/** Longer words are no words; comparing them would take time for nothing. */
const longestWord = 40

/** Whether a word may be another's form or its slip of the pen: one first letter, and most of both at beginning and end. Numbers never are. */
function isAlike(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length)
  const shorter = Math.min(a.length, b.length)
  if (shorter < 4 || longer > longestWord || shorter < longer * weights.alikeShare) return false
  let same = 0
  while (same < shorter && a.charCodeAt(same) === b.charCodeAt(same)) same++
  let end = 0
  while (end < shorter - same && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++
  return same + end >= longer * weights.alikeShare && !/\d/.test(a)
}
