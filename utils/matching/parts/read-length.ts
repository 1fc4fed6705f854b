import type { Length, PartReader } from './part'
import { readAmount, standAt } from './read-amount'
import { isJoined, type Token } from './split-tokens'

/** A unit of time as so many of a smallest one that converts exactly, and how many days it has at least and at most. */
interface Unit {
  exact: 'second' | 'month'
  count: number
  days: [number, number]
}

const second = 1 / 86_400
const ofSeconds = (count: number): Unit => ({
  exact: 'second',
  count,
  days: [count * second, count * second],
})
const ofMonths = (count: number, days: [number, number]): Unit => ({ exact: 'month', count, days })
const units: Record<string, Unit> = {
  second: ofSeconds(1),
  minute: ofSeconds(60),
  hour: ofSeconds(3_600),
  day: ofSeconds(86_400),
  night: ofSeconds(86_400),
  week: ofSeconds(604_800),
  month: ofMonths(1, [28, 31]),
  year: ofMonths(12, [365, 366]),
  decade: ofMonths(120, [3_652, 3_653]),
  century: ofMonths(1_200, [36_524, 36_525]),
}
const adverbs: Record<string, string> = {
  hourly: 'hour',
  daily: 'day',
  nightly: 'night',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annually: 'year',
  annual: 'year',
}

/** The most that "for years" is taken for, in its unit. */
const manyUnits = 99

/** A length of time or a frequency: "for three years", "30-day", "every month", "twice a year", "daily". */
export const readLength: PartReader = (tokens, at) => {
  const found = readEvery(tokens, at) ?? readSpan(tokens, at)
  return found && { kind: 'time', from: at, to: found.to, value: found.length }
}

interface Found {
  length: Length
  to: number
}

const unitAt = (tokens: readonly Token[], at: number): { unit: Unit; isPlural: boolean } | null => {
  const token = tokens[at]
  if (!token || !isJoined(token)) return null
  const singular = token.word.replace(/ies$/, 'y').replace(/s$/, '')
  const unit = Object.hasOwn(units, singular) ? units[singular] : undefined
  return unit ? { unit, isPlural: singular !== token.word } : null
}

function makeLength(min: number, max: number, unit: Unit, isEvery: boolean): Length {
  return {
    is: 'length',
    minDays: min * unit.days[0],
    maxDays: max * unit.days[1],
    exact: min === max ? `${unit.exact} ${min * unit.count}` : null,
    isEvery,
  }
}

function readSpan(tokens: readonly Token[], at: number): Found | null {
  const amount = readAmount(tokens, at)
  if (amount) {
    // "a few short years" has a word between; more would be guessing.
    const found = unitAt(tokens, amount.to)
    if (!found) return null
    // "over two weeks in May" is two weeks long.
    const max = tokens[at]?.word === 'over' ? amount.min : amount.max
    return { length: makeLength(amount.min, max, found.unit, false), to: amount.to + 1 }
  }
  // "for a year", "within a week", and "for years": without such a word before it "a week" is part of a rate or an idiom.
  if (!/^(?:for|within|after|over|in)$/.test(tokens[at - 1]?.word ?? '')) return null
  const isOne = /^(?:a|an|one)$/.test(tokens[at]?.word ?? '')
  const found = unitAt(tokens, isOne ? at + 1 : at)
  if (!found || found.isPlural === isOne) return null
  const [min, max] = isOne ? [1, 1] : [2, manyUnits]
  return { length: makeLength(min, max, found.unit, false), to: isOne ? at + 2 : at + 1 }
}

function readEvery(tokens: readonly Token[], at: number): Found | null {
  const word = tokens[at]?.word ?? ''
  if (Object.hasOwn(adverbs, word)) {
    const unit = units[adverbs[word] ?? '']
    return unit ? { length: makeLength(1, 1, unit, true), to: at + 1 } : null
  }
  if (word === 'every' || word === 'each') {
    const amount = readAmount(tokens, at + 1)
    const found = unitAt(tokens, amount?.to ?? at + 1)
    if (!found) return null
    return {
      length: makeLength(amount?.min ?? 1, amount?.max ?? 1, found.unit, true),
      to: (amount?.to ?? at + 1) + 1,
    }
  }
  return readRate(tokens, at)
}

/** "once a month", "twice a year", "three times per week". */
function readRate(tokens: readonly Token[], at: number): Found | null {
  const word = tokens[at]?.word ?? ''
  const amount = readAmount(tokens, at)
  const fixed = { once: 1, twice: 2, thrice: 3 }[word]
  const isTimes = amount !== null && standAt(tokens, amount.to, 'times')
  const times = fixed ?? (isTimes && amount.min === amount.max ? amount.min : null)
  const after = fixed ? at + 1 : (amount?.to ?? at) + 1
  if (!times || !/^(?:a|an|per|every|each)$/.test(tokens[after]?.word ?? '')) return null
  const found = unitAt(tokens, after + 1)
  return found && { length: makeLength(1 / times, 1 / times, found.unit, true), to: after + 2 }
}
