import { packVector } from '../matching/int8-vector'
import { type NearClaim, startSearch } from '../matching/nearest-vectors'
import { type ClaimVectorPort, ownerOf } from '../model/claim-vectors'
import type { ClaimId, DossierId } from '../model/ids'
import type { RemarkPort } from '../model/ports'
import type { StopSignal } from '../model/sentence-reading'

export interface NearPorts {
  vectors: ClaimVectorPort
  model: { version: string }
  /** What the reader does not want to see is left out, and has no vote. */
  remarks?: RemarkPort
}

/**
 * For each vector the claims on file whose statements are most like it, best first, from all dossiers or those named;
 * the reader's own claims on these are among them, under the dossier they are on. Every claim is compared, block by
 * block: one block of 0.4 MB is in memory at a time, however many are on file.
 * Blocks that another model made are left out, since vectors of two models cannot be compared. What is found when
 * `signal` says stop is given as it is. Rejects with a `FailureError` where storage fails.
 */
export async function findNearestClaims(
  ports: NearPorts,
  vectors: readonly Float32Array[],
  limit: number,
  { dossiers, signal }: { dossiers?: readonly DossierId[]; signal?: StopSignal } = {},
): Promise<NearClaim[][]> {
  const search = startSearch(vectors.map(packVector), limit)
  const hidden = await listHidden(ports)
  for (const [filedAs, count] of await ports.vectors.countBlocks()) {
    const { dossier } = ownerOf(filedAs)
    if (dossiers && !dossiers.includes(dossier)) continue
    for (let index = 0; index < count && !signal?.aborted; index += 1) {
      const block = await ports.vectors.loadBlock(filedAs, index)
      if (block?.model !== ports.model.version) continue
      search.add({ ...block, dossier }, hidden)
    }
  }
  return search.finish()
}

async function listHidden({ remarks }: NearPorts): Promise<ReadonlySet<ClaimId>> {
  const all = (await remarks?.listAll()) ?? []
  return new Set(all.filter(({ kind }) => kind === 'hidden').map(({ claim }) => claim))
}
