import type { TextQuoteSelector } from '../model/highlight'
import { isOverlapping, type Span } from '../model/span'
import { type Alignment, alignWords } from './align-words'
import { findEnds, findRemnant } from './find-ends'
import { type FoldedText, foldInSteps, foldText } from './fold-text'
import { judgeAfter, judgeBefore, shareOf } from './judge-alignment'
import { collectVotes, listPeaks, type Votes, weighVotes } from './vote'
import { weights } from './weights'
import {
  countWordsBefore,
  firstWordFrom,
  type SoughtWord,
  seek,
  standsAt,
  type WordIndex,
} from './word-index'

/** A passage as it is looked for in a text. */
export interface SoughtPassage {
  folded: FoldedText
  prefix: SoughtWord[]
  words: SoughtWord[]
  suffix: SoughtWord[]
  /** Whether it begins, and ends, in the middle of a word. */
  cutsFirst: boolean
  cutsLast: boolean
}

/** A stretch of the text that may be the passage. */
export interface Place {
  /** In units of the folded text. */
  span: Span
  /** Whether its words are the passage's, to the sign. */
  isWhole: boolean
  /** Whether it is the first words of a passage that was cut off, right behind what stood before it. */
  isRemnant: boolean
  /** How much of the passage stands there, of what stood before it, of what stood behind it; 0..1. */
  likeness: number
  before: number
  after: number
  /** Whether all that was saved around the passage stands there, to the word. */
  isEntire: boolean
}

/** Makes a passage ready, step by step: it may be as long as the text. */
export function* soughtIn(
  index: WordIndex,
  { exact, prefix, suffix }: Omit<TextQuoteSelector, 'type'>,
): Generator<void, SoughtPassage, void> {
  const folded = yield* foldInSteps(exact)
  const cutsFirst = isInWord(prefix.at(-1), exact[0])
  const cutsLast = isInWord(exact.at(-1), suffix[0])
  // Of a word that is cut the part outside is no word.
  return {
    folded,
    prefix: seek(index, foldText(prefix)).slice(0, cutsFirst ? -1 : undefined),
    words: seek(index, folded),
    suffix: seek(index, foldText(suffix)).slice(cutsLast ? 1 : 0),
    cutsFirst,
    cutsLast,
  }
}

const isInWord = (before: string | undefined, after: string | undefined) =>
  /[\p{L}\p{N}]/u.test(before ?? '') && /[\p{L}\p{N}]/u.test(after ?? '')

export const collectVotesFor = (index: WordIndex, { prefix, words, suffix }: SoughtPassage): Votes =>
  collectVotes(index, [...prefix, ...words, ...suffix], prefix.length)

/** Whether an offset is amid what one character of the text was folded to, as of a ligature. */
const isInCharacter = ({ starts }: WordIndex, at: number) => at > 0 && starts[at] === starts[at - 1]

/** Where the passage stands as it was: of very many places those for which most speaks. */
export function findWhole(index: WordIndex, sought: SoughtPassage, votes: Votes): Place[] {
  const { folded } = sought.folded
  if (folded === '') return []
  const found: { span: Span; first: number; last: number; isEntire: boolean; weight: number }[] = []
  for (
    let start = index.folded.indexOf(folded);
    start >= 0 && found.length < weights.mostWhole;
    start = index.folded.indexOf(folded, start + 1)
  ) {
    const end = start + folded.length
    if (isInCharacter(index, start) || isInCharacter(index, end)) continue
    if (!sought.cutsFirst && isInWord(index.folded[start - 1], folded[0])) continue
    if (!sought.cutsLast && isInWord(folded.at(-1), index.folded[end])) continue
    const first = countWordsBefore(index, start)
    const last = firstWordFrom(index, end)
    // What stands close counts again: of many equal passages in a row the right one has its surroundings to the word.
    const weigh = (around: number) => weighVotes(votes, first - around, first + around)
    found.push({
      span: { start, end },
      first,
      last,
      isEntire: isEntire(index, sought, first, last),
      weight: weigh(weights.slack) + weigh(weights.besideWords),
    })
  }
  // Of those with all of their surroundings none is left out: two are one too many.
  found.sort((a, b) => Number(b.isEntire) - Number(a.isEntire) || b.weight - a.weight)
  return found.slice(0, weights.mostPlaces).map(({ span, first, last, isEntire }) => {
    const reach = (list: SoughtWord[]) => list.length + weights.slack
    const from = Math.max(0, first - reach(sought.prefix))
    const to = Math.min(index.ids.length, last + reach(sought.suffix))
    const before = alignWords(sought.prefix, index, from, first)
    const after = alignWords(sought.suffix, index, last, to)
    return {
      span,
      isWhole: true,
      isRemnant: false,
      likeness: 1,
      before: judgeBefore(before, sought.prefix, sought.prefix.length, first),
      after: judgeAfter(after, sought.suffix, 0, last),
      isEntire,
    }
  })
}

