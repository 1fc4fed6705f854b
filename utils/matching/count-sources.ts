import type { ClaimOnFile, SourceCount } from '../model/reading'
import { foldName } from './fold-name'
import { groupBy } from './group-by'
import type { Stance } from './make-stance'
import { areApart, judgeSameSource } from './same-source'

/**
 * Stances by source: those that are one source, directly or through others (a statement that goes round for two
 * weeks is one), in one list. What joins by a common origin joins first; what an agency's copy joins comes after, and
 * never brings two together that are apart. Independent of the order handed in. n² within one answer and subject.
 */
export function groupBySource(stances: readonly Stance[]): Stance[][] {
  const byAnswer = groupBy([...stances].sort(byId), ({ position, subject }) => `${position} ${subject}`)
  return [...byAnswer.values()].flatMap(alike => {
    const groups = new Map(alike.map(stance => [stance, [stance]]))
    for (const rule of ['same_claim', 'same_origin', 'same_credit']) {
      for (const [index, a] of alike.entries()) {
        for (const b of alike.slice(index + 1)) {
          if (judgeSameSource(a, b)?.rule === rule) join(groups, a, b)
        }
      }
    }
    return [...new Set(groups.values())]
  })
}

function join(groups: Map<Stance, Stance[]>, a: Stance, b: Stance): void {
  const first = groups.get(a) ?? [a]
  const second = groups.get(b) ?? [b]
  if (first === second || first.some(one => second.some(other => areApart(one, other)))) return
  const both = [...first, ...second]
  for (const stance of both) groups.set(stance, both)
}

/** Sources and the outlets that carry them: "3 sources (7 outlets)". */
export const countSources = (stances: readonly Stance[]): SourceCount => ({
  sources: groupBySource(stances).length,
  outlets: countOutlets(stances.map(({ claim }) => claim)),
})

/** Outlets that carry these claims, under whatever spelling. */
export const countOutlets = (claims: readonly ClaimOnFile[]): number =>
  new Set(claims.map(({ source }) => foldName(source.publisher))).size

const byId = (a: Stance, b: Stance): number => (a.claim.id < b.claim.id ? -1 : 1)
