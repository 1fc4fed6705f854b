import { select } from 'd3-selection'
import { zoom, zoomIdentity, zoomTransform } from 'd3-zoom'

/** What is seen of a time axis: it is `k` times as long as its room, and its zero stands at `x` px. */
export interface View {
  k: number
  x: number
}

/** Zooming by hand, by buttons and by keys. Places in px from the left edge of the room. */
export interface Zoom {
  /** Closer or farther by a factor; what is at `aroundPx` stays where it is. */
  scaleBy: (factor: number, aroundPx: number) => void
  /** As close as the stretch of the present view allows, and in the middle. */
  show: (fromPx: number, toPx: number) => void
  /** Moves the view as little as brings a place into it. */
  reveal: (px: number) => void
  reset: () => void
  dispose: () => void
}

/** A place brought into view stands this far from the edge. */
const marginPx = 24

/**
 * Binds zooming to an element. Scrolling the page is left alone: the wheel zooms with Ctrl (which a pinch on a touchpad
 * feigns) or Cmd only, one finger or the mouse moves the axis only where it is longer than its room.
 * @param startView goes on where another zoom was
 */
export function createZoom(
  element: HTMLElement,
  { widthPx, mostK, startView }: { widthPx: number; mostK: number; startView: View },
  onView: (view: View) => void,
): Zoom {
  // Under CSS `zoom` (the sidebar's larger letters) a pointer's pixels are not the element's: d3 counts in the pointer's.
  const factor = element.getBoundingClientRect().width / element.offsetWidth || 1
  const shownPx = widthPx * factor
  const room: [[number, number], [number, number]] = [
    [0, 0],
    [shownPx, 1],
  ]
  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([1, mostK])
    .extent(room)
    .translateExtent(room)
    .filter((event: MouseEvent | TouchEvent) => {
      if (event.type === 'wheel') return event.ctrlKey || event.metaKey
      const isLonger = zoomTransform(element).k > 1
      return 'touches' in event ? isLonger || event.touches.length > 1 : isLonger && event.button === 0
    })
    .on('zoom', ({ transform: { k, x } }: { transform: View }) => onView({ k, x: x / factor }))
  const selected = select(element).call(behaviour).on('dblclick.zoom', null)
  // `transform` itself keeps to no bounds.
  const put = (k: number, x: number) => {
    const kept = Math.min(0, Math.max(shownPx * (1 - k), x))
    behaviour.transform(selected, zoomIdentity.translate(kept, 0).scale(k))
  }
  put(Math.min(mostK, startView.k), startView.x * factor)
  return {
    scaleBy: (by, aroundPx) => behaviour.scaleBy(selected, by, [aroundPx * factor, 0]),
    show(fromPx, toPx) {
      const now = zoomTransform(element)
      const k = Math.min(mostK, (now.k * widthPx) / Math.max(1, (toPx - fromPx) * 1.5))
      put(k, shownPx / 2 - now.invertX((factor * (fromPx + toPx)) / 2) * k)
    },
    reveal(px) {
      const missing = Math.max(0, marginPx - px) - Math.max(0, px - (widthPx - marginPx))
      if (missing !== 0) behaviour.translateBy(selected, (missing * factor) / zoomTransform(element).k, 0)
    },
    reset: () => put(1, 0),
    dispose: () => {
      selected.on('.zoom', null)
    },
  }
}
