import type { PartKind, Standing } from '../../model/comparison'
import type { Token } from './split-tokens'

/** A figure: from `min` to `max`, both included; equal where it is exact. */
export interface Figure {
  is: 'figure'
  min: number
  max: number
  /** Only figures of one dimension can be alike: a count, a share of 1, times, a rank, money of a currency. */
  dimension: string
  /** Stems of the words it counts; the one that is meant is among the first. */
  counted: string[]
  /** The token after what it counts, as far as can be told; 0 where it counts nothing. */
  countedTo: number
}

/** A length of time, or how often something comes. */
export interface Length {
  is: 'length'
  minDays: number
  maxDays: number
  /** In units that convert exactly ("36 months" and "three years"); null where it is vague. */
  exact: string | null
  isEvery: boolean
}

/** "since", "until", …: how a time is meant; 'at' where nothing is said. */
export type Side = 'at' | 'since' | 'until' | 'before' | 'after'

/** A point or stretch of the calendar, as far as it is said. */
export interface CalendarTime {
  is: 'calendar'
  side: Side
  /** In ms, `endMs` exclusive; null where the year is not known. */
  range: { startMs: number; endMs: number } | null
  /** Without a year: month (1..12) and day. */
  month: number | null
  day: number | null
  /** What is neither, by name: "monday", "last year", "quarter 1". `family` tells which can differ from which. */
  named: { family: string; key: string } | null
}

export interface Denial {
  is: 'denial'
  /** The denying word, as a stem: "deny", "not". */
  by: string
  /** Stems of the words denied, as far as can be told. */
  scope: string[]
  /** The token after the last of them, where they follow; else 0. */
  scopeTo: number
}

export interface Hedge {
  is: 'hedge'
  /** Possible, likely, hearsay, …: hedges of one sense say the same. */
  sense: string
}

export interface Name {
  is: 'name'
  /** Folded, without articles and titles. */
  words: string[]
  /** A country that it or its people are called by. */
  place: string | null
}

export type Value = Figure | Length | CalendarTime | Denial | Hedge | Name

/** A part of a statement that bears meaning: tokens `from` to `to`, the latter exclusive. */
export interface Part {
  kind: PartKind
  from: number
  to: number
  value: Value
}

/** Reads a part that begins at a token; null where none does. */
export type PartReader = (tokens: readonly Token[], at: number) => Part | null

/** How a value stands to another that it can be compared with; null where it says nothing of the other. */
export type ValueStanding = Exclude<Standing, 'only'> | null
