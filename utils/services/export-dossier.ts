import { writeDossier } from '../exchange/write-dossier'
import { settle } from '../model/failure-error'
import type { DossierId } from '../model/ids'
import type { CorpusPort, DossierHead, DossierPart } from '../model/ports'
import { fail, type Result, succeed } from '../model/result'
import type { StopSignal } from '../model/sentence-reading'

/** Who waits for a dossier's file. */
export interface DossierWatch {
  /** Told now and then: how much was written, in UTF-16 units. */
  onProgress?: (written: number) => void
  signal?: StopSignal
}

/**
 * A dossier as it is on file, as the pieces of its file: some hundred claims are in memory beside what is written.
 * Not-found where it is not on file, or is taken in anew meanwhile; cancelled where the signal says so.
 */
export const exportDossier = (
  corpus: CorpusPort,
  id: DossierId,
  watch: DossierWatch = {},
): Promise<Result<string[]>> =>
  settle(async () => {
    const head = await corpus.loadDossierHead(id)
    return head ? gatherPieces(head, corpus.walkDossier(id), watch) : fail('not-found', `no dossier ${id}`)
  })

/** Writes it all, as long as somebody waits for it. Rejects where `parts` do. */
export async function gatherPieces(
  head: DossierHead,
  parts: AsyncIterable<DossierPart>,
  { onProgress, signal }: DossierWatch,
): Promise<Result<string[]>> {
  const pieces: string[] = []
  let written = 0
  for await (const piece of writeDossier(head, parts)) {
    if (signal?.aborted) return fail('cancelled', 'the reader cancelled')
    pieces.push(piece)
    written += piece.length
    onProgress?.(written)
  }
  return succeed(pieces)
}
