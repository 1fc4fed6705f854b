import { stopWords } from '../stop-words'
import type { Part, PartReader } from './part'
import { createCalendarReader, type TimeContext } from './read-calendar'
import { readDenial } from './read-denial'
import { readFigure } from './read-figure'
import { readHedge } from './read-hedge'
import { readLength } from './read-length'
import { readNames } from './read-names'
import type { Token } from './split-tokens'

/** More parts than any sentence has; what a longer text has beyond them is words like any. */
const mostParts = 400

/** The parts of an English statement besides names, none over another. Times come before the numbers they are made of. */
export function readParts(tokens: readonly Token[], context: TimeContext): Part[] {
  const readers: PartReader[] = [createCalendarReader(context), readLength, readFigure, readDenial, readHedge]
  const taken = new Set<number>()
  const parts: Part[] = []
  for (const read of readers) {
    for (let at = 0; at < tokens.length && parts.length < mostParts; at++) {
      const part = taken.has(at) ? null : read(tokens, at)
      if (!part || isAnyTaken(part, taken)) continue
      for (let each = part.from; each < part.to; each++) taken.add(each)
      parts.push(part)
      at = part.to - 1
    }
  }
  return parts
}

/**
 * The same with names, in order. Names come last: months and numbers have capitals too.
 * @param known see readNames
 */
export function addNames(
  tokens: readonly Token[],
  parts: readonly Part[],
  known: ReadonlySet<string>,
): Part[] {
  const taken = new Set(
    parts.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
  )
  const names = readNames(tokens, known, at => taken.has(at)).slice(0, mostParts)
  return [...parts, ...names].sort((a, b) => a.from - b.from)
}

function isAnyTaken({ from, to }: Part, taken: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at++) if (taken.has(at)) return true
  return false
}

/** Small words of other languages; those that stand in names too ("von", "de") tell nothing. */
const foreign = new Set(
  `die das und ist nicht ein eine dem mit im auf zu sich wird wurde dass bei auch hat les des est une dans pour los las
  una por que il gli che non per een het niet och att det som nie jest ikke`.split(/\s+/),
)

/** Whether a statement is English, by its small words; one without any is taken for it where its letters allow. */
export function isEnglish(tokens: readonly Token[]): boolean {
  const count = (words: ReadonlySet<string>) => tokens.filter(({ word }) => words.has(word)).length
  const own = count(stopWords)
  const others = count(foreign)
  if (own === 0 && others === 0) return tokens.every(({ word }) => /^[\d.,a-z]*$/.test(word))
  return own > others && own * 12 >= tokens.length
}
