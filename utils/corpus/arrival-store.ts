import type { ArrivalPort } from '../model/arrival'
import { attempt, reach } from './attempt'
import type { Database } from './database'

/** Files on their way in, in IndexedDB: both browsers keep what is in a Blob there, on the disk. */
export function createArrivalStore(database: Database): ArrivalPort {
  const { arrivals } = database
  return {
    add: files =>
      attempt(database, () =>
        database.transaction('rw', [arrivals], async () => {
          const ids: number[] = []
          for (const { name, content } of files) {
            const row = {
              name,
              sizeBytes: content.size,
              content,
              stage: { is: 'waiting' },
              held: null,
            } as const
            ids.push(await arrivals.add(row))
          }
          return ids
        }),
      ),
    list: () =>
      reach(database, async () =>
        (await arrivals.toArray()).map(({ id = 0, content: _, ...arrival }) => ({ id, ...arrival })),
      ),
    loadContent: id => reach(database, async () => (await arrivals.get(id))?.content ?? null),
    save: ({ id, stage, held }, isRead) =>
      attempt(database, async () => {
        await arrivals.update(id, { stage, held, ...(isRead && { content: null }) })
      }),
    delete: id => attempt(database, () => arrivals.delete(id)),
  }
}
