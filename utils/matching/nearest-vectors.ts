import type { VectorBlock } from '../model/claim-vectors'
import type { ClaimId, DossierId } from '../model/ids'
import type { NearStatement } from './judge-sentence'
import { unpackAnswers } from './pack-answers'
import { int8Scale } from './weights'

/** A claim whose statement is near, how like it is, and under which dossier it is filed. */
export interface NearClaim extends NearStatement {
  dossier: DossierId
}

/** Vectors of a dossier's claims, with what they answer. */
export interface VectorRows extends Pick<VectorBlock, 'claims' | 'answers' | 'vectors'> {
  dossier: DossierId
}

/** The same before it is known to stay: what it answers is unpacked of the few that do. */
interface Kept extends Omit<NearClaim, 'claim'> {
  id: ClaimId
  answers: string
}

/** A search that claims are shown to, block by block. */
export interface VectorSearch {
  /** @param leftOut claims that are not to be found */
  add(rows: VectorRows, leftOut?: ReadonlySet<ClaimId>): void
  /** For each query the nearest so far, best first; of the same likeness those shown first come first. */
  finish(): NearClaim[][]
}

/**
 * Sum of products of a row and a query, exact and the same on every machine. `imul` and `| 0` keep the engine at whole
 * numbers: twice as fast as `*` and `+`, and no sum of 384 products of bytes is too large.
 */
function dot(vectors: Int8Array, from: number, query: Int8Array): number {
  let sum = 0
  for (let at = 0; at < query.length; at += 1)
    sum = (sum + Math.imul(vectors[from + at] as number, query[at] as number)) | 0
  return sum
}

/**
 * The nearest of any number of claims by exact comparison: each is looked at, in the order of memory, and only `limit`
 * are kept for each query, so the memory does not grow with the claims. Rows of a length that is not the queries' are a
 * mistake of the caller, and throw.
 */
export function startSearch(queries: readonly Int8Array[], limit: number): VectorSearch {
  const dimensions = queries[0]?.length ?? 0
  const lists = queries.map((query): { query: Int8Array; kept: Kept[] } => ({ query, kept: [] }))

  function keep(kept: Kept[], near: Kept): void {
    const after = kept.findIndex(other => other.likeness < near.likeness)
    if (after < 0 && kept.length >= limit) return
    kept.splice(after < 0 ? kept.length : after, 0, near)
    if (kept.length > limit) kept.pop()
  }

  return {
    add({ dossier, claims, answers, vectors }, leftOut) {
      if (vectors.length !== claims.length * dimensions && lists.length > 0)
        throw new Error('rows and queries differ in length')
      // Row by row and not query by query: a row is in the processor's cache for all queries then.
      for (const [row, id] of claims.entries()) {
        if (leftOut?.has(id)) continue
        for (const { query, kept } of lists) {
          const likeness = dot(vectors, row * dimensions, query) / (int8Scale * int8Scale)
          const worst = kept.length < limit ? Number.NEGATIVE_INFINITY : (kept.at(-1)?.likeness ?? likeness)
          if (likeness > worst) keep(kept, { dossier, id, answers: answers[row] ?? '', likeness })
        }
      }
    },
    finish: () =>
      lists.map(({ kept }) =>
        kept.map(({ dossier, id, answers, likeness }) => ({
          dossier,
          claim: { id, bearsOn: unpackAnswers(answers) },
          likeness,
        })),
      ),
  }
}
