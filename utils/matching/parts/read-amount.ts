import { groupBy } from '../group-by'
import { isJoined, type Token } from './split-tokens'

/** An amount as a range, both ends included, and the token after it. */
export interface Amount {
  min: number
  max: number
  to: number
}

const list = (words: string, first: number, step = 1): [string, number][] =>
  words.split(' ').map((word, index) => [word, first + index * step])

const units = new Map([
  ...list('zero one two three four five six seven eight nine ten eleven twelve', 0),
  ...list('thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 13),
])
const tens = new Map(list('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10))
const scales = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])
const suffixes: Record<string, number> = { '': 1, k: 1e3, bn: 1e9 }

/** Amounts that nobody can count: the bounds are what a reader would take them for. */
const vague: Record<string, [number, number]> = {
  dozens: [24, 99],
  scores: [40, 99],
  hundreds: [200, 999],
  thousands: [2_000, 999_999],
  millions: [2e6, 999e6],
  billions: [2e9, 999e9],
  several: [3, 9],
}
const afterArticle: Record<string, [number, number]> = {
  couple: [2, 2],
  few: [2, 9],
  handful: [3, 6],
  single: [1, 1],
  dozen: [12, 12],
  hundred: [100, 100],
  thousand: [1e3, 1e3],
  million: [1e6, 1e6],
  billion: [1e9, 1e9],
}

type Widen = (min: number, max: number) => [number, number]
const atLeast: Widen = min => [min, Number.POSITIVE_INFINITY]
const atMost: Widen = (_, max) => [0, max]
const nearly: Widen = (min, max) => [min * 0.9, max]
const about: Widen = (min, max) => [min * 0.9, max * 1.1]

/** Words before an amount that widen it. "More than" takes the bound in: so newspapers round. */
const bounds = groupBy(
  Object.entries({
    'more than': atLeast,
    'at least': atLeast,
    'no fewer than': atLeast,
    'no less than': atLeast,
    'not less than': atLeast,
    'upwards of': atLeast,
    over: atLeast,
    'less than': atMost,
    'fewer than': atMost,
    'at most': atMost,
    'no more than': atMost,
    'not more than': atMost,
    'up to': atMost,
    'as many as': atMost,
    'as much as': atMost,
    'close to': nearly,
    nearly,
    almost: nearly,
    about,
    around: about,
    roughly: about,
    approximately: about,
    some: about,
    perhaps: about,
  }).map(([words, widen]) => ({ words: words.split(' '), widen })),
  ({ words: [first = ''] }) => first,
)

/** Whether a word before four digits makes them an amount and no year. */
export const isApproximate = (word: string): boolean =>
  /^(?:some|roughly|approximately|nearly|almost|than|least|over|under|upwards)$/.test(word)

/** Whether these words stand at a token, each joined to the one before. */
export const standAt = (tokens: readonly Token[], at: number, ...words: string[]): boolean =>
  words.every(
    (word, index) => tokens[at + index]?.word === word && (index === 0 || isNext(tokens, at + index)),
  )

const isNext = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  return token !== undefined && isJoined(token)
}

/** An amount in figures or words, with what widens it: "about 5,000", "two or three", "no fewer than twenty-two". */
export function readAmount(tokens: readonly Token[], at: number): Amount | null {
  for (const { words, widen } of bounds.get(tokens[at]?.word ?? '') ?? []) {
    if (!standAt(tokens, at, ...words)) continue
    const after = at + words.length
    const amount = isNext(tokens, after) ? readBare(tokens, after) : null
    if (!amount) return null
    const [min, max] = widen(amount.min, amount.max)
    return { min, max, to: amount.to }
  }
  return readBare(tokens, at)
}

/** Two bare amounts with "to", "or" or a dash between them are a range. */
function readBare(tokens: readonly Token[], at: number): Amount | null {
  if (!canBegin(tokens[at]?.word ?? '')) return null
  const first = readOne(tokens, at)
  if (!first) return null
  const link = tokens[first.to]
  let next = -1
  if (link && /^[-–—]$/.test(link.gap) && /^\d/.test(link.text)) next = first.to
  else if (['or', 'to'].some(word => standAt(tokens, first.to, word)))
    next = first.to + (standAt(tokens, first.to, 'or', 'even') ? 2 : 1)
  const second = next < 0 ? null : readOne(tokens, next)
  return second && second.min > first.max ? { min: first.min, max: second.max, to: second.to } : first
}

/** Nearly every word is none: this is asked first. */
const canBegin = (word: string): boolean => /^\d/.test(word) || beginnings.has(word)
const beginnings = new Set(['a', 'an', 'half', ...units.keys(), ...tens.keys(), ...Object.keys(vague)])

function readOne(tokens: readonly Token[], at: number): Amount | null {
  const token = tokens[at]
  if (!token) return null
  const { word } = token
  if (word === 'a' || word === 'an') {
    const range = isNext(tokens, at + 1) ? afterArticle[tokens[at + 1]?.word ?? ''] : undefined
    return range ? { min: range[0], max: range[1], to: at + 2 } : null
  }
  if (standAt(tokens, at, 'half', 'a', 'dozen')) return { min: 6, max: 6, to: at + 3 }
  if (Object.hasOwn(vague, word)) {
    const [min, max] = vague[word] ?? [0, 0]
    return { min, max, to: at + 1 }
  }
  return /^\d/.test(word) ? readFigures(tokens, at) : readCardinal(tokens, at)
}

function readFigures(tokens: readonly Token[], at: number): Amount | null {
  const [, digits = '', suffix = ''] = /^([\d.,]+)(\D*)$/.exec(tokens[at]?.word ?? '') ?? []
  const times = suffixes[suffix]
  const value = Number(digits.replaceAll(',', ''))
  if (digits === '' || times === undefined || !Number.isFinite(value)) return null
  const scale = isNext(tokens, at + 1) ? scales.get(tokens[at + 1]?.word ?? '') : undefined
  // 1.1 million is 1,100,000.0000001 in floating point.
  const amount = scale ? Number((value * scale).toPrecision(12)) : value * times
  return { min: amount, max: amount, to: at + (scale ? 2 : 1) }
}

/** "two", "twenty-two", "three hundred and five", "two million". */
function readCardinal(tokens: readonly Token[], at: number): Amount | null {
  let total = 0
  let current = 0
  /** The least that may not be added any more: "two three" are two numbers. */
  let below = Number.POSITIVE_INFINITY
  let to = at
  for (; to < tokens.length && (to === at || isNext(tokens, to)); to++) {
    const word = tokens[to]?.word ?? ''
    const added = units.get(word) ?? tens.get(word)
    const scale = scales.get(word)
    if (added !== undefined && added < below && (added > 0 || to === at)) {
      current += added
      below = added >= 20 ? 10 : 0
    } else if (scale !== undefined && to > at && scale > current) {
      current *= scale
      below = scale
      if (scale >= 1e3) {
        total += current
        current = 0
      }
    } else if (word === 'and' && below === 100 && units.has(tokens[to + 1]?.word ?? '')) continue
    else break
  }
  return to === at ? null : { min: total + current, max: total + current, to }
}
