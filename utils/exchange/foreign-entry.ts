import { bareHost } from '../model/bare-host'
import { isWebAddress } from '../model/guards'
import type { HighlightColour, TextPositionSelector } from '../model/highlight'
import type { HighlightId } from '../model/ids'
import { limits } from '../model/limits'
import { type Fault, quote } from './describe-faults'
import { readTime } from './read-time'

/** A value somewhere in a file, and the path that a fault names it by. */
export interface Spot {
  value: unknown
  path: string
}

/** What only Sidelight's own annotations have. */
export interface OwnParts {
  id: HighlightId
  statedAddresses: string[]
  position: TextPositionSelector | null
  anchoredMs: number | null
  pageModified: string | null
}

/** A passage as another program's file has it. Times in ms since 1970, UTC; null where the file does not say. */
export interface ForeignPassage {
  /** What its program knows it by; '' where that says nothing. */
  key: string
  addresses: string[]
  title: string
  outlet: string
  exact: string
  prefix: string
  suffix: string
  note: string
  tags: string[]
  colour: HighlightColour
  createdMs: number | null
  modifiedMs: number | null
  own?: OwnParts
}

/** One entry of a file: what was read of it, and what is wrong with it. One with faults is refused. */
export interface ForeignEntry {
  path: string
  passage: ForeignPassage
  faults: Fault[]
}

/** A field of an object; undefined where it is none, or has no such field of its own (`__proto__` is a name like any other). */
export function into({ value, path }: Spot, name: string): Spot {
  const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, name)
  return {
    value: isThere ? (value as Record<string, unknown>)[name] : undefined,
    path: path === '' ? name : `${path}.${name}`,
  }
}

/** The entries of a list; a single value stands for a list of one, as it does in JSON-LD; none where nothing is there. */
export function itemsOf({ value, path }: Spot): Spot[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return [{ value, path }]
  return value.map((item: unknown, index) => ({ value: item, path: `${path}[${index}]` }))
}

/** Reads the fields of one entry, and collects what is wrong with them. */
export function createEntryReader() {
  const faults: Fault[] = []
  const refuse = (path: string, what: string): void => {
    faults.push({ path, what })
  }
  /** '' where nothing is there. */
  function text({ value, path }: Spot, limit: number): string {
    if (value === undefined || value === null) return ''
    if (typeof value !== 'string') refuse(path, 'must be a text')
    else if (value.length > limit) refuse(path, `must have at most ${limit} characters`)
    else return value
    return ''
  }
  return {
    faults,
    refuse,
    text,
    /** The texts of a list, without empty ones. */
    texts: (list: Spot, limit: number): string[] =>
      itemsOf(list)
        .map(item => text(item, limit))
        .filter(each => each.trim() !== ''),
    /** The words of a passage: there must be some. */
    words(spot: Spot): string {
      const words = text(spot, limits.highlightText)
      if (words.trim() === '' && faults.length === 0) refuse(spot.path, 'has no words')
      return words
    },
    address(spot: Spot): string[] {
      const address = text(spot, limits.address)
      if (isWebAddress(address)) return [address]
      if (faults.length === 0) refuse(spot.path, 'must be a web address (http or https)')
      return []
    },
    time(spot: Spot): number | null {
      const written = text(spot, limits.token).trim()
      if (written === '') return null
      const atMs = readTime(written)
      if (atMs === null) refuse(spot.path, `${quote(written)} is no time`)
      return atMs
    },
  }
}

/** The host of an address, as a name for an outlet of which nothing else is known; '' where there is none. */
export const outletOf = ([address = '']: readonly string[]): string =>
  URL.canParse(address) ? bareHost(new URL(address).hostname) : ''
