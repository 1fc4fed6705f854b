import type { Claim, Dossier } from '../model/dossier'
import { fingerprint } from '../model/fingerprint'
import { fail, type Result, succeed } from '../model/result'

// Vectors of a dossier's claims as a file: one line of JSON that says what they are, then for each claim, in the order
// of the dossier's file, one byte for each number (matching/int8-vector).

/** The first line. */
interface VectorFileHead {
  format: 'claim-vectors'
  version: 1
  /** Version of the reading model that made them. */
  model: string
  dossier: string
  dossierVersion: number
  claims: number
  dimensions: number
  /** Of all ids and statements: the vectors are of these and no others. */
  statements: string
}

type Vectorized = Pick<Dossier, 'id' | 'version'> & { claims: readonly Pick<Claim, 'id' | 'statement'>[] }

const longestHead = 1_000

const statementsOf = ({ claims }: Vectorized): string =>
  fingerprint(claims.map(({ id, statement }) => `${id}\t${statement}`).join('\n'))

const headOf = (dossier: Vectorized, model: string, dimensions: number): VectorFileHead => ({
  format: 'claim-vectors',
  version: 1,
  model,
  dossier: dossier.id,
  dossierVersion: dossier.version,
  claims: dossier.claims.length,
  dimensions,
  statements: statementsOf(dossier),
})

/** The file's bytes. `vectors` has a row for each claim. */
export function writeVectorFile(
  dossier: Vectorized,
  model: string,
  dimensions: number,
  vectors: Int8Array,
): Uint8Array {
  const head = `${JSON.stringify(headOf(dossier, model, dimensions))}\n`
  const bytes = new Uint8Array(head.length + vectors.length)
  bytes.set(new TextEncoder().encode(head))
  bytes.set(vectors, head.length)
  return bytes
}

/**
 * The vectors of a dossier's claims, one row each. Bad input where the file is of other claims, of another model, or
 * not whole: `detail` says which; then they have to be made anew.
 */
export function readVectorFile(
  bytes: Uint8Array,
  dossier: Vectorized,
  model: string,
  dimensions: number,
): Result<Int8Array> {
  const end = bytes.indexOf(10)
  if (end < 0 || end > longestHead) return fail('bad-input', 'no file of vectors')
  // The head is written by us and has no other letters than ASCII's.
  const head = String.fromCharCode(...bytes.subarray(0, end))
  const wanted = JSON.stringify(headOf(dossier, model, dimensions))
  if (head !== wanted) return fail('bad-input', `the vectors are of ${head}, not of ${wanted}`)
  const vectors = new Int8Array(bytes.subarray(end + 1))
  const expected = dossier.claims.length * dimensions
  return vectors.length === expected
    ? succeed(vectors)
    : fail('bad-input', `${vectors.length} bytes of vectors, not ${expected}`)
}
