import { stopWords } from '../stop-words'
import { months, quarters, seasons, shortMonths, weekdays, writeDate, writeMonths } from './calendar-words'
import { isApproximate } from './read-amount'
import { isCapital, isJoined, type Token } from './split-tokens'

/** A date as it is written: what of it is said, and the token after it. */
export interface WrittenDate {
  year: number | null
  month: number | null
  day: number | null
  /** In EDTF where it has a year: also for seasons, quarters and decades, which are neither month nor day. */
  edtf: string | null
  /** A weekday, a season or a quarter without a year. */
  named: { family: string; key: string } | null
  to: number
}

/** A date that begins at a token: "21 May 2018", "May 21", "2018-05-21", "spring 2018", "the 1990s", "Monday". */
export const readDate = (tokens: readonly Token[], at: number): WrittenDate | null =>
  readIso(tokens, at) ??
  readDayMonth(tokens, at) ??
  readMonth(tokens, at) ??
  readSeason(tokens, at) ??
  readWeekday(tokens, at) ??
  readYear(tokens, at)

const make = (to: number, more: Partial<WrittenDate>): WrittenDate => {
  const date = { year: null, month: null, day: null, edtf: null, named: null, ...more, to }
  const isWhole = date.year !== null && date.edtf === null
  return isWhole && date.year !== null ? { ...date, edtf: writeDate(date.year, date.month, date.day) } : date
}

function readIso(tokens: readonly Token[], at: number): WrittenDate | null {
  const [year, month, day] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (!/^\d{4}$/.test(year?.word ?? '') || !/^\d\d$/.test(month?.word ?? '') || month?.gap !== '-')
    return null
  const hasDay = day?.gap === '-' && /^\d\d$/.test(day.word)
  if (Number(month.word) < 1 || Number(month.word) > 12) return null
  return make(at + (hasDay ? 3 : 2), {
    year: Number(year?.word),
    month: Number(month.word),
    day: hasDay ? Number(day.word) : null,
  })
}

const dayAt = (tokens: readonly Token[], at: number): number | null => {
  const [, digits] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(tokens[at]?.word ?? '') ?? []
  const day = Number(digits)
  return day >= 1 && day <= 31 ? day : null
}

/** A year that ends a date: whatever four digits follow a month. */
const yearAfter = (tokens: readonly Token[], at: number): number | null => {
  const token = tokens[at]
  return token && /^\d{4}$/.test(token.word) && /^,?\s+$/.test(token.gap) ? Number(token.word) : null
}

function readDayMonth(tokens: readonly Token[], at: number): WrittenDate | null {
  const day = dayAt(tokens, at)
  const month = at + (tokens[at + 1]?.word === 'of' ? 2 : 1)
  const named = day === null ? null : monthAt(tokens, month)
  if (!named) return null
  const year = yearAfter(tokens, month + 1)
  return make(month + (year === null ? 1 : 2), { year, month: named, day })
}

function readMonth(tokens: readonly Token[], at: number): WrittenDate | null {
  const month = monthAt(tokens, at)
  if (!month) return null
  const next = at + 1
  const day = /^\.?\s$/.test(tokens[next]?.gap ?? '') ? dayAt(tokens, next) : null
  const before = day === null && tokens[next]?.word === 'of' ? next + 1 : next + (day === null ? 0 : 1)
  const year = yearAfter(tokens, before)
  return make(year === null ? next + (day === null ? 0 : 1) : before + 1, { year, month, day })
}

/** The month that a token names; null where it is a verb, a surname or a short form alone. */
function monthAt(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at]
  const before = tokens[at - 1]
  const next = tokens[at + 1]
  if (!token) return null
  const isBesideFigure =
    (/^\d/.test(next?.word ?? '') && /^[.,]?\s+$/.test(next?.gap ?? '')) || /^\d/.test(before?.word ?? '')
  const month = months.get(token.word)
  if (month === undefined)
    return isCapital(token) && isBesideFigure ? (shortMonths.get(token.word) ?? null) : null
  if (!/^(?:may|march)$/.test(token.word)) return isSurname(token, before) ? null : month
  if (!isCapital(token) || isSurname(token, before)) return null
  return token.isFirst && !isBesideFigure && next?.word !== 'of' ? null : month
}

/** "Theresa May", "Robert August": another capital stands before it, and not as the sentence's first. */
const isSurname = (token: Token, before: Token | undefined): boolean =>
  before !== undefined &&
  isJoined(token) &&
  isCapital(before) &&
  !(before.isFirst && (stopWords.has(before.word) || isTimeWord.test(before.word)))

function readSeason(tokens: readonly Token[], at: number): WrittenDate | null {
  const word = tokens[at]?.word ?? ''
  const isQuarter = quarters.has(word) && tokens[at + 1]?.word === 'quarter'
  const months = isQuarter ? quarterMonths(quarters.get(word) ?? 1) : seasons.get(word)
  if (!months) return null
  const after = at + (isQuarter ? 2 : 1)
  const isOf = /^(?:of|in)$/.test(tokens[after]?.word ?? '')
  const year = yearAfter(tokens, isOf ? after + 1 : after)
  if (year !== null) return make(after + (isOf ? 2 : 1), { edtf: writeMonths(year, months), year })
  return isQuarter ? make(after, { named: { family: 'quarter', key: word } }) : null
}

const quarterMonths = (quarter: number): [number, number] => [quarter * 3 - 2, quarter * 3]

function readWeekday(tokens: readonly Token[], at: number): WrittenDate | null {
  const token = tokens[at]
  if (!token || !weekdays.has(token.word) || !isCapital(token)) return null
  // "Monday, 21 May": the date says more.
  const date = /^,?\s$/.test(tokens[at + 1]?.gap ?? '')
    ? (readDayMonth(tokens, at + 1) ?? readMonth(tokens, at + 1))
    : null
  return date ?? make(at + 1, { named: { family: 'weekday', key: token.word } })
}

function readYear(tokens: readonly Token[], at: number): WrittenDate | null {
  const token = tokens[at]
  const [, digits = '', decade] = /^((?:19|20)\d\d)(s)?$/.exec(token?.word ?? '') ?? []
  if (!token || digits === '') return null
  const year = Number(digits)
  if (decade) return make(at + 1, { year, edtf: `${year}/${year + 9}` })
  const { word: before = '' } = tokens[at - 1] ?? {}
  const next = tokens[at + 1]
  const isMoney = /[$£€¥]$/.test(token.gap) || next?.gap.startsWith('%')
  // "2000 messages were lost" counts; "in 2013 documents leaked" does not.
  const isCounting =
    next !== undefined && isJoined(next) && /^\p{Ll}{3,}s$/u.test(next.text) && !isTimeWord.test(before)
  return isMoney || isCounting || isApproximate(before) ? null : make(at + 1, { year })
}

const isTimeWord =
  /^(?:in|since|of|until|till|by|from|to|before|after|during|for|mid|early|late|last|next|around|and|through|spring|summer|autumn|winter)$/
