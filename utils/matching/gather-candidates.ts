import type { Term } from './terms'
import { keysPerSentence, keysPerTerm } from './weights'

/**
 * Which claims a list of terms finds, at most `limit` of them: those first that share most of the terms asked, where
 * a rare term counts as several common ones; among equals those met first. Terms are asked one after the other, which
 * should be the rarest first, until so many claims were met that more would only repeat the common ones: so the work is
 * bounded however much is on file.
 * @param ask the ids of claims with a term, at most so many
 */
export async function gatherCandidates<Id>(
  terms: readonly Term[],
  limit: number,
  ask: (term: Term, atMost: number) => PromiseLike<readonly Id[]>,
): Promise<Id[]> {
  const met = new Map<Id, number>()
  let asked = 0
  for (const term of terms) {
    if (asked >= keysPerSentence) break
    const ids = await ask(term, keysPerTerm)
    const weight = 1 + Math.log2(keysPerTerm / Math.max(1, ids.length))
    for (const id of ids) met.set(id, (met.get(id) ?? 0) + weight)
    asked += ids.length
  }
  // The sort is stable: among equals those met first, by the rarer terms, stay first.
  return [...met]
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .map(([id]) => id)
}
