import type { RemarkPort } from '../model/ports'
import { attempt, reach } from './attempt'
import type { Database } from './database'

/** What the reader says of claims in dossiers, in IndexedDB. */
export function createRemarkStore(database: Database): RemarkPort {
  const { claimRemarks } = database
  return {
    listAll: () => reach(database, () => claimRemarks.toArray()),
    save: remarks =>
      attempt(database, () =>
        database.transaction('rw', [claimRemarks], async () => {
          await claimRemarks.bulkPut(remarks)
        }),
      ),
    delete: claims => attempt(database, () => claimRemarks.bulkDelete(claims)),
  }
}
