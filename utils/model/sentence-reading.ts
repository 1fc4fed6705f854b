import type { Position } from './dossier'
import type { DossierId, QuestionId } from './ids'
import type { Result } from './result'
import type { Span } from './span'

/** The parts of "who says what" in a sentence, in the order of the reading model's scores. */
export type AttributionPart = 'source' | 'cue' | 'content'
export const attributionParts: readonly AttributionPart[] = ['source', 'cue', 'content']

/** A piece of a word as the reading model sees it. */
export interface TaggedPiece {
  /** In UTF-16 units of the sentence. */
  span: Span
  /** Logits of outside, beginning, inside for each of `attributionParts`: nine numbers. */
  tags: Float32Array
}

/** How far a sentence bears on one question. */
export interface QuestionScore {
  question: QuestionId
  /** Probability that it does, 0..1; those of different questions do not add up to anything. */
  score: number
  /** Probabilities of the four positions, given that it does: they add up to 1. */
  positions: Record<Position, number>
}

/** What the reading model says of one sentence, by itself. */
export interface SentenceReading {
  /** Unit length: the likeness of two sentences is their dot product, -1..1. */
  vector: Float32Array
  /** Of every question the model knows, best first; none of a sentence without a word, whose vector is all zero. */
  questions: QuestionScore[]
  /** In order; of a sentence longer than the model takes, its beginning alone. */
  pieces: TaggedPiece[]
  /** True where the sentence goes on after the last of `pieces`: all that is said is said of its beginning. */
  isCut: boolean
}

/** What says that nobody waits any more: an `AbortSignal` is one, and the pure rooms have no other. */
export interface StopSignal {
  readonly aborted: boolean
}

/**
 * The reading model. It is an addition: where it cannot be had, or says no, articles are read without it. Calls may be
 * made at once; they are answered in turn.
 */
export interface ReadingModelPort {
  /** Vectors of different versions cannot be compared. */
  readonly version: string
  /** Whose questions it knows; those of other dossiers may have the same ids and mean something else. */
  readonly dossier: DossierId
  readonly questions: readonly QuestionId[]
  /** Numbers in a vector. */
  readonly dimensions: number
  /** What its files take in the package. */
  readonly bytes: number
  /**
   * In the order handed in; what a sentence gets does not depend on those it is read with. Fails where the model is
   * missing or altered (model-damaged), not supported here (model-refused), or `signal` says stop (stopped).
   */
  read(sentences: readonly string[], signal?: StopSignal): Promise<Result<SentenceReading[]>>
}

/** What the reading model said of sentences, so that it need not say it again. The oldest go when there are many. */
export interface ReadingCachePort {
  /** By the fingerprint of each sentence; null where nothing is kept. Rejects with a `FailureError` where storage fails. */
  load(version: string, hashes: readonly string[]): Promise<(Uint8Array | null)[]>
  /** What another version said is let go. */
  save(version: string, entries: readonly { hash: string; bytes: Uint8Array }[]): Promise<Result<void>>
}
