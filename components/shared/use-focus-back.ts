import { useLayoutEffect } from 'preact/hooks'

/**
 * When something that stood over the rest is closed, the focus goes back to where it was before it opened; to the tab that
 * is shown where it came from outside, from the page.
 */
export function useFocusBack(isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!isOpen) return
    const before = document.activeElement
    return () => {
      // Where the focus is elsewhere by now the reader, or what was opened instead, put it there.
      if (document.activeElement !== document.body) return
      const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected
      const tab = document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')
      const target = isThere ? before : tab
      target?.focus()
    }
  }, [isOpen])
}
