import type { TimelinePoint } from '../../utils/model/reading'
import { type Room, shortestBar, type TimeScale } from './time-axis'

/** A point with its place on the axis, before anything stands above anything. Places in px. */
export interface Placed {
  point: TimelinePoint
  /** Its place among the points handed in. */
  key: number
  fromPx: number
  toPx: number
  atPx: number
  opens: TimelinePoint['opens']
  /** Its time is long enough to be seen, or has an open side. */
  isBar: boolean
}

/** The article's own first, then by time. */
export const comparePlaced = (a: Placed, b: Placed): number =>
  Number(b.point.isHere) - Number(a.point.isHere) ||
  a.fromPx - b.fromPx ||
  a.toPx - b.toPx ||
  a.point.startMs - b.point.startMs ||
  a.key - b.key

/**
 * Makes what finds a point's place. What lies beyond the scale stands at its end, as if it were open there. A shape
 * stands in the middle of its time; where one side is open, at the known one.
 */
export function createPlacing(scale: TimeScale, room: Room): (point: TimelinePoint, key: number) => Placed {
  // Asked once: a scale makes dates of its ends each time.
  const [firstMs = 0, lastMs = 0] = scale.domain().map(Number)
  const [firstPx = 0, lastPx = 0] = scale.range()
  const toPx = (ms: number) => firstPx + ((ms - firstMs) / (lastMs - firstMs)) * (lastPx - firstPx)
  const within = (ms: number, otherwise: number) =>
    Number.isNaN(ms) ? otherwise : Math.min(lastMs, Math.max(firstMs, ms))
  const half = room.stepPx / 2
  const shortestPx = shortestBar(room)
  return (point, key) => {
    const opens = point.opens ?? (point.startMs < firstMs ? 'start' : point.endMs > lastMs ? 'end' : null)
    const startMs = opens === 'start' ? firstMs : within(point.startMs, firstMs)
    const endMs = Math.max(startMs, opens === 'end' ? lastMs : within(point.endMs, startMs))
    const fromPx = toPx(startMs)
    const endPx = toPx(endMs)
    if (opens === 'start')
      return {
        point,
        key,
        opens,
        fromPx: Math.min(fromPx, endPx - half),
        toPx: endPx,
        atPx: endPx - half,
        isBar: true,
      }
    if (opens === 'end')
      return {
        point,
        key,
        opens,
        fromPx,
        toPx: Math.max(endPx, fromPx + half),
        atPx: fromPx + half,
        isBar: true,
      }
    return {
      point,
      key,
      opens,
      fromPx,
      toPx: endPx,
      atPx: (fromPx + endPx) / 2,
      isBar: endPx - fromPx >= shortestPx,
    }
  }
}
