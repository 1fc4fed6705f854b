import { packVector } from '../matching/int8-vector'
import { packAnswers } from '../matching/pack-answers'
import { type ClaimVectorPort, claimsPerBlock, type VectorBlock } from '../model/claim-vectors'
import { FailureError, settle } from '../model/failure-error'
import { fingerprint } from '../model/fingerprint'
import type { DossierId } from '../model/ids'
import type { StatedClaim } from '../model/ports'
import { type Result, succeed } from '../model/result'
import type { ReadingModelPort, StopSignal } from '../model/sentence-reading'

export interface FillPorts {
  model: ReadingModelPort
  vectors: ClaimVectorPort
}

export interface FillOptions {
  signal?: StopSignal
  /** How many claims have their vector by now, and how many of them had to be read. */
  onProgress?: (done: number, read: number) => void
}

/** How many statements are read at once: a tenth of a second, for which an article that is opened waits. */
const readAtOnce = 4

/** After so many that were read what there is of a block is kept: some seconds' work is lost with a worker that is stopped. */
const saveEvery = 128

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

/** Whether a block stands for the same claims, and says the same of them. */
const isSame = (a: VectorBlock, b: VectorBlock): boolean =>
  a.model === b.model &&
  (['claims', 'statements', 'answers'] as const).every(list => String(a[list]) === String(b[list]))

async function* inBlocks(
  claims: Iterable<StatedClaim> | AsyncIterable<StatedClaim>,
): AsyncGenerator<StatedClaim[]> {
  let block: StatedClaim[] = []
  for await (const claim of claims) {
    block.push(claim)
    if (block.length < claimsPerBlock) continue
    yield block
    block = []
  }
  if (block.length > 0) yield block
}

/** A claim of a block, with its vector once it has one. */
interface Row {
  claim: StatedClaim
  hash: string
  vector: Int8Array | null
}

/** Those rows that have their vector. */
function makeBlock({ version, dimensions }: ReadingModelPort, rows: readonly Row[]): VectorBlock {
  const made = rows.filter(({ vector }) => vector !== null)
  const vectors = new Int8Array(made.length * dimensions)
  for (const [at, { vector }] of made.entries()) if (vector) vectors.set(vector, at * dimensions)
  return {
    model: version,
    claims: made.map(({ claim }) => claim.id),
    statements: made.map(({ hash }) => hash),
    answers: made.map(({ claim }) => packAnswers(claim.bearsOn)),
    vectors,
  }
}

/**
 * Brings the vectors on file to what a dossier's claims say now, block by block, so that memory does not grow with the
 * dossier and what is done stays done when it is broken off. Claims always in the same order, all of the dossier's; one
 * that says what it said keeps its vector, if it did not move by more than a block.
 * Fails as the model does (its failure names why), with stopped, or as storage does; what is not there is compared
 * without vectors.
 */
export function fillClaimVectors(
  { model, vectors }: FillPorts,
  dossier: DossierId,
  claims: Iterable<StatedClaim> | AsyncIterable<StatedClaim>,
  { signal, onProgress = () => {} }: FillOptions = {},
): Promise<Result<{ read: number }>> {
  return settle(async () => {
    let [index, done, read] = [0, 0, 0]
    let before: VectorBlock | null = null

    async function save(block: VectorBlock): Promise<void> {
      const saved = await vectors.saveBlock(dossier, index, block)
      if (!saved.ok) throw new FailureError(saved.failure)
    }

    /** Reads what has no vector, a few at a time; what was read is kept also where that is broken off. */
    async function fill(rows: readonly Row[]): Promise<void> {
      const missing = rows.filter(({ vector }) => vector === null)
      done += rows.length - missing.length
      let unsaved = 0
      for (let from = 0; from < missing.length; from += readAtOnce) {
        const few = missing.slice(from, from + readAtOnce)
        const readings = await model.read(
          few.map(({ claim }) => claim.statement),
          signal,
        )
        if (!readings.ok) {
          if (unsaved > 0) await save(makeBlock(model, rows))
          throw new FailureError(readings.failure)
        }
        for (const [at, row] of few.entries()) {
          const reading = readings.value[at]
          if (reading) row.vector = packVector(reading.vector)
        }
        done += few.length
        read += few.length
        unsaved += few.length
        onProgress(done, read)
        if (unsaved < saveEvery) continue
        await save(makeBlock(model, rows))
        unsaved = 0
      }
    }

    for await (const block of inBlocks(claims)) {
      const now: VectorBlock | null = await vectors.loadBlock(dossier, index)
      const known = indexVectors([before, now], model.version)
      const rows = block.map((claim): Row => {
        const hash = fingerprint(claim.statement)
        return { claim, hash, vector: known.get(`${claim.id} ${hash}`) ?? null }
      })
      await fill(rows)
      const wanted = makeBlock(model, rows)
      if (!now || !isSame(now, wanted)) await save(wanted)
      before = now
      index += 1
      onProgress(done, read)
    }
    if (((await vectors.countBlocks()).get(dossier) ?? 0) <= index) return succeed({ read })
    const cut = await vectors.cutBlocks(dossier, index)
    return cut.ok ? succeed({ read }) : cut
  })
}
