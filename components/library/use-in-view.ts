import { useEffect, useRef, useState } from 'preact/hooks'

/** So far outside of the window something is drawn already, px. */
const marginPx = 800

const watched = new WeakMap<Element, (isNear: boolean) => void>()
let observer: IntersectionObserver | null = null

function watch(element: Element, onChange: (isNear: boolean) => void): () => void {
  observer ??= new IntersectionObserver(
    entries => {
      for (const { target, isIntersecting } of entries) watched.get(target)?.(isIntersecting)
    },
    { rootMargin: `${marginPx}px 0px` },
  )
  watched.set(element, onChange)
  observer.observe(element)
  return () => observer?.unobserve(element)
}

/**
 * Whether something is in or near the window, and how high it was when it was drawn last (px, null before). What has the
 * focus in it stays. Where there is no layout (tests) everything is near.
 */
export function useInView(isNearAtFirst: boolean) {
  const element = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(isNearAtFirst || typeof IntersectionObserver === 'undefined')
  const height = useRef<number | null>(null)
  useEffect(() => {
    const box = element.current
    if (!box || typeof IntersectionObserver === 'undefined') return
    return watch(box, near => {
      if (!near && box.contains(document.activeElement)) return
      if (!near && box.offsetHeight > 0) height.current = box.offsetHeight
      // Of a view that is hidden nothing intersects: it is left as it was.
      if (near || box.offsetParent !== null) setNear(near)
    })
  }, [])
  return { element, isNear, height }
}
