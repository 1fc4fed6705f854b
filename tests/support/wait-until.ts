/** Much longer than any answer takes, ms. */
const unansweredMs = 5_000

/**
 * Asks again until the answer is truthy, and returns it. Extension pages and frames of Firefox answer
 * neither `waitForFunction` nor `goto` reliably, so that every story waits in this one way.
 * Throws with `what` and the last answer or error after `timeoutMs`.
 */
export async function waitUntil<T>(
  what: string,
  ask: () => T | Promise<T>,
  timeoutMs = 10_000,
): Promise<NonNullable<T>> {
  const startMs = performance.now()
  let last: unknown
  do {
    try {
      // A frame that is being taken away may never answer: then it is asked for anew.
      const answer = await within(Promise.resolve(ask()), unansweredMs, null)
      if (answer) return answer
      last = answer
    } catch (error) {
      last = error
    }
    await pause(50)
  } while (performance.now() - startMs < timeoutMs)
  throw new Error(`waited ${timeoutMs} ms until ${what}; last: ${String(last)}`)
}

/**
 * Looks again and again for `lastingMs`: throws as soon as the answer is truthy.
 * For "nothing happens": a single look would pass before it could happen.
 */
export async function staysFalse(
  what: string,
  ask: () => Promise<unknown>,
  lastingMs = 1_500,
): Promise<void> {
  const startMs = performance.now()
  do {
    const answer = await ask()
    if (answer) throw new Error(`should not be: ${what} (${JSON.stringify(answer)})`)
    await pause(100)
  } while (performance.now() - startMs < lastingMs)
}

/** Resolves after that many milliseconds. */
export const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))

/** The promise's value, or `otherwise` when it has not settled in time (it is then left alone). */
export async function within<T, O>(promise: Promise<T>, timeoutMs: number, otherwise: O): Promise<T | O> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<O>(resolve => {
    timer = setTimeout(() => resolve(otherwise), timeoutMs)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
