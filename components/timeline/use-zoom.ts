import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { View, Zoom } from './create-zoom'

const whole: View = { k: 1, x: 0 }

/**
 * What is seen of a time axis, and the zoom that changes it: null until it is loaded, and where there is nothing to zoom.
 * Most timelines never need it, and it is as large as all else of a sidebar's page: it comes when it is wanted.
 */
export function useZoom(
  element: RefObject<HTMLElement | null>,
  { widthPx, mostK, isOn }: { widthPx: number; mostK: number; isOn: boolean },
): { view: View; zoom: Zoom | null } {
  const [view, setView] = useState(whole)
  const [zoom, setZoom] = useState<Zoom | null>(null)
  const last = useRef({ view: whole, widthPx })
  useEffect(() => {
    if (!isOn) {
      last.current = { view: whole, widthPx }
      setView(whole)
      return
    }
    let isOver = false
    let bound: Zoom | null = null
    const bind = async () => {
      const { createZoom } = await import('./create-zoom')
      if (isOver || !element.current) return
      const { view: before, widthPx: beforePx } = last.current
      // The same stretch of time in a room that grew or shrank.
      const startView = { k: Math.min(mostK, before.k), x: (before.x * widthPx) / beforePx }
      const take = (now: View) => {
        last.current = { view: now, widthPx }
        setView(before => (before.k === now.k && before.x === now.x ? before : now))
      }
      bound = createZoom(element.current, { widthPx, mostK, startView }, take)
      take(startView)
      setZoom(bound)
    }
    // The extension's files may be gone after an update: then the picture stands as it is.
    bind().catch(() => {})
    return () => {
      isOver = true
      bound?.dispose()
      setZoom(null)
    }
  }, [element, widthPx, mostK, isOn])
  return { view, zoom }
}
