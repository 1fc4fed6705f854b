import type { ArrivalPort, FileContent, KeptArrival } from '../../utils/model/arrival'
import { succeed } from '../../utils/model/result'

/** Files on their way in, on a plain list, held to the same contract as the database. */
export function createMemoryArrivals(): ArrivalPort {
  const rows = new Map<number, KeptArrival & { content: FileContent | null }>()
  let count = 0
  return {
    async add(files) {
      const ids = files.map(({ name, content }) => {
        count += 1
        const stage = { is: 'waiting' } as const
        rows.set(count, { id: count, name, sizeBytes: content.size, stage, held: null, content })
        return count
      })
      return succeed(ids)
    },
    list: async () => [...rows.values()].map(({ content: _, ...arrival }) => structuredClone(arrival)),
    loadContent: async id => rows.get(id)?.content ?? null,
    async save({ id, stage, held }, isRead) {
      const row = rows.get(id)
      if (row) rows.set(id, { ...row, stage: structuredClone(stage), held, ...(isRead && { content: null }) })
      return succeed(undefined)
    },
    async delete(id) {
      rows.delete(id)
      return succeed(undefined)
    },
  }
}
