import { type ClaimVectorPort, ownerOf } from '../model/claim-vectors'
import { settle } from '../model/failure-error'
import type { DossierId } from '../model/ids'
import type { CorpusPort } from '../model/ports'
import { type Failure, fail, type Result, succeed } from '../model/result'
import type { StopSignal } from '../model/sentence-reading'
import { type FillPorts, fillClaimVectors } from './fill-claim-vectors'
import { takeClaimVectors } from './take-claim-vectors'

interface Ports {
  corpus: CorpusPort
  vectors: ClaimVectorPort
}

/** A dossier whose vectors are not on file, or are of another model or of what it said before. */
interface Stale {
  id: DossierId
  /** What they are to be made of. */
  stamp: string
}

/** Two small reads, however much is on file. */
async function listStale({ corpus, vectors }: Ports, version: string): Promise<Stale[]> {
  const stamps = await vectors.listStamps()
  return [...(await corpus.listEditions())]
    .map(([id, edition]) => ({ id, stamp: `${version} ${edition}` }))
    .filter(({ id, stamp }) => stamps.get(id) !== stamp)
}

/**
 * Puts the vectors on file that come in the package beside these dossiers, where they are wanted. Gives what went wrong
 * with any: then they are made by the model.
 * @param readFile null where there is no such file
 */
export async function takeBundledVectors(
  ports: Ports & { model: { version: string; dimensions: number } },
  bundled: readonly DossierId[],
  readFile: (dossier: DossierId) => Promise<Uint8Array | null>,
): Promise<{ id: DossierId; failure: Failure }[]> {
  const faults: { id: DossierId; failure: Failure }[] = []
  for (const { id, stamp } of await listStale(ports, ports.model.version)) {
    if (!bundled.includes(id)) continue
    const taken = await settle(async () => {
      const [dossier, file] = await Promise.all([ports.corpus.loadDossier(id), readFile(id)])
      if (!dossier || !file) return fail('not-found', 'no vectors in the package')
      const rows = await takeClaimVectors(ports, dossier, file)
      return rows.ok ? ports.vectors.saveStamp(id, stamp) : rows
    })
    if (!taken.ok) faults.push({ id, failure: taken.failure })
  }
  return faults
}

interface FillOptions {
  signal?: StopSignal
  /** How many claims have their vector by now, and of how many. */
  onProgress?: (done: number, of: number) => void
}

/**
 * Makes the vectors of all dossiers that want them, one after the other, also of those that come while it runs; those of
 * dossiers that are gone go. Broken off it goes on where it was at the next call.
 * Fails as `fillClaimVectors` does; a dossier that is taken in anew meanwhile is begun again.
 */
export function fillMissingVectors(
  ports: FillPorts & Ports,
  { signal, onProgress = () => {} }: FillOptions = {},
): Promise<Result<void>> {
  const { corpus, vectors, model } = ports
  return settle(async () => {
    await letGo(ports)
    const tried = new Set<string>()
    let before = 0
    for (;;) {
      const stale = (await listStale(ports, model.version)).filter(({ stamp }) => !tried.has(stamp))
      const [next] = stale
      if (!next) return succeed(undefined)
      tried.add(next.stamp)
      const sizes = new Map((await corpus.listDossiers()).map(({ id, claimCount }) => [id, claimCount]))
      const of = stale.reduce((sum, { id }) => sum + (sizes.get(id) ?? 0), before)
      const filled = await fillClaimVectors(ports, next.id, corpus.walkStatements(next.id), {
        ...(signal && { signal }),
        onProgress: done => onProgress(before + done, of),
      })
      if (filled.ok) {
        before += sizes.get(next.id) ?? 0
        const stamped = await vectors.saveStamp(next.id, next.stamp)
        if (!stamped.ok) return stamped
      } else if (filled.failure.kind !== 'not-found') return filled
    }
  })
}

/** Blocks of dossiers that are on file no more. The reader's claims go and come by themselves. */
async function letGo({ corpus, vectors }: Ports): Promise<void> {
  const onFile = await corpus.listEditions()
  for (const id of (await vectors.countBlocks()).keys())
    if (!ownerOf(id).isReaders && !onFile.has(id)) await vectors.cutBlocks(id, 0)
}
