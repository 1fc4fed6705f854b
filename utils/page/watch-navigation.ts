import { type PageMemory, pageOf, takesOwnAddress } from './page-memory'

/**
 * `moved`: another page in the same document; `left`: into the browser's cache of left pages; `restored`: back from it.
 */
export type NavigationKind = 'moved' | 'left' | 'restored'

/**
 * Calls back when the document shows another page without being loaded anew, or is put away and brought back. No
 * polling, and nothing of the page's is replaced: a content script does not see the page's own `history.pushState`
 * anyway. Browsers without the Navigation API are asked at the moments after which the address may be new: history
 * steps, and a little after clicks and keys. Returns the look itself, for whoever knows of another moment.
 */
export function watchNavigation(
  window: Window,
  memory: PageMemory,
  onChange: (kind: NavigationKind) => void,
  signal: AbortSignal,
): () => void {
  const { document } = window
  let shown = pageOf(memory, window.location.href)
  const look = () => {
    const now = pageOf(memory, window.location.href)
    if (now === shown || signal.aborted) return
    if (takesOwnAddress(memory, document, shown, window.location.href)) return
    shown = now
    onChange('moved')
  }
  const listen = (target: EventTarget, type: string, listener: (event: Event) => void) =>
    target.addEventListener(type, listener, { signal, capture: true, passive: true })
  const onCached = (kind: NavigationKind) => (event: Event) => {
    if ((event as PageTransitionEvent).persisted) onChange(kind)
  }
  listen(window, 'pagehide', onCached('left'))
  listen(window, 'pageshow', onCached('restored'))
  const { navigation } = window as { navigation?: EventTarget }
  if (navigation) {
    listen(navigation, 'currententrychange', look)
    return look
  }
  listen(window, 'popstate', look)
  listen(window, 'hashchange', look)
  const lookSoon = () => {
    for (const delayMs of laterMs) window.setTimeout(look, delayMs)
  }
  listen(window, 'click', lookSoon)
  listen(window, 'keyup', lookSoon)
  listen(document, 'visibilitychange', look)
  return look
}

/** Most pages set the address within a frame of the click, some when the new story has come over the network. */
const laterMs = [50, 1000] as const
