import { groupBy } from '../matching/group-by'
import { ownerOf, readersOf } from '../model/claim-vectors'
import { settle } from '../model/failure-error'
import type { DossierId } from '../model/ids'
import type { ReaderClaimPort, StatedClaim } from '../model/ports'
import type { ReaderClaim } from '../model/reader-claim'
import { type Result, succeed } from '../model/result'
import type { StopSignal } from '../model/sentence-reading'
import { type FillPorts, fillClaimVectors } from './fill-claim-vectors'

/** What the reader says that a sentence does not say answers nothing: near it, it votes against. */
const stateClaim = ({ id, statement, question, position, isRejected }: ReaderClaim): StatedClaim => ({
  id,
  statement,
  bearsOn: isRejected ? [] : [{ question, position }],
})

/**
 * Brings the vectors of the reader's own claims to what they say now, for each dossier that they are on. Comes before an
 * article is compared; where nothing changed it reads the claims and their blocks, and writes nothing.
 * Fails as `fillClaimVectors` does.
 */
export function fillReaderVectors(
  { readerClaims, ...ports }: FillPorts & { readerClaims: ReaderClaimPort },
  signal?: StopSignal,
): Promise<Result<void>> {
  return settle(async () => {
    const claims = groupBy(await readerClaims.listAll(), ({ dossier }) => readersOf(dossier))
    const filed = [...(await ports.vectors.countBlocks()).keys()].filter(id => ownerOf(id).isReaders)
    for (const id of new Set<DossierId>([...filed, ...claims.keys()])) {
      const stated = (claims.get(id) ?? []).map(stateClaim)
      const filled = await fillClaimVectors(ports, id, stated, { ...(signal && { signal }) })
      if (!filled.ok) return filled
    }
    return succeed(undefined)
  })
}
