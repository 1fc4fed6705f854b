import type { OwnDossier } from '../model/backup'
import { isOwnDossier } from '../model/own-dossier'
import type { CorpusPort } from '../model/ports'

/** The reader's own dossiers, without articles and claims: they have none here. */
export async function loadOwnDossiers({
  corpus,
}: {
  corpus: Pick<CorpusPort, 'listDossiers' | 'loadDossierHead'>
}): Promise<OwnDossier[]> {
  const ids = (await corpus.listDossiers()).map(({ id }) => id).filter(isOwnDossier)
  const loaded = await Promise.all(ids.map(id => corpus.loadDossierHead(id)))
  return loaded.flatMap(dossier => {
    if (!dossier) return []
    const { id, title, version, spotting, questions } = dossier
    return [{ id, title, version, ...(spotting && { spotting }), questions }]
  })
}
