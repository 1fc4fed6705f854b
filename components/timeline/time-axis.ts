import { type ScaleTime, scaleUtc } from 'd3-scale'
import { dayMs } from '../../utils/model/day-ms'
import type { TimelinePoint } from '../../utils/model/reading'
import { formatTick, type TickUnit } from './format-axis'

/** From ms since 1970 (UTC) to px from the left edge of the lanes. */
export type TimeScale = ScaleTime<number, number>

/** What the lanes have room for. */
export interface Room {
  widthPx: number
  /** From the middle of a shape to the middle of the next one that does not touch it. */
  stepPx: number
}

export interface Tick {
  atPx: number
  /** Middle of the label: that of the tick, or nearer to the middle where it would stick out. */
  labelPx: number
  label: string
}

// A time before the telephone is not a claim's: it stands for "from any time" ("before 2013").
const earliestMs = Date.UTC(1876, 0)
const latestMs = Date.UTC(2200, 0)
/** Ten thousand years: what stands farther is no date of anybody's, and soon none that a calendar has. */
const farthestMs = 3.2e14
/** A day alone stands among its neighbours. */
const shortestMs = 28 * dayMs

/** An interval shorter than this would not be seen as a bar behind its shape. */
export const shortestBar = ({ stepPx }: Room): number => 1.75 * stepPx

const isPlausible = (ms: number): boolean => ms > earliestMs && ms < latestMs

/** The known sides of all points. Where all of them are beyond belief they are drawn all the same. */
function listKnown(points: readonly TimelinePoint[], readMs: number | null): number[] {
  const sides: number[] = []
  const add = (ms: number) => {
    if (Math.abs(ms) <= farthestMs) sides.push(ms)
  }
  for (const { startMs, endMs, opens } of points) {
    if (opens !== 'start') add(startMs)
    if (opens !== 'end') add(endMs)
  }
  if (readMs !== null) add(readMs)
  const plausible = sides.filter(isPlausible)
  return plausible.length > 0 ? plausible : sides
}

/**
 * The scale of a timeline, from the first known time to the last, with room at the ends for "before 2013" and for half
 * a shape; null where nothing has a time. Sides outside of the years 1876 to 2200 do not stretch it.
 * @param readMs the day the article being read was published, where it is known
 */
export function makeTimeScale(
  points: readonly TimelinePoint[],
  readMs: number | null,
  room: Room,
): TimeScale | null {
  const known = listKnown(points, readMs)
  if (known.length === 0) return null
  const [earliest, latest] = [known.reduce((a, b) => Math.min(a, b)), known.reduce((a, b) => Math.max(a, b))]
  const missing = Math.max(0, shortestMs - (latest - earliest)) / 2
  const [first, last] = [earliest - missing, latest + missing]
  const innerPx = Math.max(1, room.widthPx - 2 * room.stepPx)
  // So much of the axis must stand before "before 2013", or its bar would not be seen.
  const openMs = (last - first) * Math.min(0.3, shortestBar(room) / innerPx)
  let [start, end] = [first, last]
  for (const { startMs, endMs, opens } of points) {
    if (opens === 'start' && endMs >= first && endMs <= last) start = Math.min(start, endMs - openMs)
    if (opens === 'end' && startMs >= first && startMs <= last) end = Math.max(end, startMs + openMs)
  }
  return scaleUtc([start, end], [room.stepPx, room.widthPx - room.stepPx])
}

/** A scale as it is after zooming: `k` times as long, its zero at `x`. What is shown is from 0 to the room's width. */
export const zoomScale = (scale: TimeScale, { k, x }: { k: number; x: number }): TimeScale =>
  scale.copy().range(scale.range().map(px => px * k + x))

/** How far zooming in makes sense: until a day has the room of two shapes. */
export function findMostZoom(scale: TimeScale, { stepPx }: Room): number {
  const dayPx = Math.abs(scale(dayMs) - scale(0))
  return dayPx > 0 ? Math.max(1, (2 * stepPx) / dayPx) : 1
}

/** A digit or small letter of the interface's fonts is narrower than this, in em. */
const letterEm = 0.6
/** Between two labels, in em. */
const gapEm = 0.6

const isMonthStart = (at: Date): boolean => at.getUTCDate() === 1
const isYearStart = (at: Date): boolean => isMonthStart(at) && at.getUTCMonth() === 0
const finestUnit = (ticks: readonly Date[]): TickUnit =>
  ticks.every(isYearStart) ? 'year' : ticks.every(isMonthStart) ? 'month' : 'day'

/** "2018", "May 2018" and "Jun", "22 May 2018" and "29 May": the year where it is new. */
function labelTicks(scale: TimeScale, ticks: readonly Date[], emPx: number, widthPx: number): Tick[] {
  const unit = finestUnit(ticks)
  return ticks.map((at, index) => {
    const isNewYear = ticks[index - 1]?.getUTCFullYear() !== at.getUTCFullYear()
    const label = formatTick(at.getTime(), unit, isNewYear)
    const half = (label.length * letterEm * emPx) / 2
    const atPx = scale(at)
    return { atPx, labelPx: Math.max(half, Math.min(widthPx - half, atPx)), label }
  })
}

const areApart = (ticks: readonly Tick[], emPx: number): boolean =>
  ticks.every(({ label, labelPx }, index) => {
    const before = ticks[index - 1]
    const letters = before ? (label.length + before.label.length) / 2 : 0
    return !before || labelPx - before.labelPx >= (letters * letterEm + gapEm) * emPx
  })

/** Every second one, so that years that begin within stay. */
function thin(ticks: readonly Date[]): Date[] {
  const first = Math.max(0, ticks.findIndex(isYearStart)) % 2
  return ticks.filter((_, index) => index % 2 === first)
}

/** So few say too little: then every second of more is tried. */
const fewTicks = 3

/** Ticks at days, months or years within the room, as many as have room for their labels; at least one. */
export function listTicks(scale: TimeScale, { widthPx }: Room, emPx: number): Tick[] {
  const shown = scaleUtc([scale.invert(0), scale.invert(widthPx)], [0, widthPx])
  const findFitting = (choose: (days: readonly Date[]) => readonly Date[]): Tick[] => {
    for (let count = Math.ceil(widthPx / (3 * emPx)); count > 0; count -= 1) {
      const days = shown.ticks(count).filter(at => at.getTime() % dayMs === 0)
      const ticks = labelTicks(shown, choose(days), emPx, widthPx)
      if (ticks.length > 0 && areApart(ticks, emPx)) return ticks
    }
    return []
  }
  const all = findFitting(days => days)
  const some = all.length < fewTicks ? findFitting(thin) : []
  const ticks = some.length > all.length ? some : all
  if (ticks.length > 0) return ticks
  const middle = new Date(Math.floor(shown.invert(widthPx / 2).getTime() / dayMs) * dayMs)
  return labelTicks(shown, [middle], emPx, widthPx)
}
