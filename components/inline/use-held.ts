import { useRef, useState } from 'preact/hooks'

interface Held {
  /** As it is kept. */
  value: number
  /** The value after the pointer came so far from where it was pressed, px; `from` is the value there. */
  follow: (from: number, x: number, y: number) => number
  /** What keys make of the value that is shown now. */
  listSteps: (now: number) => Record<string, number>
  onKeep: (value: number) => void
}

interface Hold {
  /** Shown, not kept yet. */
  value: number | null
  /** Where the pointer was pressed, and the value there. */
  from: { x: number; y: number; value: number } | null
  wasDragged: boolean
}

/** A hand is never quite still: a way shorter than this is a click, px. */
const clickPx = 4

/**
 * A value that the reader holds on to, by the pointer or by a key: it is shown as it goes and kept when it is let go.
 * The element that gets the `handlers` keeps the pointer meanwhile, over frames and outside of the window too; one that
 * the browser takes away lets go as well.
 */
export function useHeld({ value, follow, listSteps, onKeep }: Held) {
  const { current: own } = useRef<Hold>({ value: null, from: null, wasDragged: false })
  const [, redraw] = useState({})
  const now = own.value ?? value

  const show = (wanted: number | null) => {
    own.value = wanted
    redraw({})
  }
  const keep = () => {
    own.from = null
    if (own.value !== null) onKeep(own.value)
    show(null)
  }
  return {
    now,
    /** From the press on: a frame must let the pointer through before it is over it. */
    isHeld: own.from !== null,
    /** Whether the last press was the beginning of a way: then its click is none. */
    wasDragged: () => own.wasDragged,
    handlers: {
      onPointerDown({ button, clientX: x, clientY: y, currentTarget, pointerId }: PointerEvent) {
        if (button !== 0) return
        own.from = { x, y, value: now }
        own.wasDragged = false
        redraw({})
        ;(currentTarget as Element).setPointerCapture?.(pointerId)
      },
      onPointerMove({ clientX, clientY }: PointerEvent) {
        if (!own.from) return
        const x = clientX - own.from.x
        const y = clientY - own.from.y
        own.wasDragged ||= Math.hypot(x, y) >= clickPx
        if (own.wasDragged) show(follow(own.from.value, x, y))
      },
      onKeyDown(event: KeyboardEvent) {
        const wanted = listSteps(own.value ?? value)[event.key]
        if (wanted === undefined) return
        show(wanted)
        // What the element took is not the page's.
        event.preventDefault()
        event.stopPropagation()
      },
      onLostPointerCapture: keep,
      onKeyUp: keep,
      onBlur: keep,
    },
  }
}
