import { readVectorFile } from '../exchange/vector-file'
import { packAnswers } from '../matching/pack-answers'
import { type ClaimVectorPort, claimsPerBlock } from '../model/claim-vectors'
import type { Dossier } from '../model/dossier'
import { fingerprint } from '../model/fingerprint'
import type { StatedClaim } from '../model/ports'
import { type Result, succeed } from '../model/result'

interface TakePorts {
  model: { version: string; dimensions: number }
  vectors: ClaimVectorPort
}

/**
 * Puts vectors on file that were made when the extension was built, so that nothing has to be read on the reader's
 * machine. Bad input where they are not of this dossier as it is and of this model: `fillClaimVectors` makes them then.
 */
export async function takeClaimVectors(
  { model, vectors }: TakePorts,
  dossier: Pick<Dossier, 'id' | 'version'> & { claims: readonly StatedClaim[] },
  file: Uint8Array,
): Promise<Result<void>> {
  const { version, dimensions } = model
  const rows = readVectorFile(file, dossier, version, dimensions)
  if (!rows.ok) return rows
  const { id, claims } = dossier
  const blocks = Math.ceil(claims.length / claimsPerBlock)
  for (let index = 0; index < blocks; index += 1) {
    const from = index * claimsPerBlock
    const some = claims.slice(from, from + claimsPerBlock)
    const saved = await vectors.saveBlock(id, index, {
      model: version,
      claims: some.map(claim => claim.id),
      statements: some.map(({ statement }) => fingerprint(statement)),
      answers: some.map(({ bearsOn }) => packAnswers(bearsOn)),
      vectors: rows.value.slice(from * dimensions, (from + some.length) * dimensions),
    })
    if (!saved.ok) return saved
  }
  const cut = await vectors.cutBlocks(id, blocks)
  return cut.ok ? succeed(undefined) : cut
}
