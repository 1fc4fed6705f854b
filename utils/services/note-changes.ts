import type { CorpusPort, HighlightPort, ReaderClaimPort } from '../model/ports'
import type { Result } from '../model/result'

interface Watched {
  corpus: CorpusPort
  highlights: HighlightPort
  readerClaims: ReaderClaimPort
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
  const { corpus, highlights, readerClaims } = stores
  return {
    corpus: {
      ...corpus,
      savePairVerdict: noted(corpus.savePairVerdict),
      deletePairVerdict: noted(corpus.deletePairVerdict),
    },
    highlights: { ...highlights, commit: noted(highlights.commit), undo: noted(highlights.undo) },
    readerClaims: {
      ...readerClaims,
      save: noted(readerClaims.save),
      delete: noted(readerClaims.delete),
    },
  }
}
