import type { Failure, Result } from './result'

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

/** What went wrong, as data: what is thrown besides is a mistake, and unexpected. */
export const toFailure = (error: unknown): Failure =>
  error instanceof FailureError
    ? error.failure
    : { kind: 'unexpected', detail: error instanceof Error ? error.message : String(error) }

/** Runs what may throw a `FailureError`, and gives its failure back as data. Other errors are mistakes: they go on. */
export async function settle<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FailureError) return { ok: false, failure: error.failure }
    throw error
  }
}
