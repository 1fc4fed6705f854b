import { dayMs } from '../model/day-ms'
import type { Edtf } from '../model/dossier'
import { type Interval, parseInterval } from './parse-interval'
import { seasons, writeDate, writeMonths } from './parts/calendar-words'
import type { CalendarTime } from './parts/part'
import { readAmount } from './parts/read-amount'
import { createCalendarReader } from './parts/read-calendar'
import { splitTokens, type Token } from './parts/split-tokens'
import { tellTense } from './tell-tense'

/**
 * The time that an English sentence speaks of. Where it names one, with its year, that: "in May 2018", "since 2013", "two
 * years ago" or "last spring" beside a day of publication. Of several, the time it was published at. Where it names none and
 * tells what was: the one that the sentences before it name. Where it says itself that it was before ("at the time", "used
 * to"), and nobody says when: null, for that is known of nobody. Else the time of publication; null where that is unknown.
 * @param published EDTF
 * @param before the sentences of its paragraph that stand before it, in order
 */
export function findAbout(
  sentence: string,
  published: Edtf | null,
  before: readonly string[] = [],
): Edtf | null {
  const { dated, isTimed } = readTimes(sentence, published)
  const [first] = dated
  if (dated.length === 1 && first) return write(first.range, first.side)
  if (isTimed) return published
  const tense = tellTense(sentence)
  if (tense === 'open') return published
  return carryOver(before, published) ?? (tense === 'retold' ? null : published)
}

interface Dated {
  range: Interval
  side: CalendarTime['side']
}

/** Its times with their years; and whether it names any, be it without. */
function readTimes(sentence: string, published: Edtf | null): { dated: Dated[]; isTimed: boolean } {
  const tokens = splitTokens(sentence)
  const read = createCalendarReader({ about: null, published })
  const dated: Dated[] = []
  let isTimed = false
  for (let at = 0; at < tokens.length; at += 1) {
    const part = read(tokens, at)
    const value = part?.value.is === 'calendar' ? part.value : null
    const range = value ? (value.range ?? resolve(value, published)) : readAgo(tokens, at, published)
    if (range) dated.push({ range, side: value?.side ?? 'at' })
    if (!part || !value) continue
    isTimed = true
    at = part.to - 1
  }
  return { dated, isTimed }
}

/** The one time that was named last, if what stands between goes on telling what was. */
function carryOver(before: readonly string[], published: Edtf | null): Edtf | null {
  for (const sentence of before.toReversed()) {
    const { dated, isTimed } = readTimes(sentence, published)
    const [first] = dated
    if (dated.length === 1 && first?.side === 'at' && !isAfter(first.range, published))
      return write(first.range, 'at')
    if (isTimed || dated.length > 0 || tellTense(sentence) === 'open') return null
  }
  return null
}

const isAfter = ({ startMs }: Interval, published: Edtf | null): boolean =>
  startMs > (parseInterval(published)?.startMs ?? Number.POSITIVE_INFINITY)

/** "Last spring", "last month" beside a day or month of publication: the last that was over by then. */
function resolve({ named }: CalendarTime, published: Edtf | null): Interval | null {
  const [year, month] = yearAndMonth(published)
  if (named?.key !== 'last' || year === null || month === null) return null
  if (named.family === 'month') return monthsBefore(year, month, 1)
  const season = seasons.get(named.family)
  if (!season) return null
  const [, to] = season
  // A winter that begins this year ends in the next: month 14.
  return parseInterval(
    writeMonths(to < month ? year : to > 12 && to - 12 >= month ? year - 2 : year - 1, season),
  )
}

const numerals = { a: 1, an: 1 } as Record<string, number>

/** "Two years ago", "a month ago", where it can be counted. */
function readAgo(tokens: readonly Token[], at: number, published: Edtf | null): Interval | null {
  const [year, month] = yearAndMonth(published)
  const { word = '' } = tokens[at] ?? {}
  const amount = Object.hasOwn(numerals, word) ? null : readAmount(tokens, at)
  const count = amount ? (amount.min === amount.max ? amount.min : null) : (numerals[word] ?? null)
  const [unit, ago] = tokens.slice(amount?.to ?? at + 1)
  if (count === null || year === null || ago?.word !== 'ago') return null
  if (/^years?$/.test(unit?.word ?? '')) return parseInterval(writeDate(year - count))
  return /^months?$/.test(unit?.word ?? '') && month !== null ? monthsBefore(year, month, count) : null
}

function monthsBefore(year: number, month: number, count: number): Interval | null {
  const months = year * 12 + month - 1 - count
  return parseInterval(writeDate(Math.floor(months / 12), (months % 12) + 1))
}

const yearAndMonth = (published: Edtf | null): [year: number | null, month: number | null] => {
  const [, year, month] = /^(\d{4})(?:-(\d{2}))?/.exec(published ?? '') ?? []
  return [year ? Number(year) : null, month ? Number(month) : null]
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

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
