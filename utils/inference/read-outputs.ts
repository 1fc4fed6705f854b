import outputs from '../../public/model/outputs.json' with { type: 'json' }
import type { Position } from '../model/dossier'
import { asDossierId, asQuestionId } from '../model/ids'
import { attributionParts, type QuestionScore, type SentenceReading } from '../model/sentence-reading'
import type { EncodedSentence } from './encode-sentence'

/** What the numbers that the model gives are about. Imported, not read at run time: this code belongs to that model. */
export const modelOutputs = {
  dossier: asDossierId(outputs.dossier),
  questions: outputs.questions.map(asQuestionId),
  positions: outputs.positions as Position[],
  dimensions: outputs.dimensions,
  maxPieces: outputs.maxPieces,
}

/** The model's numbers for one sentence, named as in the ONNX file. */
export interface RawOutputs {
  /** Unit length. */
  vector: Float32Array
  /** Probabilities, one for each question. */
  questions: Float32Array
  /** Probabilities, one for each position of each question. */
  positions: Float32Array
  /** Logits, nine for each piece, the marks before and after among them. */
  tags: Float32Array
}

const tagsPerPiece = attributionParts.length * outputs.bio.length

/** What is said of a sentence without a word: nothing. Its vector is like no other. */
export const readNothing = (): SentenceReading => ({
  vector: new Float32Array(modelOutputs.dimensions),
  questions: [],
  pieces: [],
  isCut: false,
})

/** The model's numbers with their names; null where they are not as many as they should be, or are none. */
export function readOutputs(raw: RawOutputs, { spans, isCut }: EncodedSentence): SentenceReading | null {
  const { questions, positions, dimensions } = modelOutputs
  const fits =
    raw.vector.length === dimensions &&
    raw.questions.length === questions.length &&
    raw.positions.length === questions.length * positions.length &&
    raw.tags.length === (spans.length + 2) * tagsPerPiece
  if (!fits || !raw.vector.every(Number.isFinite)) return null
  const scores = questions.map((question, at): QuestionScore => {
    const given = positions.map(
      (position, index) => [position, raw.positions[at * positions.length + index] ?? 0] as const,
    )
    return {
      question,
      score: raw.questions[at] ?? 0,
      positions: Object.fromEntries(given) as Record<Position, number>,
    }
  })
  return {
    vector: raw.vector,
    questions: scores.toSorted((a, b) => b.score - a.score),
    pieces: spans.map((span, at) => ({
      span,
      tags: raw.tags.slice((at + 1) * tagsPerPiece, (at + 2) * tagsPerPiece),
    })),
    isCut,
  }
}
