import type { Span } from '../model/span'

/** An initial. "Plan B." at a sentence's end is joined wrongly; initials in news are far more frequent. */
const initial = /(?:^|[^\p{L}\p{N}])(?!I\.)\p{Lu}\.$/u

/** Titles and other shortened words that something always follows. */
const title =
  /(?:^|[^\p{L}\p{N}])(?:mr|mrs|ms|mx|dr|prof|st|gov|sen|sens|rep|reps|gen|lt|col|maj|sgt|capt|cmdr|adm|pres|hon|rev|amb|atty|supt|det|nos?|nr|art|vs?|approx|mme|mlle|hr|sra?|srta|dra|sig|dott|bzw|ca|vgl|dhr)\.$/iu

/** Shortened words that may also end a sentence ("in the U.S. He left"): a capital after them begins a new one … */
const either =
  /(?:^|[^\p{L}\p{N}])(?:(?:\p{L}\.)+\p{L}|jr|etc|est|dept|sec|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$/iu

/** What closes a quotation, after the space that French puts before it. German opens with », but never before a space. */
const closing = /^\s*["'”’»›)\]]+(?=\s|$)/u
/** "iPhone" begins a sentence as well as any name. */
const startsSmall = /^[\s"'“‘«‹([]*\p{Ll}(?!\p{Lu})/u
const startsCapital = /^[\s"'“‘«‹([]*\p{Lu}/u
/** … except where it is an office or a body that such letters stand before: "the U.S. Senate". */
const partOfName =
  /^\s*(?:Army|Congress|Court|Department|District|Embassy|Government|House|Marine|Navy|President|Secretary|Senate|Senator|State|Supreme|Treasury|Attorney|Air|Capitol|Customs|Homeland|National)\b/u

const segmenters = new Map<string, Intl.Segmenter>()

/**
 * The sentences of the stretches `within` of a text, in order, trimmed of white space: UTF-16 spans of `text`.
 * Unicode's rules (UAX #29) cut after every "Sen." and "U.S.", so pieces are joined again where the stop belongs to a
 * shortened word. A line end always ends a sentence: the text map puts one between blocks.
 * @param language BCP 47; an unknown or malformed tag falls back to English.
 */
export function splitSentences(text: string, within: Span[], language: string): Span[] {
  const segmenter = segmenterFor(language)
  return within.flatMap(({ start, end }) =>
    linesOf(text, start, end).flatMap(line => {
      const pieces = [...segmenter.segment(text.slice(line.start, line.end))].map(({ segment, index }) => ({
        start: line.start + index,
        end: line.start + index + segment.length,
      }))
      return join(text, pieces).flatMap(piece => trim(text, piece))
    }),
  )
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  let made: Intl.Segmenter
  try {
    made = new Intl.Segmenter(language || 'en', { granularity: 'sentence' })
  } catch {
    // The page writes its language itself: "english", "en_US".
    made = new Intl.Segmenter('en', { granularity: 'sentence' })
  }
  segmenters.set(language, made)
  return made
}

function linesOf(text: string, start: number, end: number): Span[] {
  const lines: Span[] = []
  let from = start
  for (let at = text.indexOf('\n', from); at !== -1 && at < end; at = text.indexOf('\n', from)) {
    lines.push({ start: from, end: at })
    from = at + 1
  }
  lines.push({ start: from, end })
  return lines
}

function join(text: string, pieces: Span[]): Span[] {
  const joined: Span[] = []
  for (const { start, end } of pieces) {
    const last = joined.at(-1)
    const from = start + (last ? (closing.exec(text.slice(start, end))?.[0].length ?? 0) : 0)
    if (last && from > start) last.end = from
    if (from === end) continue
    if (last && goesOn(text.slice(last.start, last.end), text.slice(from, end))) last.end = end
    else joined.push({ start: from, end })
  }
  return joined
}

/** Whether a piece and the next are one sentence. */
function goesOn(before: string, after: string): boolean {
  const stopped = before.trimEnd()
  if (startsSmall.test(after)) return true
  if (title.test(stopped)) return true
  if (either.test(stopped)) return !startsCapital.test(after) || partOfName.test(after)
  return initial.test(stopped)
}

function trim(text: string, { start, end }: Span): Span[] {
  const piece = text.slice(start, end)
  const bare = piece.trim()
  if (bare === '') return []
  const from = start + piece.indexOf(bare)
  return [{ start: from, end: from + bare.length }]
}
