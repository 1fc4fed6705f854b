import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Highlight } from '../../utils/model/highlight'

/** Where the focus was in a row that went, it goes to the one in its place, or to the list where none is left. */
export function useListFocus(list: RefObject<HTMLElement | null>, found: readonly Highlight[]): void {
  /** The row that has the focus, or had it when it went, and its place. */
  const at = useRef<{ id: string; index: number } | null>(null)
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      const row = target instanceof Element ? target.closest<HTMLElement>('.row-card') : null
      const index = Number(row?.getAttribute('aria-posinset') ?? 0) - 1
      at.current = row && list.current?.contains(row) ? { id: row.dataset.highlight ?? '', index } : null
    }
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [list])
  useLayoutEffect(() => {
    const { activeElement, body } = document
    if (!at.current || (activeElement && activeElement !== body)) return
    const { id, index } = at.current
    if (found.some(highlight => highlight.id === id)) return
    const next = found[Math.min(index, found.length - 1)]
    const row = next && list.current?.querySelector<HTMLElement>(`[data-highlight="${CSS.escape(next.id)}"]`)
    ;(row ?? list.current)?.focus()
  }, [found])
}
