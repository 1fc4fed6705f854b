/** A rectangle in px of the viewport, as `Range.getClientRects` gives it. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

export interface Size {
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
}

/** Where a card stands to its mark; 'over' covers a part of it because nothing else fits. */
export type Side = 'below' | 'above' | 'right' | 'left' | 'over'

/** The card's upper left corner, in px of the viewport. */
export interface Place extends Point {
  side: Side
}

/** Between card and mark: room for the wavy underline, near enough that the pointer crosses it at once. */
const gapPx = 8
/** Between card and the viewport's edge. */
const marginPx = 8
/** How far the card reaches to the left of the pointer, so that the pointer meets it and not its corner. */
const leadPx = 28

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high))

function surround(boxes: Box[]): Box {
  const left = Math.min(...boxes.map(box => box.left))
  const top = Math.min(...boxes.map(box => box.top))
  const right = Math.max(...boxes.map(box => box.left + box.width))
  const bottom = Math.max(...boxes.map(box => box.top + box.height))
  return { left, top, width: right - left, height: bottom - top }
}

const distance = (box: Box, point: Point) =>
  Math.hypot(
    point.x - clamp(point.x, box.left, box.left + box.width),
    point.y - clamp(point.y, box.top, box.top + box.height),
  )

/**
 * Finds a place for the card at a mark: under it, over it, beside it, in that order. It covers none of the
 * mark's lines where one side has room; where none has, at least not the pointed line; and it never leaves
 * the viewport, as long as the card is not larger than that less a margin of 8 px.
 * `lines` are the mark's client rectangles; without any the card stands at the pointer.
 */
export function placeCard(lines: Box[], card: Size, viewport: Size, pointer?: Point): Place {
  const maxX = viewport.width - marginPx - card.width
  const maxY = viewport.height - marginPx - card.height
  const clampX = (x: number) => Math.max(marginPx, Math.min(x, maxX))
  const clampY = (y: number) => Math.max(marginPx, Math.min(y, maxY))
  const at = pointer ?? { x: viewport.width / 2, y: viewport.height / 2 }
  const visible = lines.filter(line => line.top + line.height > 0 && line.top < viewport.height)
  const [first = { left: at.x, top: at.y, width: 0, height: 0 }] = visible
  const pointed = pointer
    ? visible.reduce((best, line) => (distance(line, pointer) < distance(best, pointer) ? line : best), first)
    : first
  const x = clampX(pointer ? pointer.x - leadPx : pointed.left)

  for (const box of [surround([first, ...visible]), pointed]) {
    const below = box.top + box.height + gapPx
    if (below >= marginPx && below <= maxY) return { x, y: below, side: 'below' }
    const above = box.top - gapPx - card.height
    if (above >= marginPx && above <= maxY) return { x, y: above, side: 'above' }
    const right = box.left + box.width + gapPx
    if (right >= marginPx && right <= maxX) return { x: right, y: clampY(pointed.top), side: 'right' }
    const left = box.left - gapPx - card.width
    if (left >= marginPx && left <= maxX) return { x: left, y: clampY(pointed.top), side: 'left' }
  }
  const isUpper = pointed.top + pointed.height / 2 < viewport.height / 2
  return { x, y: isUpper ? Math.max(marginPx, maxY) : marginPx, side: 'over' }
}
