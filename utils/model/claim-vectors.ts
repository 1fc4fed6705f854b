import type { ClaimId, DossierId } from './ids'
import type { Result } from './result'

/** Vectors of some of a dossier's claims, one after the other in one array. */
export interface VectorBlock {
  /** Of the reading model that made them. */
  model: string
  claims: ClaimId[]
  /** Fingerprints of the statements as they were when they were read. */
  statements: string[]
  /** What each claim answers, as matching/pack-answers writes it: whoever finds it near need not load it. */
  answers: string[]
  /** As matching/int8-vector packs them; as many rows as claims. */
  vectors: Int8Array
}

/** A block is as large as is good to read at once: 1,024 rows of 384 bytes are 0.4 MB. */
export const claimsPerBlock = 1024

const readersPrefix = 'reader|'

/**
 * The reader's own claims on a dossier have blocks of their own, under this id. No dossier can have it: ids in files have
 * no `|`.
 */
export const readersOf = (dossier: DossierId): DossierId => `${readersPrefix}${dossier}` as DossierId

/** Whose blocks these are: a dossier's own, or the reader's on it. */
export function ownerOf(filedAs: DossierId): { dossier: DossierId; isReaders: boolean } {
  const isReaders = filedAs.startsWith(readersPrefix)
  return { dossier: isReaders ? (filedAs.slice(readersPrefix.length) as DossierId) : filedAs, isReaders }
}

/**
 * What a claim says, as the reading model reads it: kept with the claims, in blocks, in the order in which they are filed.
 * Calls without a `Result` reject with a `FailureError` where storage fails.
 */
export interface ClaimVectorPort {
  /** Every block on file: how many each dossier has. */
  countBlocks(): Promise<Map<DossierId, number>>
  loadBlock(dossier: DossierId, index: number): Promise<VectorBlock | null>
  saveBlock(dossier: DossierId, index: number, block: VectorBlock): Promise<Result<void>>
  /** Deletes this block and those after it, and the dossier's stamp: it stood for all of them. */
  cutBlocks(dossier: DossierId, from: number): Promise<Result<void>>
  /** What the blocks of a dossier were made of; of those alone that have all of them. */
  listStamps(): Promise<Map<DossierId, string>>
  saveStamp(dossier: DossierId, stamp: string): Promise<Result<void>>
}
