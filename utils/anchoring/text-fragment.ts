import type { TextQuoteSelector } from '../model/highlight'
import type { Span } from '../model/span'
import { findDirective, makeSearchable, type TextDirective, unspaced } from './text-directive'
import { fragmentWeights as weights } from './weights'

/**
 * The fragment directive (`:~:text=…`) by which a browser opens a page at a span of its text; null where the span has no
 * words, or they cannot be told from others before them. Words are whole: a span that begins inside one is widened.
 * A short passage of one line stands in it as it is, others by their first and last words; and words around it as far as
 * they are needed for the passage to be what is found first.
 * @param text a page's text as its map has it, with a line break between blocks
 */
export const makeTextFragment = (text: string, span: Span): string | null => make(text, span, 0)

/**
 * The same from a saved quote alone: of a page that is not open, or where the words are gone. What else stands there is
 * not known, so a few words have what stood around them.
 */
export function fragmentOfQuote({ prefix, exact, suffix }: TextQuoteSelector): string | null {
  const span = { start: prefix.length, end: prefix.length + exact.length }
  const isTelling = listWords(exact, { start: 0, end: exact.length }).length >= weights.tellingWords
  return make(prefix + exact + suffix, span, isTelling ? 0 : weights.contextsOfShort)
}

/** An address with a fragment directive; a fragment of its own stays before it, as some sites keep their path there. */
export const linkTo = (address: string, fragment: string | null): string => {
  if (fragment === null) return address
  return `${address}${address.includes('#') ? '' : '#'}${fragment}`
}

/** A span of whole words, and the words in and around it. */
interface Passage extends Span {
  words: Span[]
  /** The first and the last of its words. */
  first: number
  last: number
}

function make(text: string, span: Span, leastContext: number): string | null {
  const words = listWords(text, { start: span.start - weights.reach, end: span.end + weights.reach })
  const first = words.findIndex(({ end }) => end > span.start)
  const last = words.findLastIndex(({ start }) => start < span.end)
  const [from, to] = [words[first], words[last]]
  if (!from || !to || first > last) return null
  const searchable = makeSearchable(text)
  for (const [before, behind, isAcross] of listContexts(leastContext)) {
    // What stands around is looked for right beside: signs between the words and their line's edge belong to them then.
    const start = isAcross && before > 0 ? from.start - signsBefore(text, from.start) : from.start
    const end = isAcross && behind > 0 ? to.end + signsBehind(text, to.end) : to.end
    const passage = { start, end, words, first, last }
    const prefix = takeBefore(text, passage, before, isAcross)
    const suffix = takeBehind(text, passage, behind, isAcross)
    for (const ends of listEnds(text, passage)) {
      const directive = { ...ends, prefix, suffix }
      const found = findDirective(searchable, directive)
      // To the word: signs that browsers fold away may stand at its edge.
      const isFirst = found && found.start >= start && found.start < from.end
      if (isFirst && found.end > to.start && found.end <= end) return write(directive)
    }
  }
  return null
}

/** Those of the passage's own lines first: what a page hides may stand between two lines. */
const listContexts = (least: number) =>
  [false, true].flatMap(isAcross =>
    weights.contexts.slice(least).map(([before, behind]) => [before, behind, isAcross] as const),
  )

/** How many units of signs stand between a word and the edge of its line; 0 where words do, or more than a few signs. */
const signsBefore = (text: string, at: number) =>
  /(?<=^|\n)[^\p{L}\p{N}\n]*$/u.exec(text.slice(Math.max(0, at - weights.signs), at))?.[0].trimStart()
    .length ?? 0
const signsBehind = (text: string, at: number) =>
  /^[^\p{L}\p{N}\n]*(?=\n|$)/u.exec(text.slice(at, at + weights.signs))?.[0].trimEnd().length ?? 0

/** The ends to try, shortest first: all of the passage as `start` where it is short and stands in one line. */
function listEnds(
  text: string,
  { start, end, words, first, last }: Passage,
): Pick<TextDirective, 'start' | 'end'>[] {
  const whole = text.slice(start, end)
  if (!whole.includes('\n') && whole.length <= weights.wholeLength) return [{ start: whole, end: '' }]
  const lineOfFirst = lineEnd(text, start)
  const lineOfLast = lineStart(text, end)
  return weights.endWords.flatMap(count => {
    const most = Math.min(count, Math.floor((last - first + 1) / 2))
    const head = words.slice(first, first + most).findLast(word => word.end <= lineOfFirst)
    const tail = words.slice(last + 1 - most, last + 1).find(word => word.start >= lineOfLast)
    return head && tail ? [{ start: text.slice(start, head.end), end: text.slice(tail.start, end) }] : []
  })
}

/** So many words right before a passage, of one line. */
function takeBefore(text: string, { start, words }: Passage, count: number, isAcross: boolean): string {
  const edge = isAcross ? text.slice(0, start).trimEnd().length : start
  const line = lineStart(text, edge)
  const near = words.filter(word => word.start >= line && word.end <= edge)
  const from = near[Math.max(0, near.length - count)]
  return from && count > 0 ? text.slice(from.start, edge).trimEnd() : ''
}

function takeBehind(text: string, { end, words }: Passage, count: number, isAcross: boolean): string {
  const edge = isAcross ? text.length - text.slice(end).trimStart().length : end
  const line = lineEnd(text, edge)
  const near = words.filter(word => word.start >= edge && word.end <= line)
  const to = near.slice(0, count).at(-1)
  return to ? text.slice(edge, to.end).trimStart() : ''
}

const lineStart = (text: string, at: number) => (at > 0 ? text.lastIndexOf('\n', at - 1) + 1 : 0)
const lineEnd = (text: string, at: number) => {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

/**
 * Whole words of a stretch, as browsers bound them (Unicode UAX 29). Where no spaces are written the two know other words
 * (tried): there a word is all up to the next sign.
 */
function listWords(text: string, span: Span): Span[] {
  const from = Math.max(0, span.start)
  const to = Math.min(text.length, span.end)
  const words: Span[] = []
  for (const { segment, index } of segmenter.segment(text.slice(from, to))) {
    const start = from + index
    const end = start + segment.length
    const isCut = (start === from && from > 0) || (end === to && to < text.length)
    // By its letters: Firefox calls some words in kana none (`isWordLike`).
    if (!/[\p{L}\p{N}]/u.test(segment)) continue
    const before = words.at(-1)
    const isJoined =
      before?.end === start && unspaced.test(text[start - 1] ?? '') && unspaced.test(segment[0] ?? '')
    if (isJoined) before.end = end
    else if (!isCut) words.push({ start, end })
  }
  return words
}
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

function write({ prefix, start, end, suffix }: TextDirective): string {
  const parts = [
    prefix && `${encode(prefix)}-`,
    encode(start),
    end && encode(end),
    suffix && `-${encode(suffix)}`,
  ]
  return `:~:text=${parts.filter(Boolean).join(',')}`
}

/** A hyphen has a meaning of its own here; signs that end a link in running text are encoded too. */
const encode = (part: string): string =>
  encodeURIComponent(
    part
      .replace(/\u00ad/g, '')
      .replace(/\s+/g, ' ')
      .replace(/\p{Cs}/gu, '\ufffd'),
  ).replace(/[-!'()*_~]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
