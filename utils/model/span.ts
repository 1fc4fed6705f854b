/** A stretch of a text: `start` and `end` in UTF-16 units, `end` exclusive. */
export interface Span {
  start: number
  end: number
}

/** Whether two stretches have any of the text in common. */
export const isOverlapping = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start
