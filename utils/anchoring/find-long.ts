import { collectVotesFor, findChanged, type Place, type SoughtPassage } from './find-places'
import { weights } from './weights'
import type { WordIndex } from './word-index'

/** A piece of a long passage: what stands around it in the passage is its surroundings. */
function pieceOf(sought: SoughtPassage, from: number): SoughtPassage {
  const { prefix, words, suffix } = sought
  const to = from + weights.pieceWords
  const around = weights.pieceContext
  return {
    ...sought,
    prefix: from === 0 ? prefix : words.slice(Math.max(0, from - around), from),
    words: words.slice(from, to),
    suffix: to >= words.length ? suffix : words.slice(to, to + around),
  }
}

/**
 * Where a long passage may stand with other words in it: by its first words, its last, and some in between, so that it
 * takes no longer than some short ones. Null where one of its ends is not found, or they are not in their order.
 */
export function* findLong(index: WordIndex, sought: SoughtPassage): Generator<void, Place | null, void> {
  const last = sought.words.length - weights.pieceWords
  const step = last / (weights.pieces - 1)
  const found: (Place | null)[] = []
  for (let piece = 0; piece < weights.pieces; piece++) {
    const part = pieceOf(sought, Math.round(piece * step))
    const [place] = findChanged(index, part, collectVotesFor(index, part), [], 1)
    const isAhead = place && place.span.start >= (found.findLast(before => before)?.span.start ?? 0)
    found.push(isAhead && place.likeness >= weights.editedLikeness ? place : null)
    yield
  }
  const first = found[0]
  const end = found.at(-1)
  if (!first || !end) return null
  return {
    span: { start: first.span.start, end: end.span.end },
    isWhole: false,
    isRemnant: false,
    likeness: found.reduce((sum, place) => sum + (place?.likeness ?? 0), 0) / weights.pieces,
    before: first.before,
    after: end.after,
    isEntire: false,
  }
}
