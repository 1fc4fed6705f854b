import type { Span } from '../model/span'

/** Shortened words after which a sentence goes on: titles, months, units. Matched with what stands before the stop. */
const shortened =
  /(?:^|[^\p{L}\p{N}])(?:\p{Lu}|(?:\p{L}\.)+\p{L}|mr|mrs|ms|mx|dr|prof|st|sr|jr|gov|sen|sens|rep|reps|gen|lt|col|maj|sgt|capt|cmdr|adm|pres|hon|rev|amb|atty|supt|det|sec|no|nr|nos|art|vs|v|etc|approx|est|dept|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mme|mlle|hr|sra|srta|dra|sig|dott|bzw|ca|vgl|dhr)\.$/iu

/** Of these the last word may also end a sentence ("in the U.S. He left"): only a small letter after it joins. */
const mayEnd = /(?:(?:\p{L}\.)+\p{L}|jr|sr|etc|est|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|dept)\.$/iu

/** A first name's initial, or the pronoun at the end ("you and I."): joined where a name may follow. */
const quoteEnd = /^[\s"'”’»›)\]]+$/u
const startsSmall = /^[\s"'“‘«‹([]*\p{Ll}/u
const opensWithName = /^[\s"'“‘«‹([]*\p{Lu}/u

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
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (last && goesOn(text.slice(last.start, last.end), text.slice(piece.start, piece.end)))
      last.end = piece.end
    else joined.push({ ...piece })
  }
  return joined
}

/** Whether a piece and the next are one sentence. */
function goesOn(before: string, after: string): boolean {
  // What closes a quotation belongs to the sentence in it.
  if (quoteEnd.test(after)) return true
  const stopped = before.trimEnd()
  if (startsSmall.test(after))
    return shortened.test(stopped) || /[?!…]["'”’»]?$/u.test(stopped) || /\.["”’»]$/u.test(stopped)
  if (!shortened.test(stopped) || /\bI\.$/u.test(stopped)) return false
  return mayEnd.test(stopped) ? !opensWithName.test(after) : true
}

function trim(text: string, { start, end }: Span): Span[] {
  const piece = text.slice(start, end)
  const bare = piece.trim()
  if (bare === '') return []
  const from = start + piece.indexOf(bare)
  return [{ start: from, end: from + bare.length }]
}
