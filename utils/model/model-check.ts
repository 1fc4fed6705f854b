import type { Failure } from './result'

/** Whether the reading model can read here, and how fast. */
export interface ModelCheck {
  version: string
  /** What its files take in the package. */
  bytes: number
  outcome: ModelOutcome
}

export type ModelOutcome =
  | { is: 'off' }
  | {
      is: 'ready'
      /** From the call to the first sentence read; little where it stood ready before. */
      startMs: number
      /** For each sentence after the first. */
      sentenceMs: number
      /** Stands for every number it gave: the same on every machine. */
      digest: string
    }
  | { is: 'failed'; failure: Failure }
