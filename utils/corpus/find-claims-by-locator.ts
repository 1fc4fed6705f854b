import type { ClaimOnFile } from '../model/reading'
import { splitFingerprint } from './hash-text'
import { mayHaveLocator } from './locator-filter'
import { claimsOfLeaf } from './read-answers'
import type { DossierRow, LocatorFilter } from './rows'
import { bitsOf, bucketOf, entryLength } from './segment'
import { type EditionTables, getPart, readDirectory } from './tables'
import { claimsPerLeaf } from './weights'

/**
 * Filters of the editions on file. What is kept is never other than what the database has, since an edition's filter
 * is written once.
 */
export type Filters = Map<number, LocatorFilter>

/**
 * Claims of one edition whose locator has one of these hashes, in the order of their file. Nearly all hashes end at the
 * filter; for each other one bucket of the directory is read.
 */
export async function findClaimsByLocator(
  tables: EditionTables,
  { edition, bits }: DossierRow,
  hashes: readonly string[],
  filters: Filters,
): Promise<ClaimOnFile[]> {
  const filter = filters.get(edition) ?? (await getPart(tables, edition, 'locators'))
  if (!filter) return []
  filters.set(edition, filter)
  const asked = new Set<string>()
  const buckets = new Set<number>()
  for (const hash of hashes) {
    const [high, low] = splitFingerprint(hash)
    if (!mayHaveLocator(filter, high, low)) continue
    asked.add(hash)
    buckets.add(bucketOf(high, bitsOf('l', bits)))
  }
  const rows = (
    await Promise.all([...buckets].map(bucket => readDirectory(tables, edition, 'l', bucket)))
  ).flat()
  const leaves = new Set<number>()
  for (const { words } of rows) {
    for (let at = 0; at < words.length; at += entryLength.l) {
      const hash = [words[at] ?? 0, words[at + 1] ?? 0]
        .map(half => half.toString(16).padStart(8, '0'))
        .join('')
      if (asked.has(hash)) leaves.add(Math.floor((words[at + 2] ?? 0) / claimsPerLeaf))
    }
  }
  const keys = [...leaves].sort((a, b) => a - b).map((leaf): [number, number] => [edition, leaf])
  const found = await tables.leaves.bulkGet(keys)
  return found
    .flatMap(leaf => (leaf ? claimsOfLeaf(leaf) : []))
    .filter(({ locator }) => asked.has(locator.hash))
}
