import type { DossierOnFile } from '../model/dossier-on-file'
import type { CorpusPort, ReaderClaimPort } from '../model/ports'

/** All dossiers on file, in the order of their names. Rejects where storage cannot be read. */
export async function listDossiers({
  corpus,
  readerClaims,
}: {
  corpus: CorpusPort
  readerClaims: Pick<ReaderClaimPort, 'listAll'>
}): Promise<DossierOnFile[]> {
  const own = (await readerClaims.listAll()).filter(({ isRejected }) => !isRejected)
  const listed: DossierOnFile[] = []
  for (const info of await corpus.listDossiers()) {
    const head = await corpus.loadDossierHead(info.id)
    // Removed between the two.
    if (!head) continue
    listed.push({
      info,
      summary: head.summary,
      terms: [...new Set(head.spotting?.groups.flatMap(({ terms }) => terms))],
      questions: head.questions,
      ownClaims: own.filter(({ dossier }) => dossier === info.id).length,
    })
  }
  return listed.toSorted((a, b) => a.info.title.localeCompare(b.info.title, 'en'))
}
