import type { VisitPort } from '../../utils/model/ports'
import { succeed } from '../../utils/model/result'
import type { SeenState, SpottedArticle } from '../../utils/model/visit'

/** The visit port on plain lists, held to the same contract as the database. */
export function createMemoryVisits(): VisitPort {
  const states = new Map<string, SeenState>()
  const spotted = new Map<string, SpottedArticle>()
  return {
    async saveStates(seen) {
      for (const each of seen) {
        states.delete(each.highlight)
        if (each.state === 'changed' || each.state === 'lost') states.set(each.highlight, each)
      }
      return succeed(undefined)
    },
    listStates: async () => [...states.values()],
    async saveSpotted(article, key) {
      spotted.set(key, { ...article, firstMs: spotted.get(key)?.firstMs ?? article.firstMs })
      return succeed(undefined)
    },
    listSpotted: async () => [...spotted.values()].toSorted((a, b) => b.lastMs - a.lastMs),
    async forgetSpotted(beforeMs) {
      for (const [key, { lastMs }] of spotted) if (lastMs < beforeMs) spotted.delete(key)
      return succeed(undefined)
    },
  }
}
