import { finish } from '../model/finish'
import type {
  LostReason,
  OfferedPlace,
  Selector,
  Surroundings,
  TextPositionSelector,
  TextQuoteSelector,
} from '../model/highlight'
import type { Span } from '../model/span'
import { isOnlyOne } from './describe'
import { findLong } from './find-long'
import {
  collectVotesFor,
  findChanged,
  findWhole,
  type Place,
  type SoughtPassage,
  soughtIn,
} from './find-places'
import { spanOf } from './fold-text'
import { fitOf, isSettled, judgePlaces, type Standing } from './judge-places'
import { reachesCeiling, tellRepeat } from './repeat'
import { changedSurroundings, offerPlace } from './surroundings'
import { weights } from './weights'
import { indexInSteps, type WordIndex } from './word-index'

/**
 * Where a passage stands now. `exact`: its words at their old place; `moved`: its words, elsewhere; `changed`: other words
 * where it stood. `around`: what stands around it, where those are other words than were saved.
 * `lost` says why: its words are not in the text, or in several places with nothing to tell which; and where they may be.
 */
export type Resolution =
  | { state: 'exact' | 'moved'; span: Span; around?: Surroundings }
  | { state: 'changed'; span: Span; words: string; around?: Surroundings }
  | { state: 'lost'; reason: LostReason; places: OfferedPlace[] }

/** A text in which passages are looked for: read once, when one is not where it was. */
export interface SearchedText {
  readonly text: string
  index: WordIndex | null
}

export const searchIn = (text: string): SearchedText => ({ text, index: null })

const absent: Resolution = { state: 'lost', reason: 'absent', places: [] }

/**
 * Finds a described passage in a text that may have changed: by its words and those around it, and never by guess. Where
 * two places fit about equally, or nothing fits well enough (see weights), it is lost.
 * Without a quote nothing can be checked, so a position alone places nothing.
 * May be put down at each `yield`; no step takes more than some milliseconds, whatever the lengths.
 */
export function* resolveInSteps(
  searched: SearchedText,
  selectors: readonly Selector[],
): Generator<void, Resolution, void> {
  const quote = selectors.find((each): each is TextQuoteSelector => each.type === 'TextQuoteSelector')
  const position = selectors.find(
    (each): each is TextPositionSelector => each.type === 'TextPositionSelector',
  )
  if (!quote || quote.exact === '') return absent
  if (position && isUnchanged(searched.text, quote, position)) {
    return { state: 'exact', span: { start: position.start, end: position.end } }
  }
  searched.index ??= yield* indexInSteps(searched.text)
  const { index } = searched
  const sought = yield* soughtIn(index, quote)
  const standing: Standing = {
    words: sought.words.length,
    telling: sought.words.reduce((sum, { weight }) => sum + weight, 0),
    repeat: tellRepeat(quote),
    isOldPlace: ({ span }) => spanOf(index, span).start === oldStart(quote, position),
  }
  const votes = collectVotesFor(index, sought)
  const whole = findWhole(index, sought, votes)
  yield
  let changed: Place[] = []
  if (!isSettled(whole, standing)) {
    const long = sought.words.length > weights.longWords ? yield* findLong(index, sought) : null
    if (long) changed = [long]
    else if (sought.words.length <= weights.longWords) changed = findChanged(index, sought, votes, whole)
  }
  const judged = judgePlaces(whole, changed, standing)
  return typeof judged === 'string'
    ? { state: 'lost', reason: judged, places: offer(index, sought, [...whole, ...changed]) }
    : describePlace(index, sought, judged, position)
}

/** The same at once. */
export const resolve = (text: string, selectors: readonly Selector[]): Resolution =>
  finish(resolveInSteps(searchIn(text), selectors))

/** Whether a passage's own words stand in a text, so that the text may be taken for its article. */
export const isWholeIn = (searched: SearchedText, selectors: readonly Selector[]): boolean =>
  ['exact', 'moved'].includes(finish(resolveInSteps(searched, selectors)).state)

/** White space at the passage's beginning is no part of what is found. */
const oldStart = ({ exact }: TextQuoteSelector, position: TextPositionSelector | undefined): number =>
  position ? position.start + exact.length - exact.trimStart().length : -1

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
  return reachesCeiling(quote) || isOnlyOne(text, words, from)
}

function describePlace(
  index: WordIndex,
  sought: SoughtPassage,
  place: Place,
  position: TextPositionSelector | undefined,
): Resolution {
  const span = spanOf(index, place.span)
  const around = changedSurroundings(index, place.span, sought)
  const more = { span, ...(around && { around }) }
  if (!place.isWhole) return { state: 'changed', words: index.text.slice(span.start, span.end), ...more }
  // Where no place was saved nothing says that it was another.
  const isSame = !position || (span.start === position.start && span.end === position.end)
  return { state: isSame ? 'exact' : 'moved', ...more }
}

/** What the reader may attach it to: what has something of the passage, or stands where it stood. */
const offer = (index: WordIndex, sought: SoughtPassage, places: readonly Place[]): OfferedPlace[] =>
  places
    .filter(({ likeness }) => likeness >= weights.offeredLikeness)
    .sort((a, b) => fitOf(b) - fitOf(a))
    .slice(0, weights.mostOffered)
    .map(({ span }) => offerPlace(index, span, sought))
