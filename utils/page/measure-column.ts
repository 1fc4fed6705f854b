import { weights } from './weights'

/** The part of the window between two edges, px from its left. */
export interface Strip {
  left: number
  right: number
}

/** The outermost edges of a story's lines in the window now; its paragraphs as ranges. Null where none is drawn. */
export function measureColumn(paragraphs: Range[]): Strip | null {
  const boxes = paragraphs
    .slice(0, weights.measuredParagraphs)
    .map(range => range.getBoundingClientRect())
    .filter(({ width }) => width > 0)
  if (boxes.length === 0) return null
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
  }
}

/** Fractions of a px come and go with every layout. */
export const isWithin = ({ left, right }: Strip, free: Strip): boolean =>
  left >= free.left - 1 && right <= free.right + 1
