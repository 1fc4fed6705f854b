import type { Span } from '../model/span'

/** Words in quotation marks. */
export interface Quotation {
  /** With its marks, in UTF-16 units of the text. */
  span: Span
  /** It is not closed, and the next paragraph opens anew: the same person goes on speaking. */
  goesOn: boolean
}

/** Double marks, and two single ones that stand for them. */
const marks = /[“„”"]|''/g

/**
 * The quotations of the stretches `within` of a text, in order and not overlapping: double marks as English has them.
 * Single ones are as often apostrophes, and quotations inside quotations. A quotation ends with its paragraph: what is
 * left open there goes on where the next paragraph opens anew, as printers do; otherwise a mark was forgotten.
 */
export function findQuotations(text: string, within: readonly Span[]): Quotation[] {
  const found: Quotation[] = []
  let wasLeftOpen = false
  for (const { start, end } of within.flatMap(span => paragraphsOf(text, span))) {
    const last = found.at(-1)
    if (last && wasLeftOpen) last.goesOn = /^(?:[“„"]|'')/.test(text.slice(start, start + 2))
    let from: number | null = null
    for (const { 0: mark, index } of text.slice(start, end).matchAll(marks)) {
      const at = start + index
      if (from === null) {
        if (mark !== '”' && canOpen(text, at, start)) from = at
      } else if (mark === '”' || !canOpen(text, at, start)) {
        found.push({ span: { start: from, end: at + mark.length }, goesOn: false })
        from = null
      }
    }
    wasLeftOpen = from !== null
    if (from !== null) found.push({ span: { start: from, end }, goesOn: false })
  }
  return found
}

/** At the beginning, or behind a space, a bracket or a dash: anywhere else a mark closes, or stands for inches. */
const canOpen = (text: string, at: number, start: number): boolean =>
  at === start || /[\s([—–-]/u.test(text[at - 1] ?? '')

/** Lines without the white space around them; the text map puts a line end between blocks. */
export function paragraphsOf(text: string, within: Span): Span[] {
  const paragraphs: Span[] = []
  const part = text.slice(within.start, within.end)
  for (const { 0: line, index } of part.matchAll(/[^\n]*\S[^\n]*/g)) {
    const start = within.start + index + line.length - line.trimStart().length
    paragraphs.push({ start, end: start + line.trim().length })
  }
  return paragraphs
}
