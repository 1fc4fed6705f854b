/**
 * Runs pieces of work one after the other: each sees what the one before it left. For what is read, changed and
 * written in steps (`storage.local`, registered scripts), where two at once would lose one.
 */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const done = last.then(work)
    // One that failed is told to who asked for it, and does not stand in the way of the next.
    last = done.catch(() => {})
    return done
  }
}
