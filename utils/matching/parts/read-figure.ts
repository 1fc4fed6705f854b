import { stopWords } from '../stop-words'
import type { Figure, PartReader } from './part'
import { readAmount, standAt } from './read-amount'
import { isCapital, isJoined, type Token } from './split-tokens'

const currencies: Record<string, string> = {
  $: 'dollar',
  '£': 'pound',
  '€': 'euro',
  '¥': 'yen',
  dollar: 'dollar',
  dollars: 'dollar',
  pound: 'pound',
  pounds: 'pound',
  euro: 'euro',
  euros: 'euro',
  yen: 'yen',
  yuan: 'yuan',
  rubles: 'ruble',
  roubles: 'ruble',
}
const parts: Record<string, number> = {
  half: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  tenth: 10,
  tenths: 10,
}
const ranks = 'second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')
const approximate = ['about', 'around', 'roughly', 'approximately', 'nearly', 'almost', 'some']

/** How many words after a figure may be what it counts: "two private phones". */
const mostCounted = 3

/** A number in figures or words: a count, a share, money, times, a rank. */
export const readFigure: PartReader = (tokens, at) => {
  const value =
    readShare(tokens, at) ?? readTimes(tokens, at) ?? readRank(tokens, at) ?? readCount(tokens, at)
  return value && { kind: 'number', from: at, to: value.to, value: value.figure }
}

interface Found {
  figure: Figure
  to: number
}

type Counted = Pick<Figure, 'counted' | 'countedTo'>
const nothing: Counted = { counted: [], countedTo: 0 }

const makeFigure = (min: number, max: number, dimension: string, counted = nothing): Figure => ({
  is: 'figure',
  min,
  max,
  dimension,
  ...counted,
})

/** "a third", "two-thirds", "half", "one in ten", "three out of four". */
function readShare(tokens: readonly Token[], at: number): Found | null {
  const isRough = approximate.includes(tokens[at]?.word ?? '')
  const start = isRough ? at + 1 : at
  const found = readFraction(tokens, start) ?? readRatio(tokens, start)
  if (!found) return null
  const [min, max] = isRough ? [found.share * 0.9, found.share * 1.1] : [found.share, found.share]
  return { figure: makeFigure(min, max, 'share'), to: found.to }
}

function readFraction(tokens: readonly Token[], at: number): { share: number; to: number } | null {
  const word = tokens[at]?.word ?? ''
  if (word === 'half') {
    // "half-hearted" and "half past" are none.
    const next = tokens[at + 1]
    return next?.gap.startsWith('-') || next?.word === 'past' ? null : { share: 0.5, to: at + 1 }
  }
  const isArticle = word === 'a' || word === 'one'
  const count = isArticle ? { min: 1, to: at + 1 } : readAmount(tokens, at)
  const part = count && tokens[count.to]
  if (!count || !part || !isJoined(part) || !Object.hasOwn(parts, part.word)) return null
  // "a third phone" is a rank; a share says of what.
  if (word === 'a' && part.word !== 'half' && tokens[count.to + 1]?.word !== 'of') return null
  return { share: count.min / (parts[part.word] ?? 1), to: count.to + 1 }
}

function readRatio(tokens: readonly Token[], at: number): { share: number; to: number } | null {
  const count = readAmount(tokens, at)
  if (!count || count.min !== count.max) return null
  const link = [['out', 'of'], ['in', 'every'], ['in']].find(words => standAt(tokens, count.to, ...words))
  const whole = link && readAmount(tokens, count.to + link.length)
  // "two in 2019" is no share, and none is more than the whole.
  if (!whole || whole.min !== whole.max || whole.min <= count.min || whole.min > 1000) return null
  return { share: count.min / whole.min, to: whole.to }
}

function readTimes(tokens: readonly Token[], at: number): Found | null {
  const word = tokens[at]?.word ?? ''
  const times = { twice: 2, thrice: 3 }[word]
  if (times) return { figure: makeFigure(times, times, 'times'), to: at + 1 }
  const count = readAmount(tokens, at)
  return count && standAt(tokens, count.to, 'times')
    ? { figure: makeFigure(count.min, count.max, 'times'), to: count.to + 1 }
    : null
}

function readRank(tokens: readonly Token[], at: number): Found | null {
  const { word = '' } = tokens[at] ?? {}
  const written = /^(\d+)(?:st|nd|rd|th)$/.exec(word)
  const rank = written ? Number(written[1]) : ranks.indexOf(word) + 2
  return rank >= 2 && tokens[at + 1]
    ? { figure: makeFigure(rank, rank, 'rank', readCounted(tokens, at + 1)), to: at + 1 }
    : null
}

function readCount(tokens: readonly Token[], at: number): Found | null {
  const token = tokens[at]
  const amount = readAmount(tokens, at)
  if (!token || !amount || isNoNumber(tokens, at, amount.to)) return null
  const { min, max, to } = amount
  const next = tokens[to]
  if (next?.gap.startsWith('%')) return { figure: makeFigure(min / 100, max / 100, 'share'), to }
  const percent = [['percent'], ['per', 'cent'], ['percentage', 'points']].find(words =>
    standAt(tokens, to, ...words),
  )
  if (percent) return { figure: makeFigure(min / 100, max / 100, 'share'), to: to + percent.length }
  const sign = currencies[digitsOf(tokens, at, to)?.gap.trim().at(-1) ?? '']
  if (sign) return { figure: makeFigure(min, max, `money ${sign}`), to }
  const currency =
    next && isJoined(next) && Object.hasOwn(currencies, next.word) ? currencies[next.word] : null
  if (currency) return { figure: makeFigure(min, max, `money ${currency}`), to: to + 1 }
  return { figure: makeFigure(min, max, 'count', readCounted(tokens, to)), to }
}

const digitsOf = (tokens: readonly Token[], from: number, to: number): Token | undefined =>
  tokens.slice(from, to).find(({ text }) => /^\d/.test(text))

/** What is counted: the next words that say something, up to a sign; it is meant to end with the first plural. */
function readCounted(tokens: readonly Token[], at: number): Counted {
  const counted: string[] = []
  let countedTo = 0
  for (let i = at; i < tokens.length && i < at + 2 * mostCounted && counted.length < mostCounted; i++) {
    const token = tokens[i]
    if (!token || !isJoined(token)) break
    if (stopWords.has(token.word)) continue
    counted.push(token.stem)
    if (countedTo === 0 || !/[^s]s$|people$/.test(tokens[countedTo - 1]?.word ?? '')) countedTo = i + 1
  }
  return { counted, countedTo }
}

/** "one" as a pronoun, "no one", the figure of a name ("Air Force One", "Number Ten"). */
function isNoNumber(tokens: readonly Token[], at: number, to: number): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  const next = tokens[to]
  if (!token) return true
  if (isCapital(token) && !token.isFirst) return true
  if (token.word !== 'one') return false
  const isPronoun = !next || !isJoined(next) || stopWords.has(next.word) || next.word === 'day'
  return isPronoun || /^(?:no|the|this|that|any|each|every|which|another|some)$/.test(before?.word ?? '')
}
