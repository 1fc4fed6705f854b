import type { Edtf } from '../../model/dossier'
import { type Interval, parseInterval } from '../parse-interval'
import { months, weekdays, writeDate } from './calendar-words'
import type { CalendarTime, PartReader, Side } from './part'
import { standAt } from './read-amount'
import { readDate, type WrittenDate } from './read-date'
import type { Token } from './split-tokens'

/** What is known of a statement's times from outside: by it "in May" and "last year" have a year. */
export interface TimeContext {
  about: Edtf | null
  published: Edtf | null
}

const sides: Record<string, Side> = {
  since: 'since',
  from: 'since',
  until: 'until',
  till: 'until',
  through: 'until',
  by: 'until',
  before: 'before',
  after: 'after',
}
/** Which third of the time a word means. */
const thirds: Record<string, number> = {
  early: 0,
  beginning: 0,
  start: 0,
  mid: 1,
  middle: 1,
  late: 2,
  end: 2,
}
const links: Record<string, RegExp> = { between: /^and$/, from: /^(?:to|until|till|through)$/ }

/** A date or stretch of the calendar: "since May", "late 2021", "from 2010 to 2013", "last year". */
export function createCalendarReader(context: TimeContext): PartReader {
  const year = singleYear(context.about)
  return (tokens, at) => {
    const { word = '' } = tokens[at] ?? {}
    const side = Object.hasOwn(sides, word) ? sides[word] : undefined
    const isBetween = word === 'between'
    const start = side || isBetween ? skipThe(tokens, at + 1) : at
    const first = readPoint(tokens, start, context, year)
    if (!first) return null
    const link = tokens[first.to]
    const isLinked = link !== undefined && (links[word] ?? /^to$/).test(link.word)
    const isDash = link !== undefined && /^\s?[-–—]\s?$/.test(link.gap)
    const second =
      isLinked || isDash ? readPoint(tokens, isDash ? first.to : first.to + 1, context, year) : null
    const both = second && joinPoints(first, second)
    if (both) return { kind: 'time', from: at, to: second.to, value: { ...both, side: 'at' } }
    if (isBetween) return null
    return { kind: 'time', from: at, to: first.to, value: { ...first.time, side: side ?? 'at' } }
  }
}

interface Point {
  time: Omit<CalendarTime, 'side'>
  written: WrittenDate | null
  to: number
}

function readPoint(
  tokens: readonly Token[],
  at: number,
  context: TimeContext,
  year: number | null,
): Point | null {
  const relative = readRelative(tokens, at, context)
  if (relative) return { time: relative.time, written: null, to: relative.to }
  const { word = '' } = tokens[at] ?? {}
  const third = Object.hasOwn(thirds, word) ? thirds[word] : undefined
  const start = third === undefined ? at : skipLink(tokens, at + 1)
  const written = readDate(tokens, start)
  return written && { time: toTime(written, year, third), written, to: written.to }
}

const skipThe = (tokens: readonly Token[], at: number): number => at + (tokens[at]?.word === 'the' ? 1 : 0)
/** "the end of the year 2013", "late in 2021", "mid-2024". */
const skipLink = (tokens: readonly Token[], at: number): number =>
  skipThe(tokens, at + (/^(?:of|in)$/.test(tokens[at]?.word ?? '') ? 1 : 0))

function toTime(date: WrittenDate, yearOfContext: number | null, third?: number): Point['time'] {
  const { month, day, named } = date
  const resolved = month !== null && yearOfContext !== null ? writeDate(yearOfContext, month, day) : null
  const range = parseInterval(date.edtf ?? resolved)
  return { is: 'calendar', range: range && cutThird(range, third), month, day, named }
}

function cutThird({ startMs, endMs }: Interval, third: number | undefined): Interval {
  if (third === undefined) return { startMs, endMs }
  const partMs = (endMs - startMs) / 3
  return { startMs: startMs + third * partMs, endMs: startMs + (third + 1) * partMs }
}

/** "June to August 2013": what the first leaves unsaid is the second's. */
function joinPoints(first: Point, second: Point): Point['time'] | null {
  const missing = first.written && first.written.year === null && second.written?.year
  const start =
    missing && first.written ? toTime(first.written, second.written?.year ?? null).range : first.time.range
  const end = second.time.range
  if (!start || !end || end.endMs <= start.startMs) return null
  return {
    is: 'calendar',
    range: { startMs: start.startMs, endMs: end.endMs },
    month: null,
    day: null,
    named: null,
  }
}

/** Counted from the day of publication where that is known; else by name. */
function readRelative(
  tokens: readonly Token[],
  at: number,
  { published }: TimeContext,
): { time: Point['time']; to: number } | null {
  const { word = '' } = tokens[at] ?? {}
  const days = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 }[word]
  const known = published ? parseInterval(published) : null
  if (days !== undefined) {
    const isDay = published?.length === 10 && known !== null
    const startMs = (known?.startMs ?? 0) + days * 86_400_000
    return { time: named('day', word, isDay ? { startMs, endMs: startMs + 86_400_000 } : null), to: at + 1 }
  }
  const step = { last: -1, previous: -1, past: -1, this: 0, next: 1 }[word]
  const { word: unit = '' } = tokens[at + 1] ?? {}
  if (step === undefined || !standAt(tokens, at, word, unit)) return null
  if (weekdays.has(unit)) return { time: named('weekday', unit, null), to: at + 2 }
  if (!/^(?:year|month|week|decade|night|spring|summer|autumn|winter)$/.test(unit) && !months.has(unit))
    return null
  const year =
    unit === 'year' && published ? parseInterval(String(Number(published.slice(0, 4)) + step)) : null
  const key = word === 'previous' || word === 'past' ? 'last' : word
  return { time: months.has(unit) ? named('month', unit, null) : named(unit, key, year), to: at + 2 }
}

const named = (family: string, key: string, range: Interval | null): Point['time'] => ({
  is: 'calendar',
  range,
  month: null,
  day: null,
  named: range ? null : { family, key },
})

/** The year that a claim is about where it is one. */
function singleYear(about: Edtf | null): number | null {
  const years = new Set(about?.match(/\d{4}/g))
  const [year] = years
  return years.size === 1 && !about?.includes('..') ? Number(year) : null
}
