/** A page that writes itself does so in bursts: so long after the first change it is looked at, ms. */
const soonMs = 600
/** A page that never rests (a ticker, a clock) is looked at ever more seldom, down to this, ms. */
const seldomMs = 20_000

/**
 * Looks at a page again after its text changed: `look` says whether it was worth it. Looks are apart by at least 0.6 s,
 * each in vain doubles the wait, one that was worth it sets it back.
 */
export function watchChanges(target: Node, look: () => boolean, signal: AbortSignal): void {
  let waitMs = soonMs
  let timer: ReturnType<typeof setTimeout> | undefined
  const lookNow = () => {
    timer = undefined
    if (!signal.aborted) waitMs = look() ? soonMs : Math.min(waitMs * 2, seldomMs)
  }
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(lookNow, waitMs)
  })
  observer.observe(target, { childList: true, characterData: true, subtree: true })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    clearTimeout(timer)
  })
}
