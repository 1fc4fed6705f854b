import type { VisitPort } from '../model/ports'
import { attempt, reach } from './attempt'
import type { Database } from './database'

/** What was met on visited pages, in IndexedDB. */
export function createVisitStore(database: Database): VisitPort {
  const { seenStates, spotted } = database
  return {
    saveStates: states =>
      attempt(database, () =>
        database.transaction('rw', [seenStates], async () => {
          const isKept = states.map(({ state }) => state === 'changed' || state === 'lost')
          await seenStates.bulkDelete(states.filter((_, index) => !isKept[index]).map(each => each.highlight))
          await seenStates.bulkPut(states.filter((_, index) => isKept[index]))
        }),
      ),
    listStates: () => reach(database, () => seenStates.toArray()),
    saveSpotted: (article, key) =>
      attempt(database, () =>
        database.transaction('rw', [spotted], async () => {
          const before = await spotted.get(key)
          await spotted.put({ ...article, key, firstMs: before?.firstMs ?? article.firstMs })
        }),
      ),
    listSpotted: () =>
      reach(database, async () =>
        (await spotted.orderBy('lastMs').reverse().toArray()).map(({ key: _, ...article }) => article),
      ),
    forgetSpotted: beforeMs =>
      attempt(database, async () => {
        await spotted.where('lastMs').below(beforeMs).delete()
      }),
  }
}
