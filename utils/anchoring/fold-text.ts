import { finish } from '../model/finish'
import type { Span } from '../model/span'

/**
 * A text as passages are looked for in it: without what a page may change while its words stay the same. One kind of quote mark
 * and of dash, NFKC (ligatures, full width), no soft hyphens and other invisible characters, and a space only between
 * two words. Case stays. Offsets of `folded` lead back to the text's.
 */
export interface FoldedText {
  folded: string
  /** The text's character that a unit of `folded` was made from: where it begins, and where it ends. */
  starts: ArrayLike<number>
  ends: ArrayLike<number>
  /** Where the words begin and end in `folded`, in their order. */
  wordStarts: readonly number[]
  wordEnds: readonly number[]
}

/** A letter or digit of a word; a sign; a space; nothing at all; a letter that is a word (scripts without spaces). */
type Kind = 'letter' | 'sign' | 'space' | 'nothing' | 'word'

/** Units between two pauses: about a millisecond. */
const unitsPerStep = 16_384

const spareUnits = 64

function grow(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(list.length * 2)
  longer.set(list)
  return longer
}

/** Folds a text, step by step. 100,000 units of English take some 5 ms. */
export function* foldInSteps(text: string): Generator<void, FoldedText, void> {
  const parts: string[] = []
  // A few characters are folded to several units.
  let starts = new Int32Array(text.length + spareUnits)
  let ends = new Int32Array(text.length + spareUnits)
  let length = 0
  const wordStarts: number[] = []
  const wordEnds: number[] = []
  let codes: number[] = []
  let before: Kind = 'sign'
  let isSpaceDue = false
  let spaceAt = 0
  const push = (code: number, start: number, end: number): void => {
    if (length === starts.length) {
      starts = grow(starts)
      ends = grow(ends)
    }
    codes.push(code)
    starts[length] = start
    ends[length] = end
    length++
  }
  for (let at = 0; at < text.length; ) {
    const start = at
    const code = text.charCodeAt(at)
    // The commonest case without a look at more than the next unit: one that stands alone and is no mark.
    const isPlain = code < 128 && !(text.charCodeAt(at + 1) >= firstMark)
    const folded = isPlain ? asciiKinds[code] : foldCharacter(characterAt(text, at))
    if (folded === undefined) break
    const kind = typeof folded === 'string' ? folded : folded.kind
    at += typeof folded === 'string' ? 1 : folded.length
    if (kind === 'nothing') continue
    if (kind === 'space') {
      if (!isSpaceDue) spaceAt = start
      isSpaceDue = true
      continue
    }
    if (kind === 'letter') {
      if (isSpaceDue && before === 'letter') push(32, spaceAt, spaceAt + 1)
      if (isSpaceDue || before !== 'letter') wordStarts.push(length)
    } else if (kind === 'word') {
      wordStarts.push(length)
    }
    if (typeof folded === 'string') push(code === 96 || code === 34 ? 39 : code, start, at)
    else for (const unit of folded.units) push(unit, start, at)
    if (kind === 'word') wordEnds.push(length)
    else if (kind === 'letter') {
      // The word goes on: its end moves.
      wordEnds[wordStarts.length - 1] = length
    }
    before = kind
    isSpaceDue = false
    if (codes.length >= unitsPerStep) {
      parts.push(String.fromCharCode(...codes))
      codes = []
      yield
    }
  }
  parts.push(String.fromCharCode(...codes))
  const folded = parts.join('')
  return { folded, starts: starts.subarray(0, length), ends: ends.subarray(0, length), wordStarts, wordEnds }
}

/** The same at once, for what is short. */
export const foldText = (text: string): FoldedText => finish(foldInSteps(text))

/** The text's span of a span of `folded`. */
export const spanOf = ({ starts, ends }: FoldedText, { start, end }: Span): Span => ({
  start: starts[start] ?? 0,
  end: ends[end - 1] ?? 0,
})

interface FoldedCharacter {
  kind: Kind
  units: number[]
  /** Of what it was made from, in units of the text. */
  length: number
}

const firstMark = 0x300
const asciiKinds: readonly Kind[] = Array.from({ length: 128 }, (_, code) => {
  const unit = String.fromCharCode(code)
  if (/\s/.test(unit)) return 'space'
  return /[a-z\d]/i.test(unit) ? 'letter' : 'sign'
})

const mark = /^\p{M}$/u

/** One character with the marks upon it; what stands on nothing stands alone. */
function characterAt(text: string, at: number): string {
  let end = at
  do end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
  while (text.charCodeAt(end) >= firstMark && mark.test(String.fromCodePoint(text.codePointAt(end) ?? 0)))
  return text.slice(at, end)
}

/** Few different ones come in a text; the longest text has not so many that keeping them matters. */
const known = new Map<string, FoldedCharacter>()
const mostKnown = 5_000

function foldCharacter(character: string): FoldedCharacter {
  const before = known.get(character)
  if (before) return before
  const folded = { ...foldAnew(character), length: character.length }
  if (known.size < mostKnown) known.set(character, folded)
  return folded
}

/** All quote marks are one, and all dashes. */
const evenSign = (sign: string): string =>
  sign.replace(/^["\p{Pi}\p{Pf}‚„‛‟`´ʼ′″]/u, "'").replace(/^[\p{Pd}−]/u, '-')

function foldAnew(character: string): { kind: Kind; units: number[] } {
  if (/^\s/.test(character)) return { kind: 'space', units: [] }
  // Before and after: a composed sign may be another one, or several, and a decomposed one no sign at all.
  const units = Array.from(evenSign(character).normalize('NFKC'), evenSign)
    .join('')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
  if (units === '') return { kind: 'nothing', units: [] }
  return { kind: kindOf(units), units: units.split('').map(unit => unit.charCodeAt(0)) }
}

function kindOf(units: string): Kind {
  if (
    /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u.test(units)
  )
    return 'word'
  return /^[\p{L}\p{N}]/u.test(units) ? 'letter' : 'sign'
}
