import { packVector, unpackVector } from '../matching/int8-vector'
import type { Position } from '../model/dossier'
import type { QuestionId } from '../model/ids'
import type { SentenceReading, TaggedPiece } from '../model/sentence-reading'

// One reading as bytes, about 900 of them (a sentence of 30 pieces) where the numbers themselves take 3,600:
//   1 whether it was cut · vector, one byte each · questions, one byte each · positions, one byte each
//   then for each piece: distance from the end of the one before, length, nine logits.

const positions: readonly Position[] = ['yes', 'no', 'partly', 'unknown']
const tagCount = 9
/** Logits lie between -9.4 and 6.9 (PolNeAR dev): a byte in tenths has room for twelve. */
const tagScale = 10
const share = 255

const toByte = (value: number): number => Math.round(Math.max(0, Math.min(1, value)) * share)
const toTag = (value: number): number => Math.max(-127, Math.min(127, Math.round(value * tagScale))) & 0xff
const fromTag = (byte: number): number => ((byte << 24) >> 24) / tagScale

/** Seven bits a byte, low ones first, the highest bit says that more come (LEB128). */
function pushNumber(bytes: number[], value: number): void {
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) {
      bytes.push(rest)
      return
    }
    bytes.push((rest % 128) + 128)
  }
}

/** A reading as bytes. `questions` are all that the model knows, in its order. */
export function packReading(reading: SentenceReading, questions: readonly QuestionId[]): Uint8Array {
  const byQuestion = new Map(reading.questions.map(each => [each.question, each]))
  const scores = questions.map(question => byQuestion.get(question))
  const bytes = [
    reading.isCut ? 1 : 0,
    ...packVector(reading.vector),
    ...scores.map(each => toByte(each?.score ?? 0)),
    ...scores.flatMap(each => positions.map(position => toByte(each?.positions[position] ?? 0))),
  ]
  let end = 0
  for (const { span, tags } of reading.pieces) {
    pushNumber(bytes, span.start - end)
    pushNumber(bytes, span.end - span.start)
    bytes.push(...Array.from(tags, toTag))
    end = span.end
  }
  return Uint8Array.from(bytes)
}

/**
 * The reading that `packReading` was given, as near as a byte says it. Null where there are not as many bytes as there
 * should be.
 */
export function unpackReading(
  bytes: Uint8Array,
  questions: readonly QuestionId[],
  dimensions: number,
): SentenceReading | null {
  let at = 0
  const take = (count: number): Uint8Array => {
    at += count
    return bytes.subarray(at - count, at)
  }
  const takeNumber = (): number => {
    let value = 0
    for (let place = 1; at < bytes.length; place *= 128) {
      const [byte = 0] = take(1)
      value += (byte % 128) * place
      if (byte < 128) break
    }
    return value
  }
  const [cut] = take(1)
  const vector = unpackVector(new Int8Array(take(dimensions)))
  const scores = take(questions.length)
  const shares = take(questions.length * positions.length)
  if (at > bytes.length) return null
  const pieces: TaggedPiece[] = []
  for (let end = 0; at < bytes.length; ) {
    const start = end + takeNumber()
    end = start + takeNumber()
    const tags = take(tagCount)
    if (tags.length < tagCount) return null
    pieces.push({ span: { start, end }, tags: Float32Array.from(tags, fromTag) })
  }
  return {
    vector,
    questions: pieces.length > 0 ? readScores(questions, scores, shares) : [],
    pieces,
    isCut: cut === 1,
  }
}

function readScores(
  questions: readonly QuestionId[],
  scores: Uint8Array,
  shares: Uint8Array,
): SentenceReading['questions'] {
  const read = questions.map((question, index) => {
    const four = [...shares.subarray(index * positions.length, (index + 1) * positions.length)]
    const sum = four.reduce((total, each) => total + each, 0) || 1
    const given = positions.map((position, which) => [position, (four[which] ?? 0) / sum] as const)
    return {
      question,
      score: (scores[index] ?? 0) / share,
      positions: Object.fromEntries(given) as Record<Position, number>,
    }
  })
  return read.toSorted((a, b) => b.score - a.score)
}
