import type { ReadingCachePort } from '../model/sentence-reading'
import { attempt, reach } from './attempt'
import type { Database } from './database'
import type { ReadingRow } from './rows'
import { mostReadings } from './weights'

/** Readings of sentences in IndexedDB, at most `limit`: those that came first go first. */
export function createReadingCache(database: Database, limit = mostReadings): ReadingCachePort {
  const { readings } = database
  const byKey = '[version+hash]'

  /** Rows of this version are one stretch of the index: what lies before and after it is of others. */
  async function forgetOthers(version: string): Promise<void> {
    await readings.where(byKey).below([version, '']).delete()
    await readings.where(byKey).above([version, '\uffff']).delete()
  }

  return {
    load: (version, hashes) =>
      reach(database, async () => {
        const keys = [...new Set(hashes)].map(hash => [version, hash])
        const found = new Map<string, Uint8Array>()
        for (const { hash, bytes } of await readings.where(byKey).anyOf(keys).toArray())
          found.set(hash, bytes)
        return hashes.map(hash => found.get(hash) ?? null)
      }),

    save: (version, entries) =>
      attempt(database, () =>
        database.transaction('rw', [readings], async () => {
          await forgetOthers(version)
          const wanted = new Map(
            entries.map(({ hash, bytes }): [string, ReadingRow] => [hash, { version, hash, bytes }]),
          )
          const keys = [...wanted.keys()].map(hash => [version, hash])
          for (const [, hash] of (await readings.where(byKey).anyOf(keys).keys()) as unknown as string[][]) {
            wanted.delete(hash ?? '')
          }
          await readings.bulkAdd([...wanted.values()])
          const surplus = (await readings.count()) - limit
          if (surplus <= 0) return
          const oldest = await readings.orderBy(':id').limit(surplus).primaryKeys()
          await readings.bulkDelete(oldest)
        }),
      ),
  }
}
