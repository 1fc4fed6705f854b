import { gatherCandidates } from '../matching/gather-candidates'
import type { FoundClaim } from '../model/ports'
import { hashText } from './hash-text'
import type { DirectoryRow, DossierRow, SketchRow } from './rows'
import { bitsOf, bucketOf, collectPlaces } from './segment'
import { type EditionTables, readDirectory } from './tables'
import { claimsPerLeaf, mostSketches } from './weights'

/** Editions share one range of numbers: that of the edition in the list of those on file, and the place in it. */
const editionStep = 2 ** 32

/**
 * `CorpusPort.findClaimsByTerms` inside a transaction. The directory says where a term occurs, so it comes first, each
 * bucket once for all lists; then the sketches of the claims chosen, each once.
 * Work: one request for each bucket, at most so many for sketches, whatever is on file.
 */
export async function findClaimsByTerms(
  tables: EditionTables,
  live: readonly DossierRow[],
  queries: readonly string[][],
  limit: number,
): Promise<FoundClaim[][]> {
  const asked = new Map<string, PromiseLike<DirectoryRow[]>>()
  const readBucket = (edition: number, bucket: number): PromiseLike<DirectoryRow[]> => {
    const key = `${edition}|${bucket}`
    const rows = asked.get(key) ?? readDirectory(tables, edition, 't', bucket)
    asked.set(key, rows)
    return rows
  }
  const ask = async (term: string, atMost: number): Promise<number[]> => {
    const [hash] = hashText(term)
    const lists = await Promise.all(
      live.map(async ({ edition, bits }, index) => {
        const places: number[] = []
        for (const { words } of await readBucket(edition, bucketOf(hash, bitsOf('t', bits)))) {
          collectPlaces(words, hash, places, atMost)
        }
        return places.map(place => index * editionStep + place)
      }),
    )
    return lists.flat().slice(0, atMost)
  }
  const lists = await Promise.all(queries.map(terms => gatherCandidates(terms, limit, ask)))
  const sketches = await readSketches(tables, live, chooseLeaves(lists))
  return lists.map(places =>
    places.flatMap(place => {
      const dossier = live[Math.floor(place / editionStep)]
      const sketch = sketches.get(Math.floor(place / claimsPerLeaf))
      const found = dossier && sketch && openSketch(dossier, sketch, place % claimsPerLeaf)
      return found ? [found] : []
    }),
  )
}

/** Rows to read: the first of each list before the second of any, until there are so many. */
function chooseLeaves(lists: readonly number[][]): number[] {
  const chosen = new Set<number>()
  const longest = Math.max(0, ...lists.map(({ length }) => length))
  for (let rank = 0; rank < longest; rank += 1) {
    for (const list of lists) {
      const place = list[rank]
      if (place === undefined) continue
      if (chosen.size >= mostSketches) return [...chosen]
      chosen.add(Math.floor(place / claimsPerLeaf))
    }
  }
  return [...chosen]
}

async function readSketches(
  { sketches }: EditionTables,
  live: readonly DossierRow[],
  leaves: readonly number[],
): Promise<Map<number, SketchRow>> {
  const step = editionStep / claimsPerLeaf
  const keys = leaves.map((leaf): [number, number] => [
    live[Math.floor(leaf / step)]?.edition ?? 0,
    leaf % step,
  ])
  const rows = await sketches.bulkGet(keys)
  return new Map(
    rows.flatMap((row, index): [number, SketchRow][] => (row ? [[leaves[index] ?? 0, row]] : [])),
  )
}

function openSketch({ id, edition }: DossierRow, sketch: SketchRow, slot: number): FoundClaim | null {
  const claim = sketch.ids[slot]
  const terms = sketch.terms[slot]
  if (claim === undefined || terms === undefined) return null
  return {
    dossier: id,
    id: claim,
    place: writePlace(edition, sketch.leaf, slot),
    questions: sketch.questions[slot] ?? [],
    terms: terms.split(' ').filter(term => term !== ''),
  }
}

/** The place as the port hands it out: edition, row, and which claim of it. */
export const writePlace = (edition: number, leaf: number, slot: number): string =>
  [edition, leaf, slot].join('.')

/** Takes a place apart again; null where it is none. */
export function readPlace(place: string): { edition: number; leaf: number; slot: number } | null {
  const [edition, leaf, slot] = place.split('.').map(Number)
  const isPlace = [edition, leaf, slot].every(Number.isInteger)
  return isPlace ? { edition: edition ?? 0, leaf: leaf ?? 0, slot: slot ?? 0 } : null
}
