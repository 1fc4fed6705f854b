import { stemWord } from '../stem-word'

/** A word or figure of a statement, with its place in UTF-16 units. */
export interface Token {
  start: number
  end: number
  /** As written. */
  text: string
  /** Without accents, case, apostrophes and what they cut off: "Sánchez’s" is "sanchez", "didn't" is "did". */
  word: string
  stem: string
  /** What stands between it and the token before it. */
  gap: string
  /** Begins a sentence, where a capital says nothing. */
  isFirst: boolean
  /** "didn't": denies by its ending. */
  isContracted: boolean
  /** "Vell's": ends a name. */
  isPossessive: boolean
}

/**
 * A figure with its separators and what is written onto it ("5,000", "21st", "5G"), letters with stops between them
 * ("U.S."), or a word with apostrophes within ("didn't"). Hyphens part words.
 */
const pattern =
  /\d+(?:,\d{3})*(?:\.\d+)?[\p{L}\p{M}]*|(?:\p{Lu}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ][\p{L}\p{M}]+)*/gu

/** After these a stop ends no sentence. */
const shortened = new Set(
  'mr mrs ms dr st sen sens rep reps gov gen col lt capt maj sgt adm prof rev hon jr sr vs inc co corp'.split(
    ' ',
  ),
)

/** The words of a statement in order. Everything between them stands in `gap`; what follows the last is nobody's. */
export function splitTokens(text: string): Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    const before = tokens.at(-1)
    const gap = text.slice(end, match.index)
    tokens.push(makeToken(match[0], match.index, gap, beginsSentence(gap, before)))
    end = match.index + match[0].length
  }
  return tokens
}

function makeToken(text: string, start: number, gap: string, isFirst: boolean): Token {
  const folded = fold(text)
  const isContracted = folded === 'cannot' || folded.endsWith("n't")
  const word = (isContracted ? withoutNot(folded) : folded.replace(/'(?:s|ll|ve|re|d|m)$/, '')).replaceAll(
    /['.](?!\d)/g,
    '',
  )
  return {
    start,
    end: start + text.length,
    text,
    word,
    stem: stemWord(word),
    gap,
    isFirst,
    isContracted,
    isPossessive: folded.endsWith("'s"),
  }
}

const fold = (text: string): string =>
  plain.test(text)
    ? text.toLowerCase()
    : text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/[’ʼ]/g, "'").toLowerCase()
const plain = /^[\d.,'a-z]*$/i

const withoutNot = (word: string): string =>
  ({ cannot: 'can', "can't": 'can', "won't": 'will', "shan't": 'shall' })[word] ?? word.replace(/n't$/, '')

function beginsSentence(gap: string, before: Token | undefined): boolean {
  if (!before) return true
  if (!/[.!?:…]["'”’»)\]]*\s/.test(gap)) return /[“"‘«]$/.test(gap) && /[,:]/.test(gap)
  const isInitial = /^\p{Lu}$/u.test(before.text)
  return !(gap.startsWith('.') && (isInitial || shortened.has(before.word)))
}

/** Nothing stands between a token and the one before but spaces, or a hyphen: they may make one phrase. */
export const isJoined = ({ gap }: Token): boolean => /^(?:\s+|[-‐‑]\s?)$/.test(gap)

export const isCapital = ({ text }: Token): boolean => /^\p{Lu}/u.test(text)
