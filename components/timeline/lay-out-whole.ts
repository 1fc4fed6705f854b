import type { TimelinePoint } from '../../utils/model/reading'
import { type Frame, findRowPx, findSeenPx, makeFrame, makeRoom } from './frame'
import { orderShapes } from './step-shapes'
import { findMostZoom, listTicks, makeTimeScale, type Tick, type TimeScale, zoomScale } from './time-axis'
import { laneKey, layOutTimeline, type Shape, type TimelineLayout } from './timeline-layout'
import type { Size } from './use-size'

/** In the sidebar it is small and zooms where it is crowded; on a page of its own it is large and always zooms. */
export type TimelineSize = 'sidebar' | 'page'

/** How many shapes may stand above each other before they are gathered. */
const mostRows = { sidebar: 5, page: 8 }
/** Those about others are there to be seen, not to be read first. */
const mostRowsApart = 3

/** A shape in view, and where its middle is, px from the lanes' left upper corner. */
export interface Seen {
  shape: Shape
  x: number
  y: number
}

/** What is drawn of a timeline, of the whole or of a part that one looks at more closely. */
export interface Drawing {
  layout: TimelineLayout
  /** As the arrow keys go. */
  seen: Seen[]
  ticks: Tick[]
  /** Where the day of the article being read is; null where it is not known or out of view. */
  readPx: number | null
}

/** A timeline as it is seen before anybody zooms, and what a closer look keeps of it. */
export interface Whole {
  frame: Frame
  scale: TimeScale
  isZoomable: boolean
  mostK: number
  /** @param view how much longer the axis is than its room, and where its zero stands */
  draw: (view: { k: number; x: number }) => Drawing
}

/**
 * Null where nothing has a time.
 * @param longestName letters of the longest name of a lane
 */
export function layOutWhole(
  points: readonly TimelinePoint[],
  readMs: number | null,
  { widthPx, emPx }: Size,
  size: TimelineSize,
  longestName: number,
): Whole | null {
  const room = makeRoom(widthPx, emPx, longestName)
  const scale = makeTimeScale(points, readMs, room)
  if (!scale) return null
  const layout = layOutTimeline(points, scale, room, ({ isApart }) =>
    isApart ? mostRowsApart : mostRows[size],
  )
  const mostK = findMostZoom(scale, room)
  const isZoomable = mostK > 1 && (layout.isCrowded || size === 'page')
  // While one zooms, the lanes keep their height, or all under them would jump.
  const rows = new Map(
    layout.lanes.map(lane => [laneKey(lane), isZoomable ? Math.max(2, lane.rows) : lane.rows]),
  )
  const rowsOf = (lane: Parameters<typeof laneKey>[0]) => rows.get(laneKey(lane)) ?? 1
  const frame = makeFrame(room, emPx, layout, rowsOf, readMs !== null)
  return {
    frame,
    scale,
    isZoomable,
    mostK,
    draw(view) {
      const near = zoomScale(scale, view)
      const readPx = readMs === null ? null : near(readMs)
      const now = view.k === 1 ? layout : layOutTimeline(points, near, room, rowsOf)
      return {
        layout: now,
        seen: orderShapes(now).flatMap(shape => {
          const x = findSeenPx(frame, shape)
          return x === null ? [] : [{ shape, x, y: findRowPx(frame, shape) }]
        }),
        ticks: listTicks(near, room, emPx),
        readPx: readPx !== null && readPx >= 0 && readPx <= room.widthPx ? readPx : null,
      }
    },
  }
}
