import { Dexie, type DexieOptions, type Table, type Transaction } from 'dexie'
import { fileByEdition } from './file-by-edition'
import { fillClaimTerms } from './fill-claim-terms'
import { fillHighlights } from './fill-highlights'
import { fillRecency } from './fill-recency'
import { fillTerms } from './fill-terms'
import type {
  ArrivalRow,
  ArticleRow,
  DirectoryKind,
  DirectoryRow,
  DossierRow,
  EditionRow,
  FolderRow,
  HighlightRow,
  JournalRow,
  LeafRow,
  PartRow,
  ReaderClaimRow,
  ReadingRow,
  RemarkRow,
  SeenStateRow,
  SketchRow,
  SpottedRow,
  StampRow,
  VectorRow,
  VerdictRow,
} from './rows'
import type { EditionTables } from './tables'

interface Version {
  /** Tables that are new or changed, with their indexes; null for one that goes. */
  stores: Record<string, string | null>
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
  // Dossiers are kept by edition, so that a large one can be taken in portion by portion and change in one step.
  {
    stores: {
      editions: '++id',
      parts: '[edition+name]',
      storedArticles: '[edition+id], *addressKeys',
      leaves: '[edition+leaf], [edition+article], *answerKeys',
      sketches: '[edition+leaf]',
      directory: '[edition+kind+bucket+segment]',
    },
    upgrade: fileByEdition,
  },
  // What the version before copied.
  { stores: { questions: null, articles: null, claims: null, profiles: null } },
  // Blocks of vectors say what their claims answer, and of what all of a dossier's were made: those before are made anew.
  {
    stores: { vectorStamps: 'dossier' },
    upgrade: transaction => transaction.table('claimVectors').clear(),
  },
  // Highlights have tags, a colour, and the time at which their words were taken from the page.
  { stores: {}, upgrade: fillHighlights },
  // Highlights are listed newest first in portions; how they stood on their pages, and articles that were spotted.
  {
    stores: {
      highlights: 'id, *addressHashes, [recency+id]',
      seenStates: 'highlight',
      spotted: 'key, lastMs',
    },
    upgrade: fillRecency,
  },
  // The folder that the reader chose for backups.
  { stores: { folders: 'name' } },
  // Files on their way in outlive the page that they were chosen on.
  { stores: { arrivals: '++id' } },
  // The reader's own claims are found by their terms too; what the reader says of claims in dossiers.
  {
    stores: {
      readerClaims: 'id, *addressHashes, questionKey, *terms',
      claimRemarks: 'claim',
    },
    upgrade: fillClaimTerms,
  },
]

/** The extension's one database. Tests hand in fake-indexeddb through `options`. */
export class Database extends Dexie implements EditionTables {
  declare dossiers: Table<DossierRow, string>
  declare editions: Table<EditionRow, number>
  declare parts: Table<PartRow, [number, string]>
  declare storedArticles: Table<ArticleRow, [number, string]>
  declare leaves: Table<LeafRow, [number, number]>
  declare sketches: Table<SketchRow, [number, number]>
  declare directory: Table<DirectoryRow, [number, DirectoryKind, number, number]>
  declare pairVerdicts: Table<VerdictRow, [string, string, string]>
  declare readerClaims: Table<ReaderClaimRow, string>
  declare claimRemarks: Table<RemarkRow, string>
  declare readings: Table<ReadingRow, number>
  declare claimVectors: Table<VectorRow, [string, number]>
  declare vectorStamps: Table<StampRow, string>
  declare highlights: Table<HighlightRow, string>
  declare journal: Table<JournalRow, number>
  declare seenStates: Table<SeenStateRow, string>
  declare spotted: Table<SpottedRow, string>
  declare folders: Table<FolderRow, string>
  declare arrivals: Table<ArrivalRow, number>

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
