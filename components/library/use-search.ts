import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Highlight } from '../../utils/model/highlight'
import type { HighlightSearch, Match } from '../../utils/model/highlight-search'
import type { HighlightId } from '../../utils/model/ids'

/** So often one who searches already is shown what more there is. */
const readStep = 5_000

/** How long a slice of reading may hold the page up, ms. */
const sliceMs = 12

const whenIdle = (act: () => void): (() => void) => {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(act)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(act, { timeout: 60 })
  return () => cancelIdleCallback(handle)
}

interface Search {
  /** Null where nothing is typed that could be looked for. */
  find: (typed: string) => ((id: HighlightId) => Match) | null
  /** How many of the list can be found by now. */
  read: number
}

/** Reads highlights for the search, in idle slices, in the order of the list; what changed since is read anew. */
export function useSearch(create: () => HighlightSearch, list: readonly Highlight[]): Search {
  const search = useMemo(create, [create])
  /** What the search has of each. */
  const known = useRef(new Map<HighlightId, Highlight>())
  const [read, setRead] = useState(0)
  const [edition, setEdition] = useState(0)

  useEffect(() => {
    let stop = (): void => {}
    let at = 0
    let isOther = false
    const step = () => {
      const startMs = performance.now()
      for (; at < list.length && performance.now() - startMs < sliceMs; at += 1) {
        const highlight = list[at]
        if (!highlight || known.current.get(highlight.id) === highlight) continue
        search.add(highlight)
        known.current.set(highlight.id, highlight)
        isOther = true
      }
      setRead(at < list.length ? at - (at % readStep) : at)
      if (at < list.length) {
        stop = whenIdle(step)
        return
      }
      if (known.current.size > list.length) {
        const there = new Set(list.map(({ id }) => id))
        for (const id of known.current.keys()) {
          if (there.has(id)) continue
          search.remove(id)
          known.current.delete(id)
        }
      }
      if (isOther) setEdition(before => before + 1)
    }
    stop = whenIdle(step)
    return () => stop()
  }, [search, list])
  // A new function where there is more to find: who searches searches anew.
  const find = useMemo(() => (typed: string) => search.find(typed), [search, edition, read])
  return { find, read }
}
