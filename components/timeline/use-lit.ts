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
  const isLit = lit !== null
  useEffect(() => {
    if (!isLit) return
    // A tip that the pointer called has no focus in it: its Escape is heard wherever the focus is.
    const onEscape = (event: KeyboardEvent) => event.key === 'Escape' && setLit(null)
    document.addEventListener('keydown', onEscape)
    return () => document.removeEventListener('keydown', onEscape)
  }, [isLit])
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
