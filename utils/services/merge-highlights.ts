import type { ImportReport } from '../model/backup'
import { type Named, nameFirst } from '../model/file-preview'
import type { Highlight } from '../model/highlight'
import type { HighlightId } from '../model/ids'
import { limits } from '../model/limits'
import { withAddressesOf } from '../model/met-addresses'
import { tidyTags } from '../model/tags'
import { hashesOf } from '../reading/judge-address'

/** What taking highlights in comes to: rows before and after for the journal, and how many of each kind. */
export interface Merge {
  before: Highlight[]
  after: Highlight[]
  report: ImportReport
}

/** White space apart, of which two programs read a page differently. */
const fold = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** One entry for each address: highlights of the same words on the same page share at least one. */
const keysOf = ({ addresses, statedAddresses = [], selectors: [{ exact }] }: Highlight): string[] =>
  [...addresses, ...statedAddresses].flatMap(hashesOf).map(hash => `${hash} ${fold(exact)}`)

/** By which one without an address meets the others of its article. */
const titleKeyOf = ({ title, selectors: [{ exact }] }: Highlight): string =>
  `${fold(title).toLowerCase()}\n${fold(exact)}`

/** Only its words are known: it may stand wherever they do. */
const isBare = ({ selectors: [{ prefix, suffix }, place] }: Highlight): boolean =>
  !place && prefix + suffix === ''

/**
 * The same words at the same place: the same offsets, or the same surroundings where the page changed. Where one has no
 * place, as another program's, as much of the surroundings as both have, white space apart; where it has only words, those.
 */
export function isSamePassage(a: Highlight, b: Highlight): boolean {
  const [quoteA, placeA] = a.selectors
  const [quoteB, placeB] = b.selectors
  if (!placeA || !placeB) {
    if (fold(quoteA.exact) !== fold(quoteB.exact)) return false
    return (
      isBare(a) ||
      isBare(b) ||
      (endAlike(quoteA.prefix, quoteB.prefix) && beginAlike(quoteA.suffix, quoteB.suffix))
    )
  }
  if (quoteA.exact !== quoteB.exact) return false
  const isSamePlace = placeA.start === placeB.start && placeA.end === placeB.end
  const hasSurroundings = quoteA.prefix + quoteA.suffix !== ''
  return (
    isSamePlace || (hasSurroundings && quoteA.prefix === quoteB.prefix && quoteA.suffix === quoteB.suffix)
  )
}

function beginAlike(one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)]
  return a.startsWith(b) || b.startsWith(a)
}

function endAlike(one: string, other: string): boolean {
  const [a, b] = [fold(one), fold(other)]
  return a.endsWith(b) || b.endsWith(a)
}

/** Both notes, unless one says what the other does. */
function joinNotes(mine: string, theirs: string): string {
  if (mine.includes(theirs)) return mine
  return theirs.includes(mine) ? theirs : `${mine}\n\n${theirs}`
}

/**
 * Two highlights of one passage as one, under the first one's id, with the tags of both; the first itself where nothing is
 * new. Null where note or tags of both are more than one may have.
 */
function join(mine: Highlight, theirs: Highlight): Highlight | null {
  const both = withAddressesOf(mine, theirs)
  const note = joinNotes(mine.note, theirs.note)
  const tags = tidyTags([...mine.tags, ...theirs.tags])
  if (note.length > limits.highlightText || tags === null) return null
  const isFound = !isBare(mine) || isBare(theirs)
  const isSame = note === mine.note && tags.length === mine.tags.length && both === mine && isFound
  if (isSame) return mine
  return {
    ...both,
    ...(!isFound && { selectors: theirs.selectors, anchoredMs: theirs.anchoredMs }),
    note,
    tags,
    createdMs: Math.min(mine.createdMs, theirs.createdMs),
    modifiedMs: Math.max(mine.modifiedMs, theirs.modifiedMs),
  }
}

/**
 * Takes highlights in beside those on file, so that nothing doubles and nothing is lost: of the same id the
 * one changed last stands; the same passage on the same page becomes one, with both notes. Taking the same
 * ones in again changes nothing. Where both notes together are longer than a note may be, both highlights stay.
 * @param sameId what becomes of two states of one highlight: `newer` stands, or both are joined unless theirs is the older,
 *   as with a file of another program, which knows nothing of what the reader did here since
 */
export function mergeHighlights(
  onFile: Highlight[],
  incoming: Highlight[],
  sameId: 'newer' | 'join' = 'newer',
): Merge {
  const original = new Map(onFile.map(highlight => [highlight.id, highlight]))
  const current = new Map(original)
  const byKey = new Map<string, HighlightId[]>()
  const remember = (highlight: Highlight): void => {
    current.set(highlight.id, highlight)
    for (const key of [...keysOf(highlight), titleKeyOf(highlight)]) {
      const ids = byKey.get(key)
      if (!ids) byKey.set(key, [highlight.id])
      else if (!ids.includes(highlight.id)) ids.push(highlight.id)
    }
  }
  const listBy = (key: string): Highlight[] => (byKey.get(key) ?? []).flatMap(id => current.get(id) ?? [])
  onFile.forEach(remember)

  const place = (theirs: Highlight): void => {
    const same = current.get(theirs.id)
    if (same) {
      const isNewer = theirs.modifiedMs > same.modifiedMs
      const [newer, older] = isNewer ? [theirs, same] : [same, theirs]
      const isOld = theirs.modifiedMs < same.modifiedMs
      const both = sameId === 'join' && !isOld ? join(same, theirs) : null
      const joined = both ?? withAddressesOf(newer, older)
      if (joined !== same) remember(joined)
      return
    }
    const isPlaceless = (each: Highlight) => each.addresses.length === 0
    const ofTitle = listBy(titleKeyOf(theirs)).filter(mine => isPlaceless(mine) || isPlaceless(theirs))
    const near = [...keysOf(theirs).flatMap(listBy), ...ofTitle]
    const twin = near.find(mine => isSamePassage(mine, theirs))
    const joined = twin && join(twin, theirs)
    if (!joined) remember(theirs)
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

/** Tags that would be new here. */
export function listNewTags(onFile: readonly Highlight[], { after }: Merge): Named {
  const known = new Set(onFile.flatMap(({ tags }) => tags))
  return nameFirst([...new Set(after.flatMap(({ tags }) => tags))].filter(tag => !known.has(tag)).toSorted())
}
