import type { Failure } from './result'

/**
 * A failure on its way through a call that has no `Result` to carry it: what the storage ports' reading calls
 * reject with. Whoever answers a message turns it back into a `Result` by its `failure`.
 */
export class FailureError extends Error {
  constructor(readonly failure: Failure) {
    super(`${failure.kind}: ${failure.detail}`)
    this.name = 'FailureError'
  }
}
