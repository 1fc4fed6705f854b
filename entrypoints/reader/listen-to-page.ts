import type { Point } from '../../components/inline/place-card'
import { findMarksAtPoint } from '../../utils/page/find-marks-at-point'
import { hostAttribute } from '../../utils/page/host-attribute'
import { onTrusted } from '../../utils/page/on-trusted'
import { hasSelection, type SelectionRead } from '../../utils/page/selection'
import type { Cards } from './create-cards'
import type { StageHandle } from './create-stage'
import type { Spot } from './spots'

/** How long the pointer rests on a mark before its card opens: shorter, and cards flicker while one reads along. */
const restMs = 220
/** The buttons for a selection stand this far from the words, px. */
const gapPx = 8
/** Room they need, px: as wide as their text in the longest of our languages. */
const toolsSize = { width: 620, height: 34 }

interface Wiring {
  signal: AbortSignal
  stage: StageHandle
  cards: Cards
  spots: () => Spot[]
  /** What is selected, in the text as it was read. */
  glanceAtSelection: () => SelectionRead
}

const isOurs = ({ target }: Event) => target instanceof Element && target.hasAttribute(hostAttribute)

/** A link under a mark stays a link: a click on it is not ours. */
const isOnControl = ({ target }: Event) =>
  target instanceof Element &&
  target.closest('a[href], button, input, select, textarea, label, summary') !== null

/** Pointer, tap, selection and Escape, as the reader does them; what scripts of the page feign is not heard. */
export function listenToPage({ signal, stage, cards, spots, glanceAtSelection }: Wiring): void {
  let rest: ReturnType<typeof setTimeout> | undefined
  let frame = 0
  signal.addEventListener('abort', () => {
    clearTimeout(rest)
    cancelAnimationFrame(frame)
  })

  const spotAt = ({ x, y }: Point, hasSentences: boolean): Spot | null => {
    const entries = spots()
      .flatMap(spot => spot.painted.map(painted => ({ id: spot, ...painted })))
      .filter(({ layer }) => hasSentences || !layer.endsWith('-sentence'))
    return findMarksAtPoint(document, x, y, entries)[0] ?? null
  }

  const follow = (point: Point) => {
    clearTimeout(rest)
    // Whole paragraphs can be marked: resting on the located words opens a card, on the rest of a sentence only a tap.
    const spot = spotAt(point, false)
    if (!spot || hasSelection(document)) return cards.release()
    if (stage.state().card?.key === spot.key) return cards.hold()
    rest = setTimeout(() => cards.open(spot, point, false), restMs)
  }

  onTrusted(
    document,
    'pointermove',
    event => {
      cancelAnimationFrame(frame)
      if (event.pointerType !== 'mouse' || event.buttons !== 0 || isOurs(event)) return clearTimeout(rest)
      const point = { x: event.clientX, y: event.clientY }
      frame = requestAnimationFrame(() => follow(point))
    },
    signal,
    { passive: true },
  )

  onTrusted(
    document,
    'click',
    event => {
      if (isOurs(event)) return
      const point = { x: event.clientX, y: event.clientY }
      const spot = isOnControl(event) || hasSelection(document) ? null : spotAt(point, true)
      if (spot) cards.open(spot, point, true)
      else cards.close()
    },
    signal,
  )

  onTrusted(document, 'keydown', event => event.key === 'Escape' && cards.close(), signal)

  const offer = () => {
    const selected = glanceAtSelection()
    // Words the page wrote since it was read can be highlighted too: it is read anew then.
    const ranges = selected.reason === 'outside' ? listOpenRanges() : selected.ranges
    stage.change({ selection: ranges?.length ? placeTools(ranges) : null })
  }
  // After the press: while the reader still drags, a button would jump about under the pointer.
  onTrusted(document, 'pointerup', event => !isOurs(event) && setTimeout(offer), signal)
  onTrusted(document, 'keyup', event => event.key.startsWith('Arrow') && event.shiftKey && offer(), signal)
  document.addEventListener(
    'selectionchange',
    () => {
      if (stage.state().selection && !hasSelection(document)) stage.change({ selection: null })
    },
    { signal },
  )
  // The buttons and the card stand at fixed places of the window: what scrolls away takes them along.
  const leave = () => {
    if (stage.state().selection) stage.change({ selection: null })
    if (stage.state().card?.pointer) cards.close()
  }
  document.addEventListener('scroll', leave, { signal, passive: true, capture: true })
}

/** What the document itself says is selected. */
function listOpenRanges(): Range[] {
  const selection = getSelection()
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  return range && !range.collapsed ? [range] : []
}

/** Above the end of the words, or below where there is no room; inside the window. */
function placeTools(ranges: readonly Range[]): Point {
  const boxes = ranges.flatMap(range => [...range.getClientRects()])
  const last = boxes.at(-1) ?? new DOMRect()
  const first = boxes[0] ?? last
  const below = last.bottom + gapPx
  const hasRoomBelow = below + toolsSize.height < window.innerHeight
  const maxX = document.documentElement.clientWidth - toolsSize.width - gapPx
  return {
    x: Math.max(gapPx, Math.min(last.right - toolsSize.width / 2, maxX)),
    y: hasRoomBelow ? below : Math.max(gapPx, first.top - gapPx - toolsSize.height),
  }
}
