import { FailureError } from '../model/failure-error'
import type { DossierId } from '../model/ids'
import { reach } from './attempt'
import type { Database } from './database'
import type { DossierRow } from './rows'
import { editionTables } from './tables'

/** Reads of one edition, each a transaction. Rejects as not-found where it is not the one on file any more. */
type ReadEdition = <T>(work: () => PromiseLike<T>) => Promise<T>

/** What is gone through some rows at a time must be of one edition: null where the dossier is not on file. */
export async function guardEdition(
  database: Database,
  id: DossierId,
): Promise<{ head: DossierRow; read: ReadEdition } | null> {
  const { dossiers } = database
  const head = await reach(database, () => dossiers.get(id))
  if (!head) return null
  const tables = editionTables.map(name => database[name])
  const read: ReadEdition = work =>
    reach(database, () =>
      database.transaction('r', [dossiers, ...tables], async () => {
        if ((await dossiers.get(id))?.edition !== head.edition) {
          const detail = `the dossier “${id}” was taken in anew`
          throw new FailureError({ kind: 'not-found', detail })
        }
        return work()
      }),
    )
  return { head, read }
}
