import type { Edtf } from '../model/dossier'

/** A stretch of time in ms since 1970, UTC; `endMs` exclusive. Open sides are -Infinity and Infinity. */
export interface Interval {
  startMs: number
  endMs: number
}

const oneDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/**
 * Reads an EDTF date or interval: a year is the whole year, a month the whole month, `a/b` from the start of a to
 * the end of b, `../x` from any time to the day before x begins, `x/..` from the start of x to any time.
 * Null where it is missing or is no such date (ISO 8601-2 has more forms; the dossier format has these).
 */
export function parseInterval(edtf: Edtf | null): Interval | null {
  if (edtf === null) return null
  const [from = '', to, ...more] = edtf.split('/')
  if (more.length > 0) return null
  if (to === undefined) return parseDate(from)
  const start = parseDate(from)
  const end = parseDate(to)
  if (from === '..') return end && { startMs: Number.NEGATIVE_INFINITY, endMs: end.startMs }
  if (to === '..') return start && { startMs: start.startMs, endMs: Number.POSITIVE_INFINITY }
  if (!start || !end || end.endMs <= start.startMs) return null
  return { startMs: start.startMs, endMs: end.endMs }
}

function parseDate(text: string): Interval | null {
  const match = oneDate.exec(text)
  if (!match) return null
  const [, year, month, day] = match
  const y = Number(year)
  const m = month === undefined ? 0 : Number(month) - 1
  const d = day === undefined ? 1 : Number(day)
  const startMs = utcMs(y, m, d)
  // A date that does not exist (13th month, 30 February) lands elsewhere in the calendar.
  const landed = new Date(startMs)
  if (landed.getUTCMonth() !== m || landed.getUTCDate() !== d) return null
  if (day !== undefined) return { startMs, endMs: utcMs(y, m, d + 1) }
  return { startMs, endMs: month === undefined ? utcMs(y + 1, 0, 1) : utcMs(y, m + 1, 1) }
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999; this does not. */
const utcMs = (year: number, month: number, day: number): number =>
  year > 99 ? Date.UTC(year, month, day) : new Date(0).setUTCFullYear(year, month, day)

/** The time between two intervals in ms; 0 where they touch or overlap. */
export const gapMs = (a: Interval, b: Interval): number =>
  Math.max(0, a.startMs - b.endMs, b.startMs - a.endMs)
