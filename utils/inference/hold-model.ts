import { type Failure, type Result, succeed } from '../model/result'
import type { Session } from './open-session'
import type { Vocabulary } from './vocabulary'
import { mostFailures, retryAfterMs } from './weights'

/** Everything that stands ready to read. */
export interface LoadedModel {
  session: Session
  vocabulary: Vocabulary
}

/** Keeps the loaded model between calls, and remembers failures. */
export interface ModelHolder {
  /** Loads it where it is not loaded; a failure is given again for a while, and after several for good. */
  take(): Promise<Result<LoadedModel>>
  /** It was good for a reading: what failed before is forgiven. */
  approve(): void
  /** It failed while it read: it is let go, and the failure counts. */
  refuse(failure: Failure): Promise<void>
  /** Lets it go; the next call loads it anew. */
  release(): Promise<void>
}

export function holdModel(load: () => Promise<Result<LoadedModel>>, nowMs: () => number): ModelHolder {
  let loaded: LoadedModel | null = null
  let last: { failure: Failure; atMs: number } | null = null
  let failures = 0

  const note = (failure: Failure): void => {
    last = { failure, atMs: nowMs() }
    failures += 1
  }
  const release = async (): Promise<void> => {
    const before = loaded
    loaded = null
    // A session whose memory broke cannot be released either.
    await before?.session.release().catch(() => {})
  }

  return {
    async take() {
      if (loaded) return succeed(loaded)
      if (last && (failures >= mostFailures || nowMs() - last.atMs < retryAfterMs)) {
        return { ok: false, failure: last.failure }
      }
      const result = await load()
      if (result.ok) loaded = result.value
      else note(result.failure)
      return result
    },
    approve() {
      last = null
      failures = 0
    },
    async refuse(failure) {
      note(failure)
      await release()
    },
    release,
  }
}
