import type { ClaimId } from '../model/ids'
import type { ClaimOnFile } from '../model/reading'
import { hashText } from './hash-text'
import { claimsOfLeaf } from './read-answers'
import type { DossierRow } from './rows'
import { bitsOf, bucketOf, entryLength } from './segment'
import { type EditionTables, readDirectory } from './tables'
import { claimsPerLeaf } from './weights'

/** The claim of an id, where this edition has it: one bucket of the directory is read, and the row it leads to. */
export async function findClaimById(
  tables: EditionTables,
  { edition, bits }: DossierRow,
  id: ClaimId,
): Promise<ClaimOnFile[]> {
  const [high, low] = hashText(id)
  for (const { words } of await readDirectory(tables, edition, 'c', bucketOf(high, bitsOf('c', bits)))) {
    for (let at = 0; at < words.length; at += entryLength.c) {
      if (words[at] !== high || words[at + 1] !== low) continue
      const leaf = await tables.leaves.get([edition, Math.floor((words[at + 4] ?? 0) / claimsPerLeaf)])
      const claim = leaf && claimsOfLeaf(leaf).find(each => each.id === id)
      if (claim) return [claim]
    }
  }
  return []
}
