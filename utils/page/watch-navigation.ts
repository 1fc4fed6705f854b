/** `moved`: another address in the same document; `restored`: back from the browser's cache of left pages. */
export type NavigationKind = 'moved' | 'restored'

/**
 * Calls back when the page shows something else without being loaded anew. No polling, and nothing of the page's is
 * replaced: a content script does not see the page's own `history.pushState` anyway. Browsers without the Navigation API
 * are asked at the moments after which the address may be new: history steps, and a little after clicks and keys.
 */
export function watchNavigation(
  window: Window,
  onChange: (address: string, kind: NavigationKind) => void,
  signal: AbortSignal,
): void {
  let shown = page(window.location.href)
  const look = () => {
    const now = page(window.location.href)
    if (now === shown || signal.aborted) return
    shown = now
    onChange(window.location.href, 'moved')
  }
  window.addEventListener(
    'pageshow',
    event => {
      if (event.persisted) onChange(window.location.href, 'restored')
    },
    { signal },
  )
  window.addEventListener('popstate', look, { signal })
  window.addEventListener('hashchange', look, { signal })
  const navigation = (window as { navigation?: EventTarget }).navigation
  if (navigation) {
    navigation.addEventListener('currententrychange', look, { signal })
    return
  }
  const lookSoon = () => {
    for (const delayMs of laterMs) window.setTimeout(look, delayMs)
  }
  window.addEventListener('click', lookSoon, { signal, capture: true, passive: true })
  window.addEventListener('keyup', lookSoon, { signal, capture: true, passive: true })
  window.document.addEventListener('visibilitychange', look, { signal })
}

/** Most pages set the address within a frame of the click, some when the new story has come over the network. */
const laterMs = [50, 1000] as const

/** A fragment is a place in the same page, but for sites that keep their path in it. */
const page = (address: string) => address.replace(/#(?![!/]).*$/, '')
