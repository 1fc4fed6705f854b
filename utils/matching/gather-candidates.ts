import type { Term } from './terms'
import { keysPerCandidate } from './weights'

/**
 * Which claims a list of terms finds, at most `limit` of them: those in which most of the terms asked occur, then those
 * of the terms asked first. Terms are asked one after the other, which should be the rarest first, until some times
 * `limit` claims were met, so that the work is bounded however much is on file and common terms are not asked in vain.
 * @param ask the ids of claims with a term, at most so many
 */
export async function gatherCandidates<Id>(
  terms: readonly Term[],
  limit: number,
  ask: (term: Term, atMost: number) => PromiseLike<readonly Id[]>,
): Promise<Id[]> {
  const budget = limit * keysPerCandidate
  const met = new Map<Id, number>()
  let asked = 0
  for (const term of terms) {
    if (asked >= budget) break
    for (const id of await ask(term, budget)) {
      met.set(id, (met.get(id) ?? 0) + 1)
      asked += 1
    }
  }
  // The sort is stable: among equals those met first, by the rarer terms, stay first.
  return [...met]
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .map(([id]) => id)
}
