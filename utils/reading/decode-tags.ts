import { type AttributionPart, attributionParts, type TaggedPiece } from '../model/sentence-reading'
import type { Span } from '../model/span'
import { tagWeights as weights } from './weights'

/** A run of words that the reading model takes for one part of an attribution. */
export interface TaggedSpan {
  part: AttributionPart
  /** In UTF-16 units of the sentence; whole words. */
  span: Span
  /** Mean probability of its words to belong to the part, 0..1. */
  certainty: number
}

/** Words with what is written inside them ("U.S.-based", "Reil's"), and every other sign by itself. */
const wordPattern = /[\p{L}\p{N}\p{M}]+(?:['’.\-&/@][\p{L}\p{N}\p{M}]+)*|\S/gu

/** Log-probabilities of one word for one part. */
interface Odds {
  outside: number
  begins: number
  inside: number
}

/**
 * The sources, cues and contents of one sentence: for each part the likeliest way to cut it into runs of whole words
 * (Viterbi over outside and inside, in which every beginning costs something). Taking the best tag of each piece by
 * itself cuts contents to bits. Contents of one sentence do not nest in PolNeAR (1 of 6,977), sources and cues inside
 * contents are other parts: so each part is decoded by itself.
 * A sentence of which the model saw only the beginning is decoded as far as it saw.
 */
export function decodeTags(sentence: string, pieces: readonly TaggedPiece[]): TaggedSpan[] {
  const words = gatherWords(sentence, pieces)
  return attributionParts.flatMap((part, index) => {
    const odds = words.map(({ tags }) => oddsOf(tags, index))
    return cutRuns(findInside(odds, part)).flatMap(({ start, end }) => {
      const first = words[start]
      const last = words[end - 1]
      if (!first || !last) return []
      const sure = odds.slice(start, end).reduce((sum, { outside }) => sum + 1 - Math.exp(outside), 0)
      const span = trimSpan(sentence, { start: first.span.start, end: last.span.end })
      return span ? [{ part, span, certainty: sure / (end - start) }] : []
    })
  })
}

interface TaggedWord {
  span: Span
  tags: Float32Array[]
}

function gatherWords(sentence: string, pieces: readonly TaggedPiece[]): TaggedWord[] {
  const words: TaggedWord[] = []
  let next = 0
  for (const match of sentence.matchAll(wordPattern)) {
    const span = { start: match.index, end: match.index + match[0].length }
    while (next < pieces.length && (pieces[next]?.span.end ?? 0) <= span.start) next++
    const tags: Float32Array[] = []
    for (let at = next; at < pieces.length; at++) {
      const piece = pieces[at]
      if (!piece || piece.span.start >= span.end) break
      tags.push(piece.tags)
    }
    // Behind what the model saw nothing is inside.
    if (next >= pieces.length) break
    words.push({ span, tags })
  }
  return words
}

/** A word is inside as its pieces are on the whole, and begins a run as its first piece does. */
function oddsOf(tags: readonly Float32Array[], part: number): Odds {
  const [first] = tags
  // Not seen by the model: outside.
  if (!first) return { outside: 0, begins: -unseen, inside: -unseen }
  const sum = [0, 0, 0]
  for (const piece of tags) {
    for (const [tag, value] of logOdds(piece, part).entries())
      sum[tag] = (sum[tag] ?? 0) + value / tags.length
  }
  const [outside = 0, b = 0, i = 0] = sum
  const [, firstB = 0, firstI = 0] = logOdds(first, part)
  return { outside, begins: addLogs(firstB, firstI - weights.strayInside), inside: addLogs(b, i) }
}

const unseen = 50

function logOdds(tags: Float32Array, part: number): number[] {
  const three = [0, 1, 2].map(tag => {
    const value = tags[3 * part + tag]
    return value !== undefined && Number.isFinite(value) ? Math.max(-unseen, Math.min(unseen, value)) : 0
  })
  const all = three.reduce(addLogs)
  return three.map(value => value - all)
}

const addLogs = (a: number, b: number): number => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)))

/** For each word whether it is inside, on the likeliest path. */
function findInside(odds: readonly Odds[], part: AttributionPart): boolean[] {
  const { beginning, outside: bias } = weights[part]
  let outside = 0
  let inside = -Infinity
  const cameFrom: { outside: boolean; inside: boolean }[] = []
  for (const word of odds) {
    const leaves = inside > outside
    const enter = outside + word.begins - beginning
    const stay = inside + word.inside
    cameFrom.push({ outside: leaves, inside: stay > enter })
    const out = Math.max(outside, inside) + word.outside + bias
    inside = Math.max(enter, stay)
    outside = out
  }
  const path: boolean[] = []
  let isInside = inside > outside
  for (let at = odds.length - 1; at >= 0; at--) {
    path[at] = isInside
    isInside = cameFrom[at]?.[isInside ? 'inside' : 'outside'] ?? false
  }
  return path
}

function cutRuns(inside: readonly boolean[]): Span[] {
  const runs: Span[] = []
  for (const [at, isInside] of inside.entries()) {
    if (!isInside) continue
    const last = runs.at(-1)
    if (last?.end === at) last.end = at + 1
    else runs.push({ start: at, end: at + 1 })
  }
  return runs
}

/** Without commas, dashes and full stops at its ends; quotation marks stay. */
function trimSpan(sentence: string, { start, end }: Span): Span | null {
  const words = sentence.slice(start, end)
  const from = start + (/^[\s.,;:–—-]+/u.exec(words)?.[0].length ?? 0)
  const to = end - (/[\s,;:–—-]+$/u.exec(words)?.[0].length ?? 0)
  return to > from && /[\p{L}\p{N}]/u.test(sentence.slice(from, to)) ? { start: from, end: to } : null
}
