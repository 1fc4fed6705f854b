import { inWords } from '../shared/format-time'

const alone = {
  year: inWords({ year: 'numeric' }),
  month: inWords({ year: 'numeric', month: 'short' }),
  day: inWords({ year: 'numeric', month: 'short', day: 'numeric' }),
}
const besideOthers = {
  year: alone.year,
  month: inWords({ month: 'short' }),
  day: inWords({ month: 'short', day: 'numeric' }),
}

export type TickUnit = keyof typeof alone

/** A day, month or year of a time axis, with its year or as one says it beside others. `atMs`: ms since 1970, UTC. */
export const formatTick = (atMs: number, unit: TickUnit, hasYear: boolean): string =>
  (hasYear ? alone : besideOthers)[unit].format(new Date(atMs))

/** A stretch of time in months: "Oct 2018", "Oct 2018 – Feb 2019"; '' where it is no date. ms since 1970, UTC; `endMs` exclusive. */
export function formatStretch(startMs: number, endMs: number): string {
  const ends = [new Date(startMs), new Date(Math.max(startMs, endMs - 1))]
  if (ends.some(end => Number.isNaN(end.getTime()))) return ''
  // `formatRange` says it more shortly and takes fifty times as long: there are many.
  const [from, to] = ends.map(end => alone.month.format(end))
  return from === to ? `${from}` : `${from} – ${to}`
}
