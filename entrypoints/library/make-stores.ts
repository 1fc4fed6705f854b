import { createArrivalStore } from '../../utils/corpus/arrival-store'
import { createCorpusStore } from '../../utils/corpus/corpus-store'
import { Database } from '../../utils/corpus/database'
import { createFolderStore } from '../../utils/corpus/folder-store'
import { createHighlightStore } from '../../utils/corpus/highlight-store'
import { createReaderClaimStore } from '../../utils/corpus/reader-claim-store'
import { createVisitStore } from '../../utils/corpus/visit-store'
import type { ArrivalPort } from '../../utils/model/arrival'
import type { CorpusPort, HighlightPort, ReaderClaimPort, VisitPort } from '../../utils/model/ports'
import type { Folder } from '../../utils/platform/folder'
import { hashesOf } from '../../utils/reading/judge-address'

/**
 * What the library reads. It is for reading alone: what changes goes through the background, the one writer; but for what no
 * message carries: the folder for backups, and files to be taken in.
 */
export interface LibraryStores {
  corpus: CorpusPort
  highlights: HighlightPort
  readerClaims: ReaderClaimPort
  visits: VisitPort
  folders: ReturnType<typeof createFolderStore<Folder>>
  arrivals: Pick<ArrivalPort, 'add'>
}

/** Opens nothing yet: the first call does. */
export function makeStores(): LibraryStores {
  const database = new Database()
  return {
    corpus: createCorpusStore(database, hashesOf),
    highlights: createHighlightStore(database, hashesOf),
    readerClaims: createReaderClaimStore(database, hashesOf),
    visits: createVisitStore(database),
    folders: createFolderStore(database),
    arrivals: createArrivalStore(database),
  }
}
