import type { TextPositionSelector, TextQuoteSelector } from '../model/highlight'
import type { Span } from '../model/span'
import { cutAfter, cutBefore, splitsPair } from './cut-context'
import { hasLookalike } from './has-lookalike'
import { contextTimes, findSame, type Repeat } from './repeat'
import { weights } from './weights'

/**
 * The two W3C selectors of a passage: its words with what stands around them, and its place in the text.
 * Context is cut at words and runs across lines: paragraphs are short, and one that is marked whole has nothing else around
 * it. There is more of it where the text has the passage again, or something like it (see `Repeat`), and as much as makes
 * it the only one so. A span that begins or ends inside a surrogate pair is widened to the whole character.
 */
export function describe(text: string, span: Span): [TextQuoteSelector, TextPositionSelector] {
  const start = splitsPair(text, span.start) ? span.start - 1 : span.start
  const end = splitsPair(text, span.end) ? span.end + 1 : span.end
  const exact = text.slice(start, end)
  const times = contextTimes[findRepeat(text, { start, end })]
  let least: number = weights.contextLeast * times
  let most: number = weights.contextMost * times
  for (;;) {
    const prefix = text.slice(cutBefore(text, start, least, most), start)
    const suffix = text.slice(end, cutAfter(text, end, least, most))
    if (most >= weights.contextCeiling || isOnlyOne(text, prefix + exact + suffix, start - prefix.length)) {
      return [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ]
    }
    least *= 2
    most *= 2
  }
}

/** Whether `words`, which stand at `at`, stand nowhere else. */
export const isOnlyOne = (text: string, words: string, at: number): boolean =>
  text.indexOf(words) === at && text.indexOf(words, at + 1) < 0

/** How far the text has the passage more than once. */
function findRepeat(text: string, span: Span): Repeat {
  const repeat = findSame(text, span)
  if (repeat !== 'none') return repeat
  const { start, end } = span
  const { contextLeast: least, contextMost: most } = weights
  const prefix = text.slice(cutBefore(text, start, least, most), start)
  const suffix = text.slice(end, cutAfter(text, end, least, most))
  return hasLookalike(text, { exact: text.slice(start, end), prefix, suffix }) ? 'likeness' : 'none'
}
