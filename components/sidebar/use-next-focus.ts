import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

/**
 * For a list whose entries (`data-highlight`, by `ids`) may go while the focus is in one: the entry that takes its place
 * gets it, or the list itself where none is left.
 */
export function useNextFocus(ids: string[]) {
  const list = useRef<HTMLDivElement>(null)
  /** Where the focus is, or was when its element went. */
  const at = useRef<{ id: string; index: number } | null>(null)
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-highlight]') ?? [])]

  useEffect(() => {
    const until = new AbortController()
    const { signal } = until
    const note = ({ target }: FocusEvent) => {
      const entry = target instanceof Element ? target.closest<HTMLElement>('[data-highlight]') : null
      const id = entry?.dataset.highlight
      at.current = entry && id ? { id, index: entries().indexOf(entry) } : null
    }
    document.addEventListener('focusin', note, { signal })
    return () => until.abort()
  }, [])
  useLayoutEffect(() => {
    const { activeElement, body } = document
    if (!at.current || ids.includes(at.current.id) || (activeElement && activeElement !== body)) return
    const all = entries()
    const next = all[Math.min(at.current.index, all.length - 1)] ?? list.current
    next?.focus()
  }, [ids.join(' ')])
  return list
}
