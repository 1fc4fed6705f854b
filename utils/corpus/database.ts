import { Dexie, type DexieOptions, type Table, type Transaction } from 'dexie'
import { fillTerms } from './fill-terms'
import type {
  ArticleRow,
  ClaimRow,
  DossierRow,
  HighlightRow,
  JournalRow,
  ProfileRow,
  QuestionRow,
  ReaderClaimRow,
  ReadingRow,
  VectorRow,
  VerdictRow,
} from './rows'

interface Version {
  /** Tables that are new or changed, with their indexes. */
  stores: Record<string, string>
  /** Brings rows of the version before to this one, in the transaction of the upgrade. */
  upgrade?: (transaction: Transaction) => PromiseLike<void>
}

/**
 * Every version's change to the schema, oldest first. Append only: a released one is never edited, since
 * databases that it made are out there (tests/fixtures/rows has rows that each wrote).
 */
const versions: readonly Version[] = [
  {
    stores: {
      dossiers: 'id',
      questions: '[dossier+id], dossier',
      articles: 'id, dossier, *addressHashes',
      claims: 'id, dossier, article, *questionKeys, locatorHash, locatorWords',
      pairVerdicts: '[a+b+question]',
      highlights: 'id, *addressHashes',
      journal: '++id',
    },
  },
  // Claims are found by their terms, and questions have profiles of them; the reader has claims too.
  {
    stores: {
      claims: 'id, dossier, article, *questionKeys, locatorHash, locatorWords, *terms',
      profiles: 'id, dossier',
      readerClaims: 'id, *addressHashes, questionKey',
    },
    upgrade: fillTerms,
  },
  // What the reading model said of sentences, and of the claims on file.
  {
    stores: {
      readings: '++order, &[version+hash]',
      claimVectors: '[dossier+index]',
    },
  },
]

/** The extension's one database. Tests hand in fake-indexeddb through `options`. */
export class Database extends Dexie {
  declare dossiers: Table<DossierRow, string>
  declare questions: Table<QuestionRow, [string, string]>
  declare articles: Table<ArticleRow, string>
  declare claims: Table<ClaimRow, string>
  declare profiles: Table<ProfileRow, string>
  declare pairVerdicts: Table<VerdictRow, [string, string, string]>
  declare readerClaims: Table<ReaderClaimRow, string>
  declare readings: Table<ReadingRow, number>
  declare claimVectors: Table<VectorRow, [string, number]>
  declare highlights: Table<HighlightRow, string>
  declare journal: Table<JournalRow, number>

  constructor(name = 'sidelight', options: DexieOptions = {}) {
    super(name, options)
    for (const [index, { stores, upgrade }] of versions.entries()) {
      const version = this.version(index + 1).stores(stores)
      if (upgrade) version.upgrade(upgrade)
    }
    // A newer Sidelight wants to upgrade, or the reader clears the data: this connection must not stand in the
    // way. The next call opens anew; Dexie opens a later version too, as far as this one knows its tables.
    // `false` keeps Dexie's own handler out, which does the same and writes to the console.
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: false })
      return false
    })
  }
}
