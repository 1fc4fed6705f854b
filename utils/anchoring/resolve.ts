import type { Selector, TextPositionSelector, TextQuoteSelector } from '../model/highlight'
import type { Span } from '../model/span'
import { isOnlyOne, matchAfter, matchBefore, matchWhole } from './match-words'
import { weights } from './weights'

/**
 * Where a passage stands now. `exact`: its words at their old place; `moved`: its words, elsewhere.
 * `lost` says why: its words are not in the text, or in several places with nothing to tell which.
 */
export type Resolution =
  | { state: 'exact' | 'moved'; span: Span }
  | { state: 'lost'; reason: 'absent' | 'two-places' }

/**
 * Finds a described passage in a text that may have changed. Words must be the same but for white space;
 * a passage that fits two places about equally is lost, never guessed.
 * Without a quote nothing can be checked, so a position alone places nothing.
 */
export function resolve(text: string, selectors: readonly Selector[]): Resolution {
  const quote = selectors.find((each): each is TextQuoteSelector => each.type === 'TextQuoteSelector')
  const position = selectors.find(
    (each): each is TextPositionSelector => each.type === 'TextPositionSelector',
  )
  if (!quote || quote.exact === '') return { state: 'lost', reason: 'absent' }
  if (position && isUnchanged(text, quote, position)) {
    return { state: 'exact', span: { start: position.start, end: position.end } }
  }
  const best = choose(findPlaces(text, quote), quote)
  if (typeof best === 'string') return { state: 'lost', reason: best }
  const isSame = position && best.start === position.start && best.end === position.end
  return { state: isSame ? 'exact' : 'moved', span: best }
}

/**
 * Words and context stand as they stood, to the letter: the common case. They must be the only ones, as they were when
 * they were described (only context as long as the ceiling is not): in a page that now holds a copy of the passage,
 * the old place may be another's.
 */
function isUnchanged(text: string, quote: TextQuoteSelector, { start, end }: TextPositionSelector): boolean {
  const { exact, prefix, suffix } = quote
  const from = start - prefix.length
  const words = prefix + exact + suffix
  if (from < 0 || end - start !== exact.length || !text.startsWith(words, from)) return false
  const wasOnlyOne = Math.max(prefix.length, suffix.length) < weights.contextCeiling / 2
  return !wasOnlyOne || isOnlyOne(text, words, from)
}

interface Place {
  span: Span
  /** Share of the context that fits, 0..1. */
  fit: number
}

/** Every place where the words stand; two that fit entirely are enough to know that there is no telling. */
function findPlaces(text: string, quote: TextQuoteSelector): Place[] {
  const words = quote.exact.trim()
  const first = /^\S+/.exec(words)?.[0]
  if (!first) return []
  const context = countLetters(quote.prefix) + countLetters(quote.suffix)
  const places: Place[] = []
  let entire = 0
  for (let start = text.indexOf(first); start >= 0 && entire < 2; start = text.indexOf(first, start + 1)) {
    const end = matchWhole(text, start, words)
    if (end === null) continue
    const fitting = matchBefore(text, start, quote.prefix) + matchAfter(text, end, quote.suffix)
    const fit = context === 0 ? 1 : fitting / context
    if (fit === 1) entire++
    places.push({ span: { start, end }, fit })
  }
  return places
}

function choose(places: Place[], quote: TextQuoteSelector): Span | 'absent' | 'two-places' {
  const [best, next] = places.sort((a, b) => b.fit - a.fit)
  if (!best) return 'absent'
  if (!next) {
    const isTelling = countLetters(quote.exact) >= weights.tellingLength
    return isTelling || best.fit >= weights.fitLeast ? best.span : 'absent'
  }
  const isClear = best.fit >= weights.fitLeast && best.fit - next.fit >= weights.fitMargin
  return isClear ? best.span : 'two-places'
}

const countLetters = (words: string) => words.replace(/\s+/g, '').length
