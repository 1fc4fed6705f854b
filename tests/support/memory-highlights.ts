import type { Highlight, JournalEntry } from '../../utils/model/highlight'
import { findStale, joinSteps, journalLength, planUndo } from '../../utils/model/journal'
import { withAddress } from '../../utils/model/met-addresses'
import type { HighlightPort } from '../../utils/model/ports'
import { fail, succeed } from '../../utils/model/result'

/** The highlight port on plain lists, held to the same contract as the database. */
export function createMemoryHighlights(hashesIn: (address: string) => string[]): HighlightPort {
  let highlights: Highlight[] = []
  let journal: JournalEntry[] = []
  let lastEntry = 0
  const hashesOf = ({ addresses, statedAddresses = [] }: Highlight): string[] =>
    [...addresses, ...statedAddresses].flatMap(hashesIn)
  const replace = (before: Highlight[], after: Highlight[]): void => {
    const touched = new Set([...before, ...after].map(({ id }) => id))
    highlights = [...highlights.filter(({ id }) => !touched.has(id)), ...structuredClone(after)].toSorted(
      (a, b) => a.createdMs - b.createdMs || (a.id < b.id ? -1 : 1),
    )
  }
  return {
    findByAddress: async hashes =>
      highlights.filter(highlight => hashesOf(highlight).some(hash => hashes.includes(hash))),
    load: async id => highlights.find(highlight => highlight.id === id) ?? null,
    loadMany: async ids => ids.flatMap(id => highlights.find(highlight => highlight.id === id) ?? []),
    count: async () => highlights.length,
    listNewest: async (limit, after) => {
      const newest = highlights.toSorted((a, b) => b.createdMs - a.createdMs || (a.id < b.id ? -1 : 1))
      const from = after ? newest.findIndex(({ id }) => id === after.id) + 1 : 0
      return newest.slice(from, from + limit)
    },
    listAll: async () => highlights,
    listAddressHashes: async () => [...new Set(highlights.flatMap(hashesOf))].toSorted(),
    async addAddress(ids, address) {
      highlights = highlights.map(each =>
        ids.includes(each.id) ? { ...each, addresses: withAddress(each.addresses, address) } : each,
      )
      return succeed(undefined)
    },
    async commit(change) {
      const stale = findStale(change.before, highlights)
      if (stale) return fail('conflict', `${stale.id} was changed elsewhere`)
      replace(change.before, change.after)
      const joined = joinSteps(journal.at(-1), change)
      if (joined) {
        journal = [...journal.slice(0, -1), structuredClone(joined)]
        return succeed(joined.id)
      }
      lastEntry++
      journal = [...journal, structuredClone({ ...change, id: lastEntry })].slice(-journalLength)
      return succeed(lastEntry)
    },
    async undo(entry) {
      const step = journal.find(({ id }) => id === entry)
      if (!step) return fail('not-found', `no step ${entry} in the journal`)
      const undone = planUndo(step, highlights)
      if (!undone) return fail('not-found', 'all of it was changed since')
      replace(undone.after, undone.before)
      journal = journal.filter(({ id }) => id !== entry)
      return succeed(undone)
    },
    listJournal: async () => journal,
  }
}
