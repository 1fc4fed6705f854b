import type { Position } from '../../utils/model/dossier'
import type { TimelinePoint } from '../../utils/model/reading'
import { formatTick } from './format-time'

/** A point with its place. Shares are 0..1 of the axis' length. */
export interface PlacedPoint {
  point: TimelinePoint
  /** Its middle: where the shape stands. */
  at: number
  from: number
  to: number
  /** Long enough to be drawn as a bar behind its shape. */
  isBar: boolean
  /** How many shapes stand under it in its lane: those that would cover each other are stacked. */
  row: number
}

export interface Lane {
  position: Position
  points: PlacedPoint[]
  rows: number
}

export interface TimelineLayout {
  /** Yes, no, partly and open, those that have points. */
  lanes: Lane[]
  ticks: { at: number; label: string }[]
  fromMs: number
  toMs: number
}

const laneOrder: Position[] = ['yes', 'no', 'partly', 'unknown']

// A time before the telephone is not a claim's: it stands for "from any time" ("before 2013").
const earliestMs = Date.UTC(1876, 0)
const latestMs = Date.UTC(2200, 0)
/** Where nothing else says how far back "before 2013" is drawn. */
const openYears = 1

// A narrow sidebar's axis is some 250 px long and a shape 10 wide: nearer than this, two would touch.
const shapeShare = 0.045
/** A bar shorter than its shape would not be seen. */
const shortestBar = 0.05
/** Higher stacks would make a lane a tower; from here on shapes overlap. */
const highestStack = 5
/** Labels of five characters need this much of a narrow axis each. */
const mostTicks = 5
const steps = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 600]

const monthOf = (ms: number): number => {
  const date = new Date(ms)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}
const startOfMonth = (month: number): number => Date.UTC(Math.floor(month / 12), month % 12)

const isOpenStart = ({ startMs }: TimelinePoint) => !(startMs > earliestMs)
const isOpenEnd = ({ endMs }: TimelinePoint) => !(endMs < latestMs)

/** The first and last month of the axis, in whole years where it is longer than two. */
function listMonths(points: TimelinePoint[]): { first: number; last: number; step: number } {
  const year = 365 * 86_400_000
  const known = points
    .flatMap(point => [
      isOpenStart(point) ? (isOpenEnd(point) ? 0 : point.endMs - openYears * year) : point.startMs,
      isOpenEnd(point) ? point.startMs + openYears * year : point.endMs - 1,
    ])
    .filter(ms => ms > earliestMs && ms < latestMs)
  const first = monthOf(Math.min(...known))
  const last = monthOf(Math.max(...known)) + 1
  const step = steps.find(months => (last - first) / months <= mostTicks - 0.5) ?? 1200
  const whole = Math.min(step, 12)
  const begin = Math.floor(first / whole) * whole
  return { first: begin, last: Math.max(Math.ceil(last / whole) * whole, begin + whole), step }
}

function listTicks(first: number, last: number, step: number): number[] {
  const ticks: number[] = []
  for (let month = Math.ceil(first / step) * step; month <= last; month += step) ticks.push(month)
  return ticks
}

/** Stacks the shapes of one lane: each on the lowest row where it touches none. */
function stack(points: PlacedPoint[]): Lane['points'] {
  const ends: number[] = []
  return points
    .toSorted((a, b) => a.at - b.at)
    .map(placed => {
      const free = ends.findIndex(end => placed.at - end >= shapeShare)
      const row = free >= 0 ? free : Math.min(ends.length, highestStack - 1)
      ends[row] = placed.at
      return { ...placed, row }
    })
}

/** Where everything of a timeline stands; null where there is no point with a time. */
export function layOutTimeline(points: TimelinePoint[]): TimelineLayout | null {
  const usable = points.filter(point => !(isOpenStart(point) && isOpenEnd(point)))
  if (usable.length === 0) return null
  const { first, last, step } = listMonths(usable)
  const fromMs = startOfMonth(first)
  const toMs = startOfMonth(last)
  const share = (ms: number) => Math.min(1, Math.max(0, (ms - fromMs) / (toMs - fromMs)))
  const place = (point: TimelinePoint): PlacedPoint => {
    const from = isOpenStart(point) ? 0 : share(point.startMs)
    const to = isOpenEnd(point) ? 1 : share(point.endMs)
    return { point, from, to, at: (from + to) / 2, isBar: to - from >= shortestBar, row: 0 }
  }
  const lanes = laneOrder.flatMap(position => {
    const placed = stack(usable.filter(point => point.position === position).map(place))
    return placed.length > 0
      ? [{ position, points: placed, rows: Math.max(...placed.map(({ row }) => row)) + 1 }]
      : []
  })
  const ticks = listTicks(first, last, step).map(month => ({
    at: share(startOfMonth(month)),
    label: formatTick(startOfMonth(month), step < 12 ? 'month' : 'year'),
  }))
  return { lanes, ticks, fromMs, toMs }
}
