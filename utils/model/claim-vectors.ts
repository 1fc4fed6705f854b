import type { ClaimId, DossierId } from './ids'
import type { Result } from './result'

/** Vectors of some of a dossier's claims, one after the other in one array. */
export interface VectorBlock {
  /** Of the reading model that made them. */
  model: string
  claims: ClaimId[]
  /** Fingerprints of the statements as they were when they were read. */
  statements: string[]
  /** As matching/int8-vector packs them; as many rows as claims. */
  vectors: Int8Array
}

/** A block is as large as is good to read at once: 1,024 rows of 384 bytes are 0.4 MB. */
export const claimsPerBlock = 1024

/**
 * What a claim says, as the reading model reads it: kept with the claims, in blocks, in the order of the dossier's
 * file. Calls without a `Result` reject with a `FailureError` where storage fails.
 */
export interface ClaimVectorPort {
  /** Every block on file: how many each dossier has. */
  countBlocks(): Promise<Map<DossierId, number>>
  loadBlock(dossier: DossierId, index: number): Promise<VectorBlock | null>
  saveBlock(dossier: DossierId, index: number, block: VectorBlock): Promise<Result<void>>
  /** Deletes this block and those after it. */
  cutBlocks(dossier: DossierId, from: number): Promise<Result<void>>
}
