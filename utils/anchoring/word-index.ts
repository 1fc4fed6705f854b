import { bisect } from '../model/bisect'
import { type FoldedText, foldInSteps } from './fold-text'

/** The words of a text by what they are, so that those of a passage are found without going through it. */
export interface WordIndex extends FoldedText {
  text: string
  /** What each word is, in any case: equal words have one number. */
  ids: readonly number[]
  idOf: ReadonlyMap<string, number>
  /** By number: the word in lower case and its first unit, how often it stands in the text, and where it stands last. */
  words: readonly string[]
  initials: readonly number[]
  counts: readonly number[]
  last: readonly number[]
  /** By place: where the same word stands before; -1 where it does not. */
  previous: readonly number[]
}

/** A word of a passage that is looked for. */
export interface SoughtWord {
  word: string
  initial: number
  /** Its number in the text; -1 for a word that is not in it. */
  id: number
  /** 1 for a word that the text has once or never, less for common ones: what it tells of a place. */
  weight: number
}

const wordsPerStep = 4_096

/** Reads a text's words, step by step: 100,000 units of English take some 10 ms. */
export function* indexInSteps(text: string): Generator<void, WordIndex, void> {
  const folded = yield* foldInSteps(text)
  const ids: number[] = []
  const idOf = new Map<string, number>()
  const words: string[] = []
  const initials: number[] = []
  const counts: number[] = []
  const last: number[] = []
  const previous: number[] = []
  for (let at = 0; at < folded.wordStarts.length; at++) {
    const word = wordAt(folded, at)
    let id = idOf.get(word)
    if (id === undefined) {
      id = words.push(word) - 1
      initials.push(word.charCodeAt(0))
      idOf.set(word, id)
    }
    ids.push(id)
    previous.push(last[id] ?? -1)
    counts[id] = (counts[id] ?? 0) + 1
    last[id] = at
    if (at % wordsPerStep === wordsPerStep - 1) yield
  }
  return { ...folded, text, ids, idOf, words, initials, counts, last, previous }
}

/** A passage's words as they are looked for in a text. */
export function seek(index: WordIndex, passage: FoldedText): SoughtWord[] {
  const articles = Math.max(1, index.ids.length / articleWords)
  return passage.wordStarts.map((_, at) => {
    const word = wordAt(passage, at)
    const id = index.idOf.get(word) ?? -1
    const initial = word.charCodeAt(0)
    return { word, initial, id, weight: 1 / (1 + Math.log(Math.max(1, (index.counts[id] ?? 1) / articles))) }
  })
}

/** In a longer text a word is as rare as in this many words of it. */
const articleWords = 5_000

const wordAt = ({ folded, wordStarts, wordEnds }: FoldedText, at: number) =>
  folded.slice(wordStarts[at], wordEnds[at]).toLowerCase()

/** The first word that begins at an offset of `folded`, or behind it. */
export const firstWordFrom = ({ wordStarts }: FoldedText, offset: number): number =>
  bisect(wordStarts.length, at => (wordStarts[at] ?? 0) >= offset)

/** How many words end before an offset of `folded`, or at it. */
export function countWordsBefore(text: FoldedText, offset: number): number {
  const first = firstWordFrom(text, offset)
  return (text.wordEnds[first - 1] ?? 0) > offset ? first - 1 : first
}

/** Whether all of the sought words stand in a row in the text, the first of them as its word `from`. */
export const standsAt = ({ ids }: WordIndex, sought: readonly SoughtWord[], from: number): boolean =>
  sought.every(({ id }, row) => id >= 0 && ids[from + row] === id)
