import type { OfferedPlace, Surroundings } from '../model/highlight'
import type { Span } from '../model/span'
import type { SoughtPassage } from './find-places'
import { spanOf } from './fold-text'
import { countWordsBefore, firstWordFrom, type SoughtWord, type WordIndex } from './word-index'

/** Signs that stand directly at a word. */
const mostSigns = 4

/** What stands around a place now: as many words as were saved, with their signs. `span` in units of the folded text. */
function surroundingsOf(index: WordIndex, span: Span, { prefix, suffix }: SoughtPassage): Surroundings {
  const { text, starts, ends, wordStarts, wordEnds, ids } = index
  const { start, end } = spanOf(index, span)
  const first = Math.max(0, countWordsBefore(index, span.start) - prefix.length)
  const last = Math.min(ids.length, firstWordFrom(index, span.end) + suffix.length) - 1
  let from = Math.min(start, starts[wordStarts[first] ?? span.start] ?? start)
  let to = Math.max(end, ends[(wordEnds[last] ?? span.end) - 1] ?? end)
  // Quotation marks, brackets, a full stop.
  from -= /\S*$/.exec(text.slice(Math.max(0, from - mostSigns), from))?.[0].length ?? 0
  to += /^\S*/.exec(text.slice(to, to + mostSigns))?.[0].length ?? 0
  return { prefix: text.slice(from, start), suffix: text.slice(end, to) }
}

/** The same where other words stand there than were saved; white space, signs and case are no words. */
export function changedSurroundings(
  index: WordIndex,
  span: Span,
  sought: SoughtPassage,
): Surroundings | null {
  const before = countWordsBefore(index, span.start) - sought.prefix.length
  const after = firstWordFrom(index, span.end)
  const isSame = stands(index, sought.prefix, before) && stands(index, sought.suffix, after)
  return isSame ? null : surroundingsOf(index, span, sought)
}

/** Whether words stand in a row from a word of the text on. The first and the last may have been cut when they were saved. */
const stands = (index: WordIndex, sought: readonly SoughtWord[], from: number): boolean =>
  sought.every(({ id, word }, row) => {
    const there = index.ids[from + row] ?? -1
    if (there === id && id >= 0) return true
    const present = index.words[there] ?? ''
    return (row === 0 && present.endsWith(word)) || (row === sought.length - 1 && present.startsWith(word))
  })

/** A place as it is offered to the reader. */
export function offerPlace(index: WordIndex, span: Span, sought: SoughtPassage): OfferedPlace {
  const there = spanOf(index, span)
  return {
    span: there,
    words: index.text.slice(there.start, there.end),
    ...surroundingsOf(index, span, sought),
  }
}
