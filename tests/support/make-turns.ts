import type { Turns } from '../../utils/services/take-turns'

/** Turns of a page on which every piece of work takes long, so that each is followed by a pause; and how many there were. */
export function makeTurns(): Turns & { seen: { pauses: number } } {
  const seen = { pauses: 0 }
  let now = 0
  return {
    seen,
    nowMs: () => (now += 100),
    pause: async () => {
      seen.pauses += 1
    },
  }
}
