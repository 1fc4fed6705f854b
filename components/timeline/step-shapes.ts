import { type Lane, laneKey, type Shape, type TimelineLayout } from './timeline-layout'

/** Shapes as the arrow keys go: from left to right, lane by lane where they stand above each other, from the ground up. */
export const orderShapes = ({ lanes }: TimelineLayout): Shape[] =>
  lanes
    .flatMap((lane, index) => lane.shapes.map(shape => ({ shape, index })))
    .sort((a, b) => a.shape.atPx - b.shape.atPx || a.index - b.index || a.shape.row - b.shape.row)
    .map(({ shape }) => shape)

/** The shape of a lane that is nearest in time; of those above each other the lowest. */
const findNearest = ({ shapes }: Lane, atPx: number): Shape | undefined => {
  let nearest: Shape | undefined
  for (const shape of shapes) {
    const isNearer = !nearest || Math.abs(shape.atPx - atPx) < Math.abs(nearest.atPx - atPx)
    if (isNearer || (nearest && shape.atPx === nearest.atPx && shape.row < nearest.row)) nearest = shape
  }
  return nearest
}

/** Where a key leads from a shape: in time, to the lane above or below, to the ends; undefined where it is no such key. */
export function findNext(layout: TimelineLayout, from: Shape, key: string): Shape | undefined {
  const inOrder = orderShapes(layout)
  const at = inOrder.findIndex(shape => shape.key === from.key)
  const lane = layout.lanes.findIndex(one => laneKey(one) === laneKey(from))
  const neighbour = (step: number) => {
    const next = layout.lanes[lane + step]
    return next ? findNearest(next, from.atPx) : from
  }
  switch (key) {
    case 'ArrowRight':
      return inOrder[Math.min(inOrder.length - 1, at + 1)]
    case 'ArrowLeft':
      return inOrder[Math.max(0, at - 1)]
    case 'ArrowUp':
      return neighbour(-1)
    case 'ArrowDown':
      return neighbour(1)
    case 'Home':
      return inOrder[0]
    case 'End':
      return inOrder.at(-1)
    default:
      return undefined
  }
}
