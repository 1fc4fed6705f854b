import { createArrivalStore } from '../../utils/corpus/arrival-store'
import { createCorpusStore } from '../../utils/corpus/corpus-store'
import { Database } from '../../utils/corpus/database'
import { createFolderStore } from '../../utils/corpus/folder-store'
import { createHighlightStore } from '../../utils/corpus/highlight-store'
import { createReaderClaimStore } from '../../utils/corpus/reader-claim-store'
import { createRemarkStore } from '../../utils/corpus/remark-store'
import { createVisitStore } from '../../utils/corpus/visit-store'
import type { ArrivalPort } from '../../utils/model/arrival'
import type { HighlightPort, ReaderClaimPort, VisitPort } from '../../utils/model/ports'
import type { Folder } from '../../utils/platform/folder'
import { hashesOf } from '../../utils/reading/judge-address'
import { type RemarkedCorpus, remarkClaims } from '../../utils/services/hide-claims'

/**
 * What the library reads. It is for reading alone: what changes goes through the background, the one writer; but for what no
 * message carries: the folder for backups, and files to be taken in.
 */
export interface LibraryStores extends RemarkedCorpus {
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
    ...remarkClaims(createCorpusStore(database, hashesOf), createRemarkStore(database)),
    highlights: createHighlightStore(database, hashesOf),
    readerClaims: createReaderClaimStore(database, hashesOf),
    visits: createVisitStore(database),
    folders: createFolderStore(database),
    arrivals: createArrivalStore(database),
  }
}
