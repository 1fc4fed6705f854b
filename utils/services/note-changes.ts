import { isOwnDossier } from '../model/own-dossier'
import type { CorpusPort, HighlightPort, ReaderClaimPort, RemarkPort } from '../model/ports'
import type { Result } from '../model/result'

interface Watched {
  corpus: CorpusPort
  highlights: HighlightPort
  readerClaims: ReaderClaimPort
  remarks: RemarkPort
}

/**
 * The same stores, with every change to what is the reader's own noted before it is answered. Around the stores and not
 * where changes are asked for: so that none is forgotten. Further addresses of what is there are upkeep and no change.
 */
export function noteChanges(stores: Watched, onChange: () => Promise<void>): Watched {
  const noted =
    <Given extends unknown[], T>(change: (...given: Given) => Promise<Result<T>>) =>
    async (...given: Given): Promise<Result<T>> => {
      const changed = await change(...given)
      if (changed.ok) await onChange()
      return changed
    }
  const { corpus, highlights, readerClaims, remarks } = stores
  return {
    corpus: {
      ...corpus,
      savePairVerdict: noted(corpus.savePairVerdict),
      deletePairVerdict: noted(corpus.deletePairVerdict),
      saveDossier: dossier =>
        (isOwnDossier(dossier.id) ? noted(corpus.saveDossier) : corpus.saveDossier)(dossier),
    },
    highlights: { ...highlights, commit: noted(highlights.commit), undo: noted(highlights.undo) },
    readerClaims: {
      ...readerClaims,
      save: noted(readerClaims.save),
      delete: noted(readerClaims.delete),
    },
    remarks: { ...remarks, save: noted(remarks.save), delete: noted(remarks.delete) },
  }
}
