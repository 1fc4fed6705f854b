import type { Room } from './time-axis'
import { type Lane, laneKey, type Shape, type TimelineLayout } from './timeline-layout'

/** The measures of a picture, px. */
export interface Frame extends Room {
  emPx: number
  /** The column of the lanes' names. */
  namesPx: number
  shapePx: number
  /** Above the lanes: the words at the line of the article's own day. */
  headPx: number
  /** By lane: where its ground is, from the top. */
  groundPx: ReadonlyMap<string, number>
  /** All lanes, and then with the axis under them. */
  lanesPx: number
  heightPx: number
}

/** Between the ground and the lowest shape, and above the highest. */
const clearancePx = 3

/** What lanes have room for in an element of that width. */
export function makeRoom(
  widthPx: number,
  emPx: number,
  longestName: number,
): Room & { namesPx: number; shapePx: number } {
  const shapePx = Math.round(1.1 * emPx)
  const namesPx = Math.round(longestName * 0.56 * emPx + 0.8 * emPx)
  return { namesPx, shapePx, stepPx: shapePx + 2, widthPx: Math.max(5 * shapePx, widthPx - namesPx) }
}

/** @param rowsOf how many rows a lane is high, whether they are taken or not */
export function makeFrame(
  room: ReturnType<typeof makeRoom>,
  emPx: number,
  { lanes }: TimelineLayout,
  rowsOf: (lane: Lane) => number,
  hasHead: boolean,
): Frame {
  const headPx = hasHead ? Math.round(1.5 * emPx) : 0
  const groundPx = new Map<string, number>()
  let lanesPx = headPx
  for (const lane of lanes) {
    lanesPx += rowsOf(lane) * room.stepPx + 2 * clearancePx
    groundPx.set(laneKey(lane), lanesPx)
  }
  return { ...room, emPx, headPx, groundPx, lanesPx, heightPx: lanesPx + Math.round(1.9 * emPx) }
}

/** A lane's ground, from the top. */
export const findGroundPx = ({ groundPx }: Frame, lane: Pick<Lane, 'position' | 'isApart'>): number =>
  groundPx.get(laneKey(lane)) ?? 0

/** The middle of a shape's row, from the top. */
export const findRowPx = (frame: Frame, shape: Shape): number =>
  findGroundPx(frame, shape) - clearancePx - (shape.row + 0.5) * frame.stepPx

/** Where a shape is seen, from the lanes' left edge; null where it is out of view. On a bar it keeps to the part in view. */
export function findSeenPx({ widthPx, stepPx }: Room, { atPx, bar }: Shape): number | null {
  const half = stepPx / 2
  if (bar && bar.toPx > half && bar.fromPx < widthPx - half) {
    const from = Math.max(bar.fromPx, 0) + half
    const to = Math.min(bar.toPx, widthPx) - half
    return from > to ? (from + to) / 2 : Math.min(to, Math.max(from, atPx))
  }
  return atPx >= 0 && atPx <= widthPx ? atPx : null
}

/** Where one looks closer unless told otherwise: at the middle one of the shapes in view. */
export function findMiddle({ lanes }: TimelineLayout, room: Room): number {
  const seen = lanes
    .flatMap(({ shapes }) => shapes.flatMap(shape => findSeenPx(room, shape) ?? []))
    .sort((a, b) => a - b)
  return seen[Math.floor(seen.length / 2)] ?? room.widthPx / 2
}
