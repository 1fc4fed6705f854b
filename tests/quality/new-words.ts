import type { Span } from '../../utils/model/span'
import { pick, type Random, upTo } from '../support/create-random'

/**
 * Sentences that say something similar of something else: names and numbers are other ones, and one word in four, of the
 * passage in them at least one in three.
 */
export function garble(
  text: string,
  sentences: Span,
  passage: Span,
  others: readonly string[],
  random: Random,
): string {
  const names = others.filter(word => /^\p{Lu}/u.test(word))
  const other = (word: string, chance: number): string => {
    if (/\d/.test(word)) return String(2 + upTo(random, 900))
    if (/^\p{Lu}/u.test(word) && names.length > 0) return pick(random, names)
    return random() < chance ? pick(random, others) : word
  }
  const change = (start: number, end: number, chance: number) =>
    text.slice(start, end).replace(/\S+/g, word => other(word, chance))
  const words = text.slice(passage.start, passage.end).split(/\s+/)
  let inside = ''
  for (let chance = 0.25; ; chance += 0.05) {
    inside = change(passage.start, passage.end, chance)
    const same = inside.split(/\s+/).filter((word, at) => word === words[at]).length
    if (same <= words.length * 0.67) break
  }
  return change(sentences.start, passage.start, 0.25) + inside + change(passage.end, sentences.end, 0.25)
}

const offers = [
  'Keep reading for less than a cup of tea a week.',
  'This story is for subscribers. Already one? Sign in.',
  'You have read your last free article of this month.',
]

export const paywall = (random: Random): string => `…\n${pick(random, offers)}\n`

interface Change {
  span: Span
  by: string
}

const changesOf = (
  text: string,
  { start, end }: Span,
  what: RegExp,
  by: (found: string) => string,
): Change[] =>
  [...text.slice(start, end).matchAll(what)].map(({ index, 0: found }) => ({
    span: { start: start + index, end: start + index + found.length },
    by: by(found),
  }))

/** Other white space between the same words, and here and there another comma. */
export const retype = (text: string, story: Span, random: Random): Change[] =>
  changesOf(text, story, /,? +|\n/g, found => {
    const comma = found.startsWith(',') ? (random() < 0.8 ? ',' : '') : random() < 0.01 ? ',' : ''
    return comma + pick(random, [' ', ' ', ' ', '\u00a0', '  ', '\n', ' \n ', '\u2009'])
  })

const other: Record<string, string[]> = {
  '"': ['“', '”', '«'],
  '“': ['"', '„', '‘'],
  '”': ['"', '“', '’'],
  "'": ['’', '‘'],
  '’': ["'", '’'],
  '‘': ["'"],
  '–': ['-', '—'],
  '—': ['–', '-'],
  '-': ['‐', '‑'],
  '…': ['...'],
  fi: ['ﬁ'],
  ffi: ['ﬃ'],
  é: ['e\u0301'],
}

/** Other signs for the same: quote marks, dashes, ligatures, marks composed or not, and soft hyphens in long words. */
export const respell = (text: string, story: Span, random: Random): Change[] =>
  changesOf(text, story, /["“”'’‘–—…-]|ffi|fi|é|(?<=\p{L}{5})(?=\p{L}{4})/gu, found =>
    found === '' ? (random() < 0.2 ? '\u00ad' : '') : pick(random, other[found] ?? [found]),
  )
