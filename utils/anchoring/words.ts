import type { Span } from '../model/span'

/** A word as locators count it: folded, with its place in the text as it was handed in. */
export interface Word {
  word: string
  start: number
  end: number
  /** Words of different stretches never stand side by side: something was left out between them. */
  stretch: number
}

/** What is left out of words: the typewriter's apostrophe, the typographic ones, the backtick. */
const isApostrophe = (unit: string): boolean => "'’‘ʼ`".includes(unit)
const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text)
const letterOrDigit = /[\p{L}\p{N}]/u

/**
 * The words of the stretches `within`, by the dossier's rule: NFKC, lower case, apostrophes left out, runs of
 * letters and digits. Places are UTF-16 units of `text`; an apostrophe at a word's edge is not part of it.
 *
 * Two neighbouring stretches count as one where only spaces and signs lie between them (paragraphs). Where
 * words lie between them (an advertisement, a box), a new stretch begins and no locator runs across: such a
 * passage would stand in no reader's article.
 */
export function splitWords(text: string, within: readonly Span[]): Word[] {
  const words: Word[] = []
  let stretch = 0
  let before: Span | null = null
  for (const span of within) {
    if (before && letterOrDigit.test(text.slice(before.end, span.start))) stretch += 1
    // NFKC can change lengths, so it is done run by run: neither it nor the rule joins anything across a space.
    for (const match of text.slice(span.start, span.end).matchAll(/\S+/g)) {
      const at = span.start + match.index
      if (isAscii(match[0])) pushAsciiWords(words, match[0], at, stretch)
      else pushWords(words, match[0], at, stretch)
    }
    before = span
  }
  return words
}

function pushAsciiWords(words: Word[], run: string, at: number, stretch: number): void {
  for (const match of run.matchAll(/[a-z\d](?:[a-z\d'`]*[a-z\d])?/gi)) {
    const start = at + match.index
    words.push({
      word: match[0].replaceAll(/['`]/g, '').toLowerCase(),
      start,
      end: start + match[0].length,
      stretch,
    })
  }
}

/** The general case: every unit of the folded run remembers which characters of the text it was made from. */
function pushWords(words: Word[], run: string, at: number, stretch: number): void {
  const folded: { unit: string; origin: Span }[] = []
  // A character and the marks upon it are composed together; without them NFKC goes character by character.
  for (const match of run.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const start = at + match.index
    const origin = { start, end: start + match[0].length }
    for (const unit of match[0].normalize('NFKC').toLowerCase().split('')) folded.push({ unit, origin })
  }
  // One letter's lower case depends on what stands around it, and is as long: a sigma that ends a word.
  const inContext = run.normalize('NFKC').toLowerCase()
  const units = folded
    .map(({ unit, origin }, index) => ({ unit: unit === 'σ' ? (inContext[index] ?? unit) : unit, origin }))
    .filter(({ unit }) => !isApostrophe(unit))
  const text = units.map(({ unit }) => unit).join('')
  for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const first = units[match.index]?.origin
    const last = units[match.index + match[0].length - 1]?.origin
    if (first && last) words.push({ word: match[0], start: first.start, end: last.end, stretch })
  }
}
