import type { StopSignal } from '../model/sentence-reading'

/** How a page that works long lets others have their turn. */
export interface Turns {
  /** Lets the page do other things; resolves when it has. */
  pause: () => Promise<void>
  nowMs: () => number
}

/** Asked between two pieces of work: false where nobody waits for it any more. */
export type TakeTurn = () => Promise<boolean>

/** How long the page waits for this at most, ms: a frame and a half. */
const longestTurnMs = 24

/** @param onPause told before each pause */
export function createTurns({ pause, nowMs }: Turns, signal?: StopSignal, onPause = () => {}): TakeTurn {
  let since = nowMs()
  return async () => {
    if (nowMs() - since >= longestTurnMs) {
      onPause()
      await pause()
      since = nowMs()
    }
    return !signal?.aborted
  }
}

/** Does what can be done in steps, in turns with whatever else the page does; null where nobody waits for it any more. */
export async function doInTurns<Result>(
  work: Generator<void, Result, void>,
  takeTurn: TakeTurn,
): Promise<Result | null> {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (!(await takeTurn())) return null
  }
}
