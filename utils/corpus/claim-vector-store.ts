import { Dexie } from 'dexie'
import type { ClaimVectorPort } from '../model/claim-vectors'
import type { DossierId } from '../model/ids'
import { attempt, reach } from './attempt'
import type { Database } from './database'

/** Vectors of claims in IndexedDB: a row is a block, so that a thousand of them are one request. */
export function createClaimVectorStore(database: Database): ClaimVectorPort {
  const { claimVectors, vectorStamps } = database
  return {
    countBlocks: () =>
      reach(database, async () => {
        const counts = new Map<DossierId, number>()
        for (const [dossier] of (await claimVectors.toCollection().primaryKeys()) as [DossierId, number][])
          counts.set(dossier, (counts.get(dossier) ?? 0) + 1)
        return counts
      }),

    loadBlock: (dossier, index) =>
      reach(database, async () => (await claimVectors.get([dossier, index]))?.data ?? null),

    saveBlock: (dossier, index, data) =>
      attempt(database, async () => {
        await claimVectors.put({ dossier, index, data })
      }),

    cutBlocks: (dossier, from) =>
      attempt(database, () =>
        database.transaction('rw', [claimVectors, vectorStamps], async () => {
          await vectorStamps.delete(dossier)
          await claimVectors
            .where('[dossier+index]')
            .between([dossier, from], [dossier, Dexie.maxKey], true, true)
            .delete()
        }),
      ),

    listStamps: () =>
      reach(
        database,
        async () =>
          new Map((await vectorStamps.toArray()).map(({ dossier, stamp }) => [dossier, stamp] as const)),
      ),

    saveStamp: (dossier, stamp) =>
      attempt(database, async () => {
        await vectorStamps.put({ dossier, stamp })
      }),
  }
}
