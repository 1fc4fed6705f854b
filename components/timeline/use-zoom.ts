import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { View, Zoom } from './create-zoom'

const whole: View = { k: 1, x: 0 }

/** What can be zoomed. */
interface Zoomable {
  widthPx: number
  mostK: number
  isOn: boolean
  /** The times at the ends of the axis: of another axis the whole is seen first. */
  ends: string
}

/**
 * What is seen of a time axis, and the zoom that changes it: null until it is loaded, and where there is nothing to zoom.
 * Many timelines never need it, and it would be a fifth of the sidebar's script: it comes when it is wanted.
 */
export function useZoom(
  element: RefObject<HTMLElement | null>,
  { widthPx, mostK, isOn, ends }: Zoomable,
): { view: View; zoom: Zoom | null } {
  const [view, setView] = useState(whole)
  const [zoom, setZoom] = useState<Zoom | null>(null)
  const last = useRef({ view: whole, widthPx, ends })
  // Before anybody can point at what was drawn anew.
  useLayoutEffect(() => {
    const take = (now: View) => {
      last.current = { view: now, widthPx, ends }
      setView(before => (before.k === now.k && before.x === now.x ? before : now))
    }
    if (!isOn) {
      take(whole)
      // Not on every new binding: its buttons would go and come, and lose the focus.
      setZoom(null)
      return
    }
    let isOver = false
    let bound: Zoom | null = null
    const bind = async () => {
      const { createZoom } = await import('./create-zoom')
      if (isOver || !element.current) return
      const before = last.current
      // The same stretch of time in a room that grew or shrank.
      const startView =
        before.ends === ends ? { k: before.view.k, x: (before.view.x * widthPx) / before.widthPx } : whole
      bound = createZoom(element.current, { widthPx, mostK, startView }, take)
      setZoom(bound)
    }
    // The extension's files may be gone after an update: then the picture stands as it is.
    bind().catch(() => {})
    return () => {
      isOver = true
      bound?.dispose()
    }
  }, [element, widthPx, mostK, isOn, ends])
  return { view, zoom }
}
