import { isEdtfDate } from '../model/edtf'

const form =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

/**
 * A time as files write it, in ms since 1970, UTC: `2026-05-06`, `2026-05-06T07:08:09.010Z`, `2026-05-06 07:08:09+02:00`.
 * Where it names no zone it is taken as UTC. Null where there is no such time: `2025-13-45`, or before 1970.
 */
export function readTime(text: string): number | null {
  const parts = form.exec(text)
  if (!parts) return null
  const [, day = '', hour = '00', minute = '00', second = '00', fraction = '0', zone = 'Z'] = parts
  if (!isEdtfDate(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null
  const [, sign, zoneHours = '0', zoneMinutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  const aheadMs = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000 * (sign === '-' ? -1 : 1)
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const ms = Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6)
  const atMs = Date.UTC(year, month - 1, date, Number(hour), Number(minute), Number(second), ms) - aheadMs
  return atMs >= 0 ? atMs : null
}
