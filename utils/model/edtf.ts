import type { Edtf } from './dossier'

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** Days of a month of the Gregorian calendar; `month` is 1..12. */
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/**
 * Whether `text` is a year, a month or a day that exists: `2018`, `2018-05`, `2018-05-21`, not `2025-13` or
 * `2025-02-30`. The part of EDTF (ISO 8601-2, level 0) that dates of publication use.
 */
export function isEdtfDate(text: string): boolean {
  const parts = form.exec(text)
  if (!parts) return false
  const [year, month, day] = parts.slice(1).map(part => (part === undefined ? null : Number(part)))
  if (year === undefined || year === null) return false
  if (month === undefined || month === null) return true
  if (month < 1 || month > 12) return false
  return day === undefined || day === null || (day >= 1 && day <= daysIn(year, month))
}

/**
 * Whether `text` is a date as above, or an interval of two (`2017/2018-05`), or open to one side (`../2013`,
 * `2013/..`). An interval that ends before it begins is none: equal-length beginnings compare as text.
 */
export function isEdtf(text: string): boolean {
  const [from = '', to, ...more] = text.split('/')
  if (to === undefined) return isEdtfDate(from)
  if (more.length > 0) return false
  if (from === '..') return isEdtfDate(to)
  if (to === '..') return isEdtfDate(from)
  const common = Math.min(from.length, to.length)
  return isEdtfDate(from) && isEdtfDate(to) && from.slice(0, common) <= to.slice(0, common)
}

/** The day of a time in ISO 8601, as pages state it; null where it is none. */
export function readDay(time: string | null): Edtf | null {
  const day = time?.trim().slice(0, 10) ?? ''
  return isEdtfDate(day) ? day : null
}