/** Where the passage may stand with other words in it. Nothing that stands in `known` is given again. */
export function findChanged(
  index: WordIndex,
  sought: SoughtPassage,
  votes: Votes,
  known: readonly Place[],
  most: number = weights.mostPlaces,
): Place[] {
  const { prefix, words, suffix } = sought
  const all = [...prefix, ...words, ...suffix]
  const width = weights.slack / 2 + words.length / 4
  const places: Place[] = []
  for (const peak of listPeaks(votes, width, most)) {
    const from = Math.max(0, peak - prefix.length - weights.slack)
    const to = Math.min(index.ids.length, peak + width + words.length + suffix.length + weights.slack)
    const alignment = alignWords(all, index, from, Math.floor(to))
    const place = readPlace(index, sought, all, alignment)
    if (place && ![...places, ...known].some(({ span }) => isOverlapping(span, place.span)))
      places.push(place)
  }
  return places
}

/** Reads from an alignment where the passage begins and ends, and how much of it and around it stands. */
function readPlace(
  index: WordIndex,
  sought: SoughtPassage,
  all: readonly SoughtWord[],
  alignment: Alignment,
): Place | null {
  const first = sought.prefix.length
  const end = first + sought.words.length
  const found = findEnds(alignment, all, first, end)
  if (!found) return null
  const { from, to } = found
  const span = withSigns(index, sought, from, to)
  const sides = {
    before: judgeBefore(alignment, all, first, from),
    after: judgeAfter(alignment, all, end, to + 1),
  }
  const likeness = shareOf(alignment, all, first, end, weights.leastPassage)
  const remnant = likeness < weights.oneSidedLikeness ? findRemnant(alignment, all, first, end, sides) : null
  return {
    span: remnant ? withSigns(index, sought, remnant.from, remnant.to) : span,
    isWhole: index.folded.slice(span.start, span.end) === sought.folded.folded,
    isRemnant: remnant !== null,
    likeness,
    isEntire: isEntire(index, sought, from, to + 1),
    ...sides,
  }
}

/** Whether all that was saved around a passage stands around the words `first` to `end`. */
const isEntire = (index: WordIndex, { prefix, suffix }: SoughtPassage, first: number, end: number): boolean =>
  standsAt(index, prefix, first - prefix.length) && standsAt(index, suffix, end)

/** From word to word, and the signs before and behind them that the passage had there too. */
function withSigns(index: WordIndex, { folded: passage }: SoughtPassage, from: number, to: number): Span {
  let start = index.wordStarts[from] ?? 0
  let end = index.wordEnds[to] ?? 0
  for (let at = (passage.wordStarts[0] ?? 0) - 1; at >= 0; at--) {
    if (passage.folded[at] !== index.folded[start - 1]) break
    start--
  }
  for (let at = passage.wordEnds.at(-1) ?? 0; at < passage.folded.length; at++) {
    if (passage.folded[at] !== index.folded[end]) break
    end++
  }
  return { start, end }
}
