/** Does at once what can be done in steps. */
export function finish<Result>(work: Generator<void, Result, void>): Result {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
