import { Dexie } from 'dexie'
import { reach } from './attempt'
import type { Database } from './database'
import { editionTables } from './tables'
import { rowsPerSweep } from './weights'

/** Lets others at the database: a task of its own. */
const rest = (): Promise<void> => new Promise(resolve => setTimeout(resolve))

/**
 * Deletes the rows of all editions that are neither on file nor held nor being staged, a portion at a time, so that whoever reads
 * meanwhile waits for one portion at most. Stopped in the middle it goes on at the next call.
 */
export async function sweepEditions(
  database: Database,
  isStaged: (edition: number) => boolean,
): Promise<void> {
  const { editions, dossiers } = database
  const old = await reach(database, () =>
    database.transaction('r', [editions, dossiers], async () => {
      const live = new Set((await dossiers.toArray()).map(({ edition }) => edition))
      const free = (await editions.toArray()).filter(({ held }) => !held).map(({ id = 0 }) => id)
      return free.filter(edition => !live.has(edition) && !isStaged(edition))
    }),
  )
  for (const edition of old) {
    for (const name of editionTables) {
      const table = database.table(name)
      const { src } = table.schema.primKey
      for (;;) {
        // A key first and then the range up to it: deleting a range is one request, whatever is in it.
        const last = await reach(database, async () => {
          const within = table.where(src).between([edition, Dexie.minKey], [edition, Dexie.maxKey])
          const keys = await within.limit(rowsPerSweep).primaryKeys()
          const end = keys.at(-1)
          if (end !== undefined)
            await table.where(src).between([edition, Dexie.minKey], end, true, true).delete()
          return end
        })
        if (last === undefined) break
        await rest()
      }
    }
    await reach(database, () => editions.delete(edition))
  }
}
