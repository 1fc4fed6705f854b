import type { Table } from 'dexie'
import { gatherCandidates } from '../matching/gather-candidates'
import type { FoundClaim } from '../model/ports'
import type { ClaimOnFile } from '../model/reading'
import type { ClaimRow } from './rows'

/**
 * `CorpusPort.findClaimsByTerms` inside a transaction. An index entry costs little and a row much, so keys come first:
 * those of a term are asked once for all lists; then each row once.
 * Work: at most one request for each term, and lists × limit rows, whatever is on file.
 */
export async function findClaimsByTerms(
  claims: Table<ClaimRow, string>,
  queries: readonly string[][],
  limit: number,
  withSources: (rows: ClaimRow[]) => Promise<ClaimOnFile[]>,
): Promise<FoundClaim[][]> {
  const asked = new Map<string, PromiseLike<string[]>>()
  const ask = (term: string, atMost: number): PromiseLike<string[]> => {
    const before = asked.get(term)
    if (before) return before
    const keys = claims.where('terms').equals(term).limit(atMost).primaryKeys()
    asked.set(term, keys)
    return keys
  }
  const lists = await Promise.all(queries.map(terms => gatherCandidates(terms, limit, ask)))
  const rows = await claims.bulkGet([...new Set(lists.flat())])
  const known = rows.filter(row => row !== undefined)
  const rowsById = new Map<string, ClaimRow>(known.map(row => [row.id, row]))
  const found = new Map<string, FoundClaim>()
  for (const claim of await withSources(known)) {
    const row = rowsById.get(claim.id)
    if (row) found.set(claim.id, { dossier: row.dossier, claim, terms: [...row.terms, ...row.families] })
  }
  return lists.map(ids => ids.flatMap(id => found.get(id) ?? []))
}
