import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

/** How wide an element is and how large its letters are, px. */
export interface Size {
  widthPx: number
  emPx: number
}

/** Where nothing can be measured: a narrow sidebar. */
const unmeasured: Size = { widthPx: 300, emPx: 11 }

/**
 * Measures an element before it is painted, and again whenever its size changes; larger letters change it too. Null until
 * then: what depends on it need not be drawn twice.
 */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const measured = element.current
    if (!measured) return
    const measure = () => {
      const widthPx = measured.clientWidth
      const emPx = Number.parseFloat(getComputedStyle(measured).fontSize)
      // Hidden, or without layout as in jsdom: what was known stays.
      if (!(widthPx > 0 && emPx > 0)) return setSize(known => known ?? unmeasured)
      setSize(known => (known?.widthPx === widthPx && known.emPx === emPx ? known : { widthPx, emPx }))
    }
    measure()
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(measure)
    observer.observe(measured)
    return () => observer.disconnect()
  }, [element])
  return size
}
