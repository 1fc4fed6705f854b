import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

const isStill = (): boolean =>
  typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * Leads the reader to an element: scrolls it into view, gives it (or what is meant in it) the focus and lets it light up
 * once. `visit` is 0 where the element is not meant; a new number is a new visit.
 */
export function useSpot<E extends HTMLElement>(visit: number, meant?: RefObject<HTMLElement | null>) {
  const element = useRef<E>(null)
  useEffect(() => {
    const target = element.current
    if (visit === 0 || !target) return
    // jsdom has no layout, and so no scrolling.
    target.scrollIntoView?.({ block: 'center', behavior: isStill() ? 'auto' : 'smooth' })
    ;(meant?.current ?? target).focus({ preventScroll: true })
    target.classList.add('is-spotted')
    const fade = setTimeout(() => target.classList.remove('is-spotted'), spottedMs)
    return () => {
      clearTimeout(fade)
      target.classList.remove('is-spotted')
    }
  }, [visit])
  return element
}

/** As long as the animation of `.is-spotted`. */
const spottedMs = 2200
