import { useCallback, useMemo, useRef, useState } from 'preact/hooks'
import type { Highlight } from '../../utils/model/highlight'
import type { HighlightId } from '../../utils/model/ids'

/** Which of the found are picked: one by one, from one to another with Shift, or all. */
export function usePicks(found: readonly Highlight[]) {
  const [ids, setIds] = useState<ReadonlySet<HighlightId>>(new Set())
  const last = useRef<HighlightId | null>(null)
  const list = useRef(found)
  list.current = found
  const pick = useCallback((highlight: Highlight, isPicked: boolean, isRange: boolean) => {
    const from = isRange ? list.current.findIndex(({ id }) => id === last.current) : -1
    const to = list.current.findIndex(({ id }) => id === highlight.id)
    const range = from < 0 ? [highlight] : list.current.slice(Math.min(from, to), Math.max(from, to) + 1)
    last.current = highlight.id
    setIds(before => {
      const next = new Set(before)
      for (const { id } of range) isPicked ? next.add(id) : next.delete(id)
      return next
    })
  }, [])
  const pickAll = (isPicked: boolean) => setIds(new Set(isPicked ? found.map(({ id }) => id) : []))
  // What is not found any more is not picked either.
  const picked = useMemo(() => (ids.size > 0 ? found.filter(({ id }) => ids.has(id)) : []), [ids, found])
  return { ids, picked, pick, pickAll }
}
