/** A page that writes itself does so in bursts: so long after the first change it is looked at, ms. */
const soonMs = 600
/** So long after something that is no change of the text: another address, a step in the history. */
const nextMs = 300
/** A page that never rests (a ticker, a clock) is looked at ever more seldom, down to this, ms. */
const seldomMs = 20_000

/** Whether a look was worth it; `again`: it is to be repeated, also if nothing changes until then. */
export type LookResult = 'worth' | 'vain' | 'again'

/**
 * Looks at a document, or at trees in it, again after their text changed. Looks are apart by at least 0.6 s, each in vain doubles the wait,
 * one that was worth it sets it back. While a look is due nothing is observed: what a busy page does costs it nothing.
 * A document itself is watched, which stays when a page puts another body or root in place; a shadow tree says nothing of
 * its changes to the document around it. Returns what makes the next look come soon, counted from the last call.
 */
export function watchChanges(
  roots: readonly (Document | ShadowRoot)[],
  look: () => LookResult | Promise<LookResult>,
  signal: AbortSignal,
): () => void {
  let waitMs = soonMs
  let timer: ReturnType<typeof setTimeout> | undefined
  let isLooking = false
  /** Something changed while a look lasted. */
  let isOutdated = false
  const observer = new MutationObserver(() => later(waitMs))
  const observe = () => {
    for (const root of roots) observer.observe(root, { childList: true, characterData: true, subtree: true })
  }
  const later = (ms: number) => {
    isOutdated = true
    if (isLooking) return
    observer.disconnect()
    timer ??= setTimeout(lookNow, ms)
  }
  const lookNow = async () => {
    timer = undefined
    isLooking = true
    isOutdated = false
    observe()
    const result = await look()
    isLooking = false
    if (signal.aborted) return observer.disconnect()
    if (result === 'worth') waitMs = soonMs
    if (result === 'vain') waitMs = Math.min(waitMs * 2, seldomMs)
    if (isOutdated || result === 'again') later(waitMs)
  }
  observe()
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
  })
  return () => {
    clearTimeout(timer)
    timer = undefined
    waitMs = soonMs
    if (!signal.aborted) later(nextMs)
  }
}

/**
 * The same for a page's shadow trees, of which there may be others with each reading: what it returns is told of them.
 * As long as they are the same, what is due stays due.
 */
export function createTreeWatch(
  look: () => Promise<LookResult>,
  signal: AbortSignal,
): (trees: readonly ShadowRoot[]) => void {
  let watched: readonly ShadowRoot[] = []
  let life = new AbortController()
  signal.addEventListener('abort', () => life.abort())
  return trees => {
    if (
      signal.aborted ||
      (trees.length === watched.length && trees.every((tree, at) => tree === watched[at]))
    )
      return
    life.abort()
    life = new AbortController()
    watched = trees
    if (trees.length > 0) watchChanges(trees, look, life.signal)
  }
}
