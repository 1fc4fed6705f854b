import type { TextPositionSelector, TextQuoteSelector } from '../model/highlight'
import type { Span } from '../model/span'
import { isOnlyOne } from './match-words'
import { weights } from './weights'

/**
 * The two W3C selectors of a passage: its words with what stands around them, and its place in the text.
 * Context is as short as tells the passage from every other in the text (see weights). A span that begins or ends
 * inside a surrogate pair is widened to the whole character.
 */
export function describe(text: string, span: Span): [TextQuoteSelector, TextPositionSelector] {
  const start = splitsPair(text, span.start) ? span.start - 1 : span.start
  const end = splitsPair(text, span.end) ? span.end + 1 : span.end
  const exact = text.slice(start, end)
  let least: number = weights.contextLeast
  let most: number = weights.contextMost
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

/** Where context before `end` begins: at a word from `least` units on, at `most` where no word begins. */
function cutBefore(text: string, end: number, least: number, most: number): number {
  const floor = end - most
  if (floor <= 0) return 0
  for (let at = end - least; at > floor; at--) if (isSpace(text, at - 1) && !isSpace(text, at)) return at
  return splitsPair(text, floor) ? floor + 1 : floor
}

function cutAfter(text: string, start: number, least: number, most: number): number {
  const ceiling = start + most
  if (ceiling >= text.length) return text.length
  for (let at = start + least; at < ceiling; at++) if (isSpace(text, at) && !isSpace(text, at - 1)) return at
  return splitsPair(text, ceiling) ? ceiling - 1 : ceiling
}

const isSpace = (text: string, at: number) => /\s/.test(text[at] ?? '')

/** Whether `at` lies between the two halves of one character. */
function splitsPair(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00
}
