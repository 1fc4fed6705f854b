import { Dexie, type DexieOptions, type Table } from 'dexie'
import type {
  ArticleRow,
  ClaimRow,
  DossierRow,
  HighlightRow,
  JournalRow,
  QuestionRow,
  VerdictRow,
} from './rows'

/**
 * Every version's change to the schema, oldest first. Append only: a released one is never edited, since
 * databases that it made are out there (tests/fixtures/rows has rows that each wrote).
 * The index of a claim's terms comes as a version of its own; nothing here has to change for it.
 */
const versions: readonly Record<string, string>[] = [
  {
    dossiers: 'id',
    questions: '[dossier+id], dossier',
    articles: 'id, dossier, *addressHashes',
    claims: 'id, dossier, article, *questionKeys, locatorHash, locatorWords',
    pairVerdicts: '[a+b+question]',
    highlights: 'id, *addressHashes',
    journal: '++id',
  },
]

/** The extension's one database. Tests hand in fake-indexeddb through `options`. */
export class Database extends Dexie {
  declare dossiers: Table<DossierRow, string>
  declare questions: Table<QuestionRow, [string, string]>
  declare articles: Table<ArticleRow, string>
  declare claims: Table<ClaimRow, string>
  declare pairVerdicts: Table<VerdictRow, [string, string, string]>
  declare highlights: Table<HighlightRow, string>
  declare journal: Table<JournalRow, number>

  constructor(name = 'sidelight', options: DexieOptions = {}) {
    super(name, options)
    for (const [index, stores] of versions.entries()) this.version(index + 1).stores(stores)
    // A newer Sidelight wants to upgrade, or the reader clears the data: this connection must not stand in the
    // way. The next call opens anew; Dexie opens a later version too, as far as this one knows its tables.
    // `false` keeps Dexie's own handler out, which does the same and writes to the console.
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: false })
      return false
    })
  }
}
