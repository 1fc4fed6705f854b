import { finish } from '../model/finish'
/** Work that may be put down at each `yield` and taken up again there, or never. */
export type Work<Result> = Generator<void, Result, void>

/** A slice of work, ms: a sixtieth of a second has room for it and for what the page does. */
const sliceMs = 8
/** The same where the page has nothing to do: a browser offers one idle moment of 50 ms after the other, and a key may come. */
const idleSliceMs = 24
/** A page that is never idle gives way after so long, ms. */
const patienceMs = 100
/** How often work on a page that changes meanwhile is begun anew; after that it is done at once. */
const mostBeginnings = 3

/**
 * Does it slice by slice: the first at once, the others in idle moments of the page. Null where it was given up: `isOver`
 * is asked after each pause.
 */
export async function doInSlices<Result>(work: Work<Result>, isOver: () => boolean): Promise<Result | null> {
  for (let lengthMs = sliceMs; ; ) {
    const untilMs = performance.now() + lengthMs
    do {
      const step = work.next()
      if (step.done) return step.value
    } while (performance.now() < untilMs)
    lengthMs = await rest()
    if (isOver()) return null
  }
}

/**
 * The same for work that reads the document: what was read of one that changes meanwhile would not fit together, so it is
 * begun anew. Null where `signal` ends it. What the work comes by that the document does not speak for (shadow trees) it
 * is to `watch` before it reads it.
 */
export async function readInSlices<Result>(
  document: Document,
  begin: (watch: (root: Node) => void) => Work<Result>,
  signal: AbortSignal,
): Promise<Result | null> {
  for (let beginnings = 0; beginnings < mostBeginnings; beginnings++) {
    let isChanged = false
    const observer = new MutationObserver(() => {
      isChanged = true
    })
    const watch = (root: Node) =>
      observer.observe(root, { childList: true, characterData: true, subtree: true })
    watch(document)
    const result = await doInSlices(begin(watch), () => isChanged || signal.aborted)
    observer.disconnect()
    if (signal.aborted) return null
    if (!isChanged) return result
  }
  return finish(begin(() => {}))
}

/** Until the page has nothing to do; says how long the next slice may be, ms. */
const rest = (): Promise<number> =>
  new Promise(resolve => {
    const take = (idle?: IdleDeadline) =>
      resolve(Math.max(sliceMs, Math.min(idleSliceMs, (idle?.timeRemaining() ?? 0) / 2)))
    if (typeof requestIdleCallback === 'function') requestIdleCallback(take, { timeout: patienceMs })
    else setTimeout(take)
  })
