import { FailureError } from '../model/failure-error'
import type { Highlight } from '../model/highlight'
import type { HighlightId } from '../model/ids'
import { findStale, joinSteps, journalLength, planUndo } from '../model/journal'
import type { HighlightPort } from '../model/ports'
import { addAddress } from './add-address'
import { attempt, reach } from './attempt'
import type { Database } from './database'
import { type HashesOf, type HighlightRow, hashAll } from './rows'

const byTime = (a: Highlight, b: Highlight): number =>
  a.createdMs - b.createdMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Highlights and their journal in IndexedDB; `hashesOf` as in the corpus store. Lists are oldest first. */
export function createHighlightStore(database: Database, hashesOf: HashesOf): HighlightPort {
  const { highlights, journal } = database
  const both = [highlights, journal]

  const rowOf = (data: Highlight): HighlightRow => ({
    id: data.id,
    data,
    addressHashes: hashAll([...data.addresses, ...(data.statedAddresses ?? [])], hashesOf),
    recency: -data.createdMs,
  })
  const sorted = (rows: HighlightRow[]): Highlight[] => rows.map(({ data }) => data).toSorted(byTime)

  const loadAll = async (ids: HighlightId[]): Promise<Highlight[]> =>
    (await highlights.bulkGet(ids)).flatMap(row => (row ? [row.data] : []))

  /** Makes rows what `after` says; what stood in `before` and is not in `after` goes. */
  async function replace(before: Highlight[], after: Highlight[]): Promise<void> {
    const kept = new Set<HighlightId>(after.map(({ id }) => id))
    await highlights.bulkDelete(before.map(({ id }) => id).filter(id => !kept.has(id)))
    await highlights.bulkPut(after.map(rowOf))
  }

  return {
    findByAddress: hashes =>
      reach(database, async () =>
        sorted(await highlights.where('addressHashes').anyOf(hashes).distinct().toArray()),
      ),

    load: id => reach(database, async () => (await highlights.get(id))?.data ?? null),

    loadMany: ids => reach(database, () => loadAll(ids)),

    count: () => reach(database, () => highlights.count()),

    listNewest: (limit, after) =>
      reach(database, async () => {
        const from = after ? [-after.createdMs, after.id] : [Number.NEGATIVE_INFINITY]
        const rows = await highlights.where('[recency+id]').above(from).limit(limit).toArray()
        return rows.map(({ data }) => data)
      }),

    listAll: () => reach(database, async () => sorted(await highlights.toArray())),

    listAddressHashes: () =>
      reach(database, async () => (await highlights.orderBy('addressHashes').uniqueKeys()).map(String)),

    addAddress: (ids, address) =>
      attempt(database, () =>
        database.transaction('rw', [highlights], () => addAddress(highlights, ids, address, hashesOf)),
      ),

    commit: ({ atMs, action, before, after }) =>
      attempt(database, () =>
        database.transaction('rw', both, async () => {
          const stale = findStale(before, await loadAll(before.map(({ id }) => id)))
          if (stale) {
            const detail = `${stale.id} was changed elsewhere`
            throw new FailureError({ kind: 'conflict', detail })
          }
          await replace(before, after)
          const last = await journal.orderBy('id').last()
          const joined = joinSteps(last && { ...last, id: last.id ?? 0 }, { atMs, action, before, after })
          if (joined) return journal.put(joined)
          const entry = await journal.add({ atMs, action, before, after })
          const old = await journal.orderBy('id').reverse().offset(journalLength).primaryKeys()
          await journal.bulkDelete(old)
          return entry
        }),
      ),

    undo: entry =>
      attempt(database, () =>
        database.transaction('rw', both, async () => {
          const step = await journal.get(entry)
          if (!step) throw new FailureError({ kind: 'not-found', detail: `no step ${entry} in the journal` })
          const touched = [...new Set([...step.before, ...step.after].map(({ id }) => id))]
          const undone = planUndo({ ...step, id: entry }, await loadAll(touched))
          if (!undone) throw new FailureError({ kind: 'not-found', detail: 'all of it was changed since' })
          await replace(undone.after, undone.before)
          await journal.delete(entry)
          return undone
        }),
      ),

    listJournal: () =>
      reach(database, async () => (await journal.toArray()).map(row => ({ ...row, id: row.id ?? 0 }))),
  }
}
