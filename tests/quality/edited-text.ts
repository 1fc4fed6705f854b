import type { Span } from '../../utils/model/span'

/** A stretch of the text as it was, or new words, or new words in the place of a stretch. */
export type Piece = Span | string | { of: Span; by: string }

/** A text made of stretches of another, in any order, and of new words. */
export interface EditedText {
  text: string
  /** Where a stretch stands now, with what was put between its parts; null where nothing is left. */
  locate(span: Span): Span | null
}

export function arrange(text: string, pieces: readonly Piece[]): EditedText {
  const placed: { of: Span; at: Span; isKept: boolean }[] = []
  let made = ''
  for (const piece of pieces) {
    const start = made.length
    made += typeof piece === 'string' ? piece : 'by' in piece ? piece.by : text.slice(piece.start, piece.end)
    if (typeof piece === 'string') continue
    const isKept = !('by' in piece)
    placed.push({ of: isKept ? piece : piece.of, at: { start, end: made.length }, isKept })
  }
  return {
    text: made,
    locate(span) {
      const parts = placed.flatMap(({ of, at, isKept }) => {
        const start = Math.max(span.start, of.start)
        const end = Math.min(span.end, of.end)
        if (start >= end) return []
        return [isKept ? { start: at.start + start - of.start, end: at.start + end - of.start } : at]
      })
      if (parts.length === 0) return null
      const whole = {
        start: Math.min(...parts.map(({ start }) => start)),
        end: Math.max(...parts.map(({ end }) => end)),
      }
      return /\S/.test(made.slice(whole.start, whole.end)) ? trim(made, whole) : null
    },
  }
}

/** The text with some stretches of it replaced; they do not overlap. */
export function replaceAll(text: string, changes: readonly { span: Span; by: string }[]): EditedText {
  const pieces: Piece[] = []
  let from = 0
  for (const { span, by } of changes.toSorted((a, b) => a.span.start - b.span.start)) {
    pieces.push({ start: from, end: span.start }, { of: span, by })
    from = span.end
  }
  return arrange(text, [...pieces, { start: from, end: text.length }])
}

/** Without the white space at its ends. */
export function trim(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length }
}

/** The words of a stretch, parted by white space. */
export const wordsIn = (text: string, { start, end }: Span): Span[] =>
  [...text.slice(start, end).matchAll(/\S+/g)].map(({ index, 0: word }) => ({
    start: start + index,
    end: start + index + word.length,
  }))

/** The lines of a stretch. */
export const linesIn = (text: string, { start, end }: Span): Span[] =>
  [...text.slice(start, end).matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: line }) => ({
    start: start + index,
    end: start + index + line.length,
  }))
