import { useEffect } from 'preact/hooks'
import type { SidebarEvent } from './sidebar-state'

interface WindowDeeds {
  close: (isEscape: boolean) => void
  undoLatest: () => unknown
  saveNotes: () => void
}

/** What the sidebar hears of its window: keys that no part of it took, clicks, files let fall beside their target, its end. */
export function useWindow(deeds: WindowDeeds, dispatch: (event: SidebarEvent) => void): void {
  useEffect(() => {
    const until = new AbortController()
    const { signal } = until
    // What handles Escape itself (a menu, a comparison) keeps it; in a field it belongs to what is being typed.
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event
      const isTyping = target instanceof Element && target.matches('input, textarea, select')
      if (isTyping) return
      if (key === 'Escape') deeds.close(true)
      if (key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
        event.preventDefault()
        deeds.undoLatest()
      }
    }
    document.addEventListener('keydown', onKey, { signal })
    const onAct = () => dispatch({ do: 'acted', nowMs: Date.now() })
    document.addEventListener('click', onAct, { capture: true, signal })
    // A file let fall beside its target must not take the place of the sidebar.
    for (const type of ['dragover', 'drop'])
      document.addEventListener(type, event => event.preventDefault(), { signal })
    // The last that a page in a frame hears before it is reloaded or closed, or its tab is.
    addEventListener('pagehide', () => deeds.saveNotes(), { signal })
    const onHidden = () => document.visibilityState === 'hidden' && deeds.saveNotes()
    document.addEventListener('visibilitychange', onHidden, { signal })
    return () => until.abort()
  }, [deeds, dispatch])
}
