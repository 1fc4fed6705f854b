import type { TextQuoteSelector } from '../model/highlight'
import type { Span } from '../model/span'
import { cutAfter, cutBefore } from './cut-context'
import { weights } from './weights'

/**
 * How far a passage's text had it more than once when it was described: not at all; a lookalike of it, which could be taken
 * for it with other words; its words, in other surroundings; its words and what is close around them.
 * It is kept as the length of the context, which is more where less tells the passage.
 */
export type Repeat = 'none' | 'words' | 'likeness' | 'surroundings'

/** How many times as much context is kept; no two can be taken for each other by what `contextMost` leaves open. */
export const contextTimes: Readonly<Record<Repeat, number>> = {
  none: 1,
  words: 2,
  likeness: 3,
  surroundings: 5,
}

/** How far a text has the very words of a passage more than once, whatever white space and quote marks are between them. */
export function findSame(text: string, { start, end }: Span): Exclude<Repeat, 'likeness'> {
  if (standsOnce(text, text.slice(start, end))) return 'none'
  const near = weights.contextClose
  const close = text.slice(cutBefore(text, start, near, near * 2), cutAfter(text, end, near, near * 2))
  return standsOnce(text, close) ? 'words' : 'surroundings'
}

function standsOnce(text: string, words: string): boolean {
  const bare = (each: string) => each.replace(/[\s"'“”‘’«»]+/g, '')
  const all = bare(text)
  const sought = bare(words)
  return all.indexOf(sought, all.indexOf(sought) + 1) < 0
}

/**
 * Reads it off what was saved. Where the text's beginning and end were near, there was no more to save; then the context is
 * the text, or most of it, and has the passage again itself. Null where neither tells: in a short text, or in what an earlier
 * version saved.
 */
export function tellRepeat(quote: TextQuoteSelector): Repeat | null {
  const { exact, prefix, suffix } = quote
  const same = findSame(prefix + exact + suffix, {
    start: prefix.length,
    end: prefix.length + exact.length,
  })
  const units = longerContext(quote)
  if (same === 'none' && units < weights.contextLeast) return null
  const kinds: Repeat[] = ['none', 'words', 'likeness', 'surroundings']
  const byLength = kinds.findIndex(kind => units <= weights.contextMost * contextTimes[kind])
  return kinds[Math.max(kinds.indexOf(same), byLength < 0 ? kinds.length - 1 : byLength)] ?? null
}

/** Whether so much was saved around a passage that it may not have been the only one so. */
export const reachesCeiling = (quote: TextQuoteSelector): boolean =>
  longerContext(quote) > weights.contextCeiling / 2

const longerContext = ({ prefix, suffix }: TextQuoteSelector): number =>
  Math.max(spokenLength(prefix), spokenLength(suffix))

/** How long a text is when white space counts as one unit, however much of it a page has between two words. */
export const spokenLength = (text: string): number => text.replace(/\s+/g, ' ').length
