import type { Position } from '../../utils/model/dossier'
import type { TimelinePoint } from '../../utils/model/reading'
import { divideColumn } from './divide-column'
import { packBars } from './pack-bars'
import { comparePlaced, createPlacing, type Placed } from './place-point'
import { stackPoints } from './stack-points'
import type { Room, TimeScale } from './time-axis'

/** Points of one position; those about others have lanes of their own, so that they move no other point. */
interface LaneName {
  position: Position
  isApart: boolean
}

/** One point, or several gathered where there is no room for each of them. Places in px from the lanes' left edge. */
export interface Shape extends LaneName {
  /** Which it is, also after the next layout: the place of its first point among those handed in. */
  key: number
  /** In the order of time; never empty. */
  points: TimelinePoint[]
  /** All of its points are the article's own. */
  isHere: boolean
  atPx: number
  /** From the lane's ground. */
  row: number
  /** Where its time is long enough to be seen, or has an open side. */
  bar: { fromPx: number; toPx: number; opens: TimelinePoint['opens'] } | null
}

export interface Lane extends LaneName {
  shapes: Shape[]
  rows: number
}

export interface TimelineLayout {
  /** Yes, no, partly and open, each with those about others under it; as far as they have points. */
  lanes: Lane[]
  /** Times cannot be told from each other everywhere: to look closer helps. */
  isCrowded: boolean
}

export const laneOrder: Position[] = ['yes', 'no', 'partly', 'unknown']

/** Names a lane among those of a layout. */
export const laneKey = ({ position, isApart }: LaneName): string => (isApart ? `${position} apart` : position)

/** A stack of so many times is read one by one; from then on to look closer is offered. */
const readableStack = 3

/**
 * Where everything of a timeline stands: each point in the lane of its position, in exactly one shape, none of which
 * covers another of its lane. Intervals are bars in rows of their own, points stand in columns upon them; what has no
 * room there is gathered. Times beyond the scale stand at its end. n log n.
 * @param most how many rows a lane may have, at least two
 */
export function layOutTimeline(
  points: readonly TimelinePoint[],
  scale: TimeScale,
  room: Room,
  most: (lane: LaneName) => number,
): TimelineLayout {
  const byLane = new Map<string, Placed[]>()
  const place = createPlacing(scale, room)
  for (const [key, point] of points.entries()) {
    const placed = place(point, key)
    const lane = byLane.get(laneKey(point))
    if (lane) lane.push(placed)
    else byLane.set(laneKey(point), [placed])
  }
  const lanes = laneOrder
    .flatMap(position => [false, true].map(isApart => ({ position, isApart })))
    .flatMap(name => {
      const placed = byLane.get(laneKey(name))
      return placed ? [layOutLane(name, placed, scale, room, most(name))] : []
    })
  return { lanes: lanes.map(({ lane }) => lane), isCrowded: lanes.some(({ isCrowded }) => isCrowded) }
}

function layOutLane(
  name: LaneName,
  placed: readonly Placed[],
  scale: TimeScale,
  { stepPx }: Room,
  most: number,
): { lane: Lane; isCrowded: boolean } {
  const columns = stackPoints(
    placed.filter(({ isBar }) => !isBar),
    stepPx,
  )
  const highest = columns.reduce((high, { items }) => Math.max(high, items.length), 0)
  const { rows, bars } = packBars(
    placed.filter(({ isBar }) => isBar),
    {
      most: Math.max(1, most - Math.min(2, highest)),
      stepPx,
      originPx: scale.range()[0] ?? 0,
      kindOf: ({ point }) => String(point.isHere),
      compare: comparePlaced,
    },
  )
  const shapes = bars.map(({ items, row, fromPx, toPx }): Shape => {
    const [only] = items
    const opens = items.find(item => item.opens !== null)?.opens ?? null
    const atPx = items.length === 1 && only ? only.atPx : (fromPx + toPx) / 2
    return { ...makeShape(name, items, atPx, row), bar: { fromPx, toPx, opens } }
  })
  for (const { atPx, items } of columns) {
    const base = rows.findBase({ fromPx: atPx - stepPx / 2, toPx: atPx + stepPx / 2 })
    for (const [above, part] of divideColumn(items, most - base).entries())
      shapes.push(makeShape(name, part, atPx, base + above))
  }
  return {
    lane: { ...name, shapes, rows: shapes.reduce((high, { row }) => Math.max(high, row + 1), 0) },
    isCrowded:
      shapes.some(({ points }) => points.length > 1) ||
      columns.some(({ items }) => new Set(items.map(({ point }) => point.startMs)).size >= readableStack),
  }
}

function makeShape(
  { position, isApart }: LaneName,
  items: readonly Placed[],
  atPx: number,
  row: number,
): Shape {
  const inOrder =
    items.length === 1 ? items : items.toSorted((a, b) => a.point.startMs - b.point.startMs || a.key - b.key)
  return {
    key: items.reduce((least, { key }) => Math.min(least, key), Number.POSITIVE_INFINITY),
    points: inOrder.map(({ point }) => point),
    position,
    isApart,
    isHere: items.every(({ point }) => point.isHere),
    atPx,
    row,
    bar: null,
  }
}
