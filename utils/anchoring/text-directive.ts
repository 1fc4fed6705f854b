import type { Span } from '../model/span'

/**
 * A text directive (WICG, URL Fragment Text Directives): the words at which a browser opens a page; '' for what is not
 * given. `prefix` stands right before them and `suffix` right behind; with `end` they go on to where that ends.
 */
export interface TextDirective {
  prefix: string
  start: string
  end: string
  suffix: string
}

/** A text as browsers search it, made once for many searches. */
export interface SearchableText {
  folded: string
  /** Where each unit of `folded` stands in the text; then the text's length. */
  offsets: Uint32Array
}

/**
 * Case, accents, kinds of quotation marks and dashes do not count, white space is one space, a line's end stays. More is
 * the same to us than to any browser: what we find once none of them finds twice.
 */
export function makeSearchable(text: string): SearchableText {
  const parts: string[] = []
  const offsets: number[] = []
  const push = (folded: string, at: number, step: 0 | 1) => {
    parts.push(folded)
    for (let unit = 0; unit < folded.length; unit++) offsets.push(at + unit * step)
  }
  for (const { 0: run, index } of text.matchAll(/\s+|\S+/g)) {
    if (run.includes('\n')) push('\n', index, 0)
    else if (!run.trim()) push(' ', index, 0)
    else if (/^[\x21-\x7e]+$/.test(run)) push(run.toLowerCase(), index, 1)
    else {
      let at = index
      for (const character of run) {
        push(foldCharacter(character), at, 0)
        at += character.length
      }
    }
  }
  offsets.push(text.length)
  return { folded: parts.join(''), offsets: Uint32Array.from(offsets) }
}

const foldCharacter = (character: string): string =>
  character
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[\u2018-\u201b\u2032]/g, "'")
    .replace(/[\u201c-\u201f\u2033«»]/g, '"')
    .replace(/\p{Pd}/gu, '-')
    .toLowerCase()

/**
 * The first words of a text that a directive names, as the draft searches (3.5, "find a range from a text directive"):
 * each of its parts within one line, whole words. Null where there are none.
 */
export function findDirective({ folded, offsets }: SearchableText, directive: TextDirective): Span | null {
  const fold = (part: string) => makeSearchable(part).folded.trim()
  const [prefix, start, end, suffix] = [
    fold(directive.prefix),
    fold(directive.start),
    fold(directive.end),
    fold(directive.suffix),
  ]
  if (!start) return null
  const isFollowed = (at: number) => folded.startsWith(suffix, skipSpace(folded, at))
  const span = (from: number, to: number): Span => ({
    start: offsets[from] ?? 0,
    end: (offsets[to - 1] ?? 0) + 1,
  })
  for (let from = 0; ; from++) {
    from = prefix ? folded.indexOf(prefix, from) : findWords(folded, start, from)
    if (from < 0) return null
    const at = prefix ? skipSpace(folded, from + prefix.length) : from
    if (!isWhole(folded, start, at)) continue
    if (!end) {
      if (isFollowed(at + start.length)) return span(at, at + start.length)
      continue
    }
    let last = at + start.length
    for (;;) {
      last = findWords(folded, end, last)
      if (last < 0) return null
      if (isFollowed(last + end.length)) return span(at, last + end.length)
      last++
    }
  }
}

function skipSpace(folded: string, at: number): number {
  let next = at
  while (folded[next] === ' ' || folded[next] === '\n') next++
  return next
}

function findWords(folded: string, words: string, from: number): number {
  let at = folded.indexOf(words, from)
  while (at >= 0 && !isWhole(folded, words, at)) at = folded.indexOf(words, at + 1)
  return at
}

const isWhole = (folded: string, words: string, at: number): boolean =>
  folded.startsWith(words, at) && !isInWord(folded, at) && !isInWord(folded, at + words.length)

/** Scripts that write no spaces between words: there a word may end anywhere, as far as we know. */
export const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]$/u
const letterOrDigit = /^[\p{L}\p{N}_]$/u

const isInWord = (folded: string, at: number): boolean =>
  [folded[at - 1] ?? '', folded[at] ?? ''].every(unit => letterOrDigit.test(unit) && !unspaced.test(unit))
