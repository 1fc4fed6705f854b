import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { createArrivalStore } from '../../../utils/corpus/arrival-store'
import { createClaimVectorStore } from '../../../utils/corpus/claim-vector-store'
import { createCorpusStore } from '../../../utils/corpus/corpus-store'
import { Database } from '../../../utils/corpus/database'
import { createHighlightStore } from '../../../utils/corpus/highlight-store'
import { createReaderClaimStore } from '../../../utils/corpus/reader-claim-store'
import { createReadingCache } from '../../../utils/corpus/reading-cache'
import { createRemarkStore } from '../../../utils/corpus/remark-store'
import { createVisitStore } from '../../../utils/corpus/visit-store'
import { createMemoryArrivals } from '../../support/memory-arrivals'
import { createMemoryCorpus } from '../../support/memory-corpus'
import { createMemoryHighlights } from '../../support/memory-highlights'
import { createMemoryClaimVectors, createMemoryReadingCache } from '../../support/memory-model'
import { createMemoryReaderClaims } from '../../support/memory-reader-claims'
import { createMemoryRemarks } from '../../support/memory-remarks'
import { createMemoryVisits } from '../../support/memory-visits'
import {
  describeArrivals,
  describeCorpus,
  describeHighlights,
  describeReaderClaims,
  describeRemarks,
  describeVisits,
  hashInTest,
} from './contract'
import { describeClaimVectors, describeReadingCache } from './model-contract'

const openFresh = () => new Database('test', { indexedDB: new IDBFactory(), IDBKeyRange })

describeCorpus('in IndexedDB', async () => createCorpusStore(openFresh(), hashInTest))
describeCorpus('in memory', async () => createMemoryCorpus(hashInTest))
describeHighlights('in IndexedDB', async () => createHighlightStore(openFresh(), hashInTest))
describeHighlights('in memory', async () => createMemoryHighlights(hashInTest))
describeReaderClaims('in IndexedDB', async () => createReaderClaimStore(openFresh(), hashInTest))
describeReaderClaims('in memory', async () => createMemoryReaderClaims(hashInTest))
describeRemarks('in IndexedDB', async () => createRemarkStore(openFresh()))
describeRemarks('in memory', async () => createMemoryRemarks())
describeVisits('in IndexedDB', async () => createVisitStore(openFresh()))
describeVisits('in memory', async () => createMemoryVisits())
describeReadingCache('in IndexedDB', async limit => createReadingCache(openFresh(), limit))
describeReadingCache('in memory', async limit => createMemoryReadingCache(limit))
describeClaimVectors('in IndexedDB', async () => createClaimVectorStore(openFresh()))
describeClaimVectors('in memory', async () => createMemoryClaimVectors())
describeArrivals('in IndexedDB', async () => createArrivalStore(openFresh()))
describeArrivals('in memory', async () => createMemoryArrivals())
