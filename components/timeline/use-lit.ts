import { useEffect, useRef, useState } from 'preact/hooks'
import type { TimelinePoint } from '../../utils/model/reading'

/** What is said of which shape: of the one that holds this point; and whether the list behind it is open. */
export interface Lit {
  point: TimelinePoint
  isList: boolean
}

/** Long enough to move the pointer from a point into its tip, ms. */
const graceMs = 160

/** The tip of the point that has the focus or the pointer: it stays while the pointer goes into it, and Escape ends it. */
export function useLit() {
  const [lit, setLit] = useState<Lit | null>(null)
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(leaving.current), [])
  const isTip = lit !== null && !lit.isList
  useEffect(() => {
    // An open list hears its own.
    if (!isTip) return
    // A tip that the pointer called has no focus in it: its Escape is heard wherever the focus is, and by nobody else.
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      setLit(null)
    }
    document.addEventListener('keydown', onEscape, { capture: true })
    return () => document.removeEventListener('keydown', onEscape, { capture: true })
  }, [isTip])
  return {
    lit,
    stay: () => clearTimeout(leaving.current),
    /** An open list gives way to nothing that the pointer only passes over. */
    hover(point: TimelinePoint) {
      clearTimeout(leaving.current)
      setLit(now => (now?.isList ? now : { point, isList: false }))
    },
    show(point: TimelinePoint) {
      clearTimeout(leaving.current)
      setLit({ point, isList: false })
    },
    openList: (point: TimelinePoint) => setLit({ point, isList: true }),
    hide: () => setLit(null),
    hideSoon() {
      clearTimeout(leaving.current)
      leaving.current = setTimeout(() => setLit(now => (now?.isList ? now : null)), graceMs)
    },
  }
}
