import type { Edtf } from '../model/dossier'
import type { Interval } from './parse-interval'
import type { CalendarTime } from './parts/part'
import { createCalendarReader } from './parts/read-calendar'
import { splitTokens } from './parts/split-tokens'

/**
 * The time that an English sentence speaks of, where it names one, with its year: "in May 2018", "since 2013",
 * "yesterday" beside a day of publication. Of several, or none, the time it was published at: null where that is unknown.
 * @param published EDTF
 */
export function findAbout(sentence: string, published: Edtf | null): Edtf | null {
  const tokens = splitTokens(sentence)
  const read = createCalendarReader({ about: null, published })
  const times: CalendarTime[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const part = read(tokens, at)
    if (part?.value.is !== 'calendar') continue
    times.push(part.value)
    at = part.to - 1
  }
  const dated = times.filter(({ range }) => range !== null)
  const [first] = dated
  return (dated.length === 1 && first?.range && write(first.range, first.side)) || published
}

function write(range: Interval, side: CalendarTime['side']): Edtf {
  const { startMs, endMs } = range
  if (side === 'since' || side === 'after') return `${dayOf(startMs)}/..`
  if (side === 'before') return `../${dayOf(startMs)}`
  if (side === 'until') return `../${dayOf(endMs)}`
  const [from, to] = [dayOf(startMs), dayOf(endMs)]
  const [year, nextYear] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  if (from.endsWith('-01-01') && to.endsWith('-01-01') && nextYear === year + 1) return from.slice(0, 4)
  const months = (Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 12) % 12
  if (from.endsWith('-01') && to.endsWith('-01') && months === 1 && endMs - startMs < 32 * dayMs)
    return from.slice(0, 7)
  const last = dayOf(endMs - dayMs)
  return last <= from ? from : `${from}/${last}`
}

const dayMs = 24 * 60 * 60 * 1000
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
