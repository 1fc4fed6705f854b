import { type SidebarMessage, sidebarPort } from '../../utils/messaging/sidebar-port'
import { nativeBrowser } from '../../utils/platform/native-browser'

/** What the connection says: a message, that it stands (again) after something may have been missed, or that it is lost. */
export type ConnectionNews = SidebarMessage | { name: 'connected' } | { name: 'lost'; isForGood: boolean }

// A worker that went to sleep ends its ports, and a new connection wakes it: the first try comes soon. One that
// cannot start would otherwise be tried for ever: each wait is double the last, eight in all, some 32 seconds.
const firstWaitMs = 125
const mostTries = 8
/** A connection that stood so long was a good one: counting starts anew. */
const settledMs = 5_000
/** For so short a gap nothing is loaded anew: a worker that slept had nothing to say, and now it is up again. */
const shortGapMs = 2_000

const isHidden = (): boolean => document.visibilityState === 'hidden'

type Port = ReturnType<ReturnType<typeof nativeBrowser>['runtime']['connect']>

/**
 * Keeps a port to the background open, and connects again when the worker sleeps; but not while nobody looks: sidebars
 * in hidden tabs would keep it awake. When the reader comes back it connects, and says so: grants and keys may have
 * changed. Calls back until the returned function is called; after "lost" it has given up, and only a new call tries
 * again. `tab` is the tab it speaks of where it stands in none itself: the port's name carries it.
 */
export function connectSidebar(onNews: (news: ConnectionNews) => void, tab?: number): () => void {
  let port: Port | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let tries = 0
  const life = new AbortController()

  const giveUp = (isForGood: boolean) => {
    life.abort()
    onNews({ name: 'lost', isForGood })
  }
  const connect = () => {
    const sinceMs = Date.now()
    try {
      const { runtime } = nativeBrowser()
      // After the extension was reloaded or removed, its open pages keep a `runtime` without an id.
      if (!runtime?.id) return giveUp(true)
      port = runtime.connect({ name: tab === undefined ? sidebarPort : `${sidebarPort}:${tab}` })
    } catch {
      return giveUp(true)
    }
    port.onMessage.addListener(message => {
      tries = 0
      onNews(message as SidebarMessage)
    })
    port.onDisconnect.addListener(() => {
      port = null
      if (life.signal.aborted) return
      const endedMs = Date.now()
      if (endedMs - sinceMs >= settledMs) tries = 0
      if (isHidden()) return
      if (tries >= mostTries) return giveUp(false)
      timer = setTimeout(
        () => {
          if (isHidden()) return
          connect()
          if (port && Date.now() - endedMs >= shortGapMs) onNews({ name: 'connected' })
        },
        firstWaitMs * 2 ** tries,
      )
      tries += 1
    })
  }
  connect()
  const onVisible = () => {
    if (isHidden()) return
    clearTimeout(timer)
    if (!port) connect()
    if (port) onNews({ name: 'connected' })
  }
  document.addEventListener('visibilitychange', onVisible, { signal: life.signal })
  return () => {
    life.abort()
    clearTimeout(timer)
    port?.disconnect()
  }
}
