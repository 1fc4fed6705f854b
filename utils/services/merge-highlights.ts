import type { ImportReport } from '../model/backup'
import type { Highlight } from '../model/highlight'
import type { HighlightId } from '../model/ids'
import { limits } from '../model/limits'
import { withAddressesOf } from '../model/met-addresses'
import { hashesOf } from '../reading/judge-address'

/** What taking highlights in comes to: rows before and after for the journal, and how many of each kind. */
export interface Merge {
  before: Highlight[]
  after: Highlight[]
  report: ImportReport
}

/** One entry for each address: highlights of the same words on the same page share at least one. */
const keysOf = ({ addresses, statedAddresses = [], selectors: [{ exact }] }: Highlight): string[] =>
  [...addresses, ...statedAddresses].flatMap(hashesOf).map(hash => `${hash} ${exact}`)

/** The same words at the same place: the same offsets, or the same surroundings where the page changed. */
export function isSamePassage(a: Highlight, b: Highlight): boolean {
  const [quoteA, placeA] = a.selectors
  const [quoteB, placeB] = b.selectors
  if (quoteA.exact !== quoteB.exact) return false
  const isSamePlace = placeA.start === placeB.start && placeA.end === placeB.end
  const hasSurroundings = quoteA.prefix + quoteA.suffix !== ''
  return (
    isSamePlace || (hasSurroundings && quoteA.prefix === quoteB.prefix && quoteA.suffix === quoteB.suffix)
  )
}

/** Both notes, unless one says what the other does. */
function joinNotes(mine: string, theirs: string): string {
  if (mine.includes(theirs)) return mine
  return theirs.includes(mine) ? theirs : `${mine}\n\n${theirs}`
}

/** Two highlights of one passage as one, under the first one's id; the first itself where nothing is new. */
function join(mine: Highlight, theirs: Highlight): Highlight {
  const both = withAddressesOf(mine, theirs)
  const note = joinNotes(mine.note, theirs.note)
  if (note === mine.note && both === mine) return mine
  return {
    ...both,
    note,
    createdMs: Math.min(mine.createdMs, theirs.createdMs),
    modifiedMs: Math.max(mine.modifiedMs, theirs.modifiedMs),
  }
}

/**
 * Takes highlights in beside those on file, so that nothing doubles and nothing is lost: of the same id the
 * one changed last stands; the same passage on the same page becomes one, with both notes. Taking the same
 * ones in again changes nothing. Where both notes together are longer than a note may be, both highlights stay.
 */
export function mergeHighlights(onFile: Highlight[], incoming: Highlight[]): Merge {
  const original = new Map(onFile.map(highlight => [highlight.id, highlight]))
  const current = new Map(original)
  const byKey = new Map<string, HighlightId[]>()
  const remember = (highlight: Highlight): void => {
    current.set(highlight.id, highlight)
    for (const key of keysOf(highlight)) byKey.set(key, [...(byKey.get(key) ?? []), highlight.id])
  }
  onFile.forEach(remember)

  const place = (theirs: Highlight): void => {
    const same = current.get(theirs.id)
    if (same) {
      const [newer, older] = theirs.modifiedMs > same.modifiedMs ? [theirs, same] : [same, theirs]
      const joined = withAddressesOf(newer, older)
      if (joined !== same) remember(joined)
      return
    }
    const twin = keysOf(theirs)
      .flatMap(key => byKey.get(key) ?? [])
      .map(id => current.get(id))
      .find(mine => mine !== undefined && isSamePassage(mine, theirs))
    const joined = twin && join(twin, theirs)
    if (!joined || joined.note.length > limits.highlightText) remember(theirs)
    else if (joined !== twin) remember(joined)
  }
  incoming.forEach(place)

  const changed = [...current.values()].filter(highlight => original.get(highlight.id) !== highlight)
  const before = changed.flatMap(({ id }) => original.get(id) ?? [])
  const added = changed.length - before.length
  return {
    before,
    after: changed,
    report: {
      added,
      updated: before.length,
      unchanged: incoming.length - changed.length,
      removed: 0,
    },
  }
}
