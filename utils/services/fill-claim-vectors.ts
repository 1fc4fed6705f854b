import { packVector } from '../matching/int8-vector'
import { type ClaimVectorPort, claimsPerBlock, type VectorBlock } from '../model/claim-vectors'
import type { Claim } from '../model/dossier'
import { FailureError, settle } from '../model/failure-error'
import { fingerprint } from '../model/fingerprint'
import type { DossierId } from '../model/ids'
import { type Result, succeed } from '../model/result'
import type { ReadingModelPort, StopSignal } from '../model/sentence-reading'

type Stated = Pick<Claim, 'id' | 'statement'>

interface FillPorts {
  model: ReadingModelPort
  vectors: ClaimVectorPort
}

export interface FillOptions {
  signal?: StopSignal
  /** How many claims have their vector by now, and how many of them had to be read. */
  onProgress?: (done: number, read: number) => void
}

/** How many statements are read between two words of progress: about half a second. */
const progressEvery = 32

/** Vectors that are there already, by claim and what it says. */
function indexVectors(blocks: readonly (VectorBlock | null)[], model: string): Map<string, Int8Array> {
  const known = new Map<string, Int8Array>()
  for (const block of blocks) {
    if (block?.model !== model) continue
    const dimensions = block.vectors.length / block.claims.length
    for (const [row, claim] of block.claims.entries()) {
      const vector = block.vectors.subarray(row * dimensions, (row + 1) * dimensions)
      known.set(`${claim} ${block.statements[row]}`, vector)
    }
  }
  return known
}

/** Whether a block stands for the same claims: then its vectors are the same too. */
const isSame = (a: VectorBlock, b: VectorBlock): boolean =>
  a.model === b.model &&
  String(a.claims) === String(b.claims) &&
  String(a.statements) === String(b.statements)

async function* inBlocks(claims: Iterable<Stated> | AsyncIterable<Stated>): AsyncGenerator<Stated[]> {
  let block: Stated[] = []
  for await (const claim of claims) {
    block.push(claim)
    if (block.length < claimsPerBlock) continue
    yield block
    block = []
  }
  if (block.length > 0) yield block
}

/**
 * Brings the vectors on file to what a dossier's claims say now, block by block, so that memory does not grow with the
 * dossier and what is done stays done when it is broken off. Claims in the order of the file, all of the dossier's; one
 * that says what it said keeps its vector, if it did not move by more than a block.
 * Fails as the model does (its failure names why), with stopped, or as storage does; what is not there is compared
 * without vectors.
 */
export function fillClaimVectors(
  { model, vectors }: FillPorts,
  dossier: DossierId,
  claims: Iterable<Stated> | AsyncIterable<Stated>,
  { signal, onProgress = () => {} }: FillOptions = {},
): Promise<Result<{ read: number }>> {
  return settle(async () => {
    let [index, done, read] = [0, 0, 0]
    let before: VectorBlock | null = null

    /** One vector after the other; those that are read are read a few at a time. */
    async function vectorsOf(block: readonly Stated[], known: Map<string, Int8Array>): Promise<Int8Array> {
      const rows = new Int8Array(block.length * model.dimensions)
      const missing: [row: number, statement: string][] = []
      for (const [row, { id, statement }] of block.entries()) {
        const vector = known.get(`${id} ${fingerprint(statement)}`)
        if (vector) rows.set(vector, row * model.dimensions)
        else missing.push([row, statement])
      }
      done += block.length - missing.length
      for (let from = 0; from < missing.length; from += progressEvery) {
        const few = missing.slice(from, from + progressEvery)
        const readings = await model.read(
          few.map(([, statement]) => statement),
          signal,
        )
        if (!readings.ok) throw new FailureError(readings.failure)
        for (const [at, { vector }] of readings.value.entries()) {
          rows.set(packVector(vector), (few[at]?.[0] ?? 0) * model.dimensions)
        }
        done += few.length
        read += few.length
        onProgress(done, read)
      }
      return rows
    }

    for await (const block of inBlocks(claims)) {
      const now: VectorBlock | null = await vectors.loadBlock(dossier, index)
      const wanted: VectorBlock = {
        model: model.version,
        claims: block.map(({ id }) => id),
        statements: block.map(({ statement }) => fingerprint(statement)),
        vectors: await vectorsOf(block, indexVectors([before, now], model.version)),
      }
      if (!now || !isSame(now, wanted)) {
        const saved = await vectors.saveBlock(dossier, index, wanted)
        if (!saved.ok) return saved
      }
      before = now
      index += 1
      onProgress(done, read)
    }
    const cut = await vectors.cutBlocks(dossier, index)
    return cut.ok ? succeed({ read }) : cut
  })
}
