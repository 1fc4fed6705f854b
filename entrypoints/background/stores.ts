import { createArrivalStore } from '../../utils/corpus/arrival-store'
import { createClaimVectorStore } from '../../utils/corpus/claim-vector-store'
import { createCorpusStore } from '../../utils/corpus/corpus-store'
import { Database } from '../../utils/corpus/database'
import { createFolderStore } from '../../utils/corpus/folder-store'
import { createHighlightStore } from '../../utils/corpus/highlight-store'
import { createReaderClaimStore } from '../../utils/corpus/reader-claim-store'
import { createReadingCache } from '../../utils/corpus/reading-cache'
import { createRemarkStore } from '../../utils/corpus/remark-store'
import { createVisitStore } from '../../utils/corpus/visit-store'
import { createReadingModel, type ReadingModel } from '../../utils/inference/create-reading-model'
import type { ArrivalPort } from '../../utils/model/arrival'
import { afterChange } from '../../utils/model/backup-plan'
import type { ClaimVectorPort } from '../../utils/model/claim-vectors'
import type {
  ClockPort,
  CorpusPort,
  HighlightPort,
  ReaderClaimPort,
  RemarkPort,
  VisitPort,
} from '../../utils/model/ports'
import type { ReadingCachePort } from '../../utils/model/sentence-reading'
import { backupPlanStore } from '../../utils/platform/backup-plan-store'
import type { Folder } from '../../utils/platform/folder'
import { loadKnownOf, saveGateSnapshot, saveKnownAddresses } from '../../utils/platform/gate-snapshot'
import { inTurn } from '../../utils/platform/in-turn'
import { logFailure } from '../../utils/platform/log'
import { readPackageBytes } from '../../utils/platform/package-files'
import { settingsStore } from '../../utils/platform/settings-store'
import { hashesOf } from '../../utils/reading/judge-address'
import { compileSnapshot } from '../../utils/services/compile-snapshot'
import { remarkClaims } from '../../utils/services/hide-claims'
import { noteChanges } from '../../utils/services/note-changes'
import type { ModelPorts } from '../../utils/services/read-by-model'

/** What the use cases are given of the world. */
export interface Stores {
  corpus: CorpusPort
  highlights: HighlightPort
  readerClaims: ReaderClaimPort
  remarks: RemarkPort
  visits: VisitPort
  folders: { load: () => Promise<Folder | null> }
  arrivals: ArrivalPort
  model: ReadingModel
  vectors: ClaimVectorPort
  /** What the model said of sentences. */
  cache: ReadingCachePort
  clock: ClockPort
}

/**
 * Opens nothing yet: the database, and the reading model, are opened by the first call that needs them. `onChange` is called
 * after each change to what is the reader's own.
 */
export function makeStores(onChange: () => void): Stores {
  const database = new Database()
  const clock = { nowMs: () => Date.now(), newId: () => crypto.randomUUID() }
  const noted = noteChanges(
    {
      corpus: createCorpusStore(database, hashesOf),
      highlights: createHighlightStore(database, hashesOf),
      readerClaims: createReaderClaimStore(database, hashesOf),
      remarks: createRemarkStore(database),
    },
    async () => {
      await backupPlanStore
        .save(plan => afterChange(plan, clock.nowMs()))
        // What was changed is changed all the same.
        .catch(error => logFailure('backup', String(error)))
      onChange()
    },
  )
  return {
    ...noted,
    ...remarkClaims(noted.corpus, noted.remarks),
    visits: createVisitStore(database),
    folders: createFolderStore(database),
    arrivals: createArrivalStore(database),
    model: createReadingModel(readPackageBytes),
    vectors: createClaimVectorStore(database),
    cache: createReadingCache(database),
    clock,
  }
}

/** What an article, or any words, are read by the model with. */
export const modelPortsOf = (stores: Stores): ModelPorts => ({ ...stores, settings: settingsStore })

const takeTurn = inTurn()

/** Tells the gate what changed: dossiers, highlights or switches. In turn, so that the newest state is written last. */
export const compileGate = ({
  corpus,
  highlights,
  readerClaims,
}: Pick<Stores, 'corpus' | 'highlights' | 'readerClaims'>): Promise<void> =>
  takeTurn(async () =>
    saveGateSnapshot(await compileSnapshot({ corpus, highlights, readerClaims, settings: settingsStore })),
  )

/**
 * Tells the gate which addresses are on file. That is much where much is on file, and changes with dossiers alone: so it is
 * compiled by itself, and not where the gate has been told of just these.
 */
export const compileKnown = ({ corpus }: Pick<Stores, 'corpus'>, isChanged = false): Promise<void> =>
  takeTurn(async () => {
    const dossiers = await corpus.listDossiers()
    const of = dossiers.map(({ id, version, articleCount }) => `${id}@${version}/${articleCount}`).join(' ')
    if (!isChanged && (await loadKnownOf()) === of) return
    await saveKnownAddresses(await corpus.listKnownAddressHashes(), of)
  })
