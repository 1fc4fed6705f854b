import type { Table } from 'dexie'
import type { ClaimPlace } from '../model/ports'
import type { ClaimOnFile } from '../model/reading'
import { readPlace } from './find-claims-by-terms'
import { claimsOfLeaf } from './read-answers'
import type { LeafRow } from './rows'

/** `CorpusPort.loadClaims`: each row once, however many of its claims are wanted. */
export async function loadClaims(
  leaves: Table<LeafRow, [number, number]>,
  places: readonly ClaimPlace[],
): Promise<Map<ClaimPlace, ClaimOnFile>> {
  const wanted = new Map<string, [edition: number, leaf: number]>()
  for (const place of places) {
    const at = readPlace(place)
    if (at) wanted.set(`${at.edition}.${at.leaf}`, [at.edition, at.leaf])
  }
  const rows = await leaves.bulkGet([...wanted.values()])
  const claims = new Map([...wanted.keys()].map((key, index) => [key, claimsOf(rows[index])]))
  const found = new Map<ClaimPlace, ClaimOnFile>()
  for (const place of places) {
    const at = readPlace(place)
    const claim = at && claims.get(`${at.edition}.${at.leaf}`)?.[at.slot]
    if (claim) found.set(place, claim)
  }
  return found
}

const claimsOf = (leaf: LeafRow | undefined): ClaimOnFile[] => (leaf ? claimsOfLeaf(leaf) : [])
