import type { ArticleSummary, DisputedQuestion } from '../../utils/model/article-summary'
import type { DossierOnFile } from '../../utils/model/dossier-on-file'
import type { DossierSelection } from '../../utils/model/dossier-selection'
import type { Highlight } from '../../utils/model/highlight'
import type { HighlightSearch } from '../../utils/model/highlight-search'
import type { DossierId, HighlightId } from '../../utils/model/ids'
import type { LibraryNews, LibraryView } from '../../utils/model/library-view'
import type { OwnWord } from '../../utils/model/own-word'
import type { Result } from '../../utils/model/result'
import type { Settings } from '../../utils/model/settings'
import type { SpottedArticle } from '../../utils/model/visit'
import type { ArrivalsActions } from '../arrivals/arrivals-actions'
import type { ClaimActions } from '../claims/claim-actions'
import type { HighlightActions } from '../highlights/highlight-deeds'
import type { DataActions } from './data/data-actions'
import type { ExportFormat } from './export-format'
import type { QuestionsActions } from './questions/questions-actions'
import type { SaveWatch } from './save-watch'

/** What the library can do with highlights. */
export interface HighlightsActions extends HighlightActions {
  /** Calls back with the ids of highlights that changed, null where it may be any, until the returned function is called. */
  listenForHighlights: (onNews: (ids: HighlightId[] | null) => void) => () => void
  count: () => Promise<Result<number>>
  /** The newest, or those that follow on one. */
  listNewest: (limit: number, after?: Highlight) => Promise<Result<Highlight[]>>
  loadMany: (ids: HighlightId[]) => Promise<Result<Highlight[]>>
  createSearch: () => HighlightSearch
  /** Opens the page at the passage, in browsers without Sidelight too. */
  linkOf: (highlight: Highlight) => string
  /** The same for highlights of one article. */
  articleOf: (highlight: Highlight) => string
  /** As many steps as it takes; gives their entries, by which they are undone, the last first. */
  tagMany: (
    ids: HighlightId[],
    tags: { add: string[]; remove: string[] },
  ) => Promise<Result<{ entries: number[] }>>
  deleteMany: (ids: HighlightId[]) => Promise<Result<{ entries: number[] }>>
  loadSettings: () => Promise<Result<Settings>>
  saveSettings: (change: Partial<Settings>) => Promise<Result<Settings>>
  exportFormats: readonly ExportFormat<readonly Highlight[]>[]
}

/** What the library can do with articles. */
export interface ArticlesActions {
  /** Those with highlights or with claims of the reader's, latest first. */
  listArticles: () => Promise<Result<ArticleSummary[]>>
  /** Latest met first. */
  listSpotted: () => Promise<Result<SpottedArticle[]>>
  /** What is disputed of the questions that its claims bear on, the reader's and those on file. */
  listDisputed: (article: ArticleSummary) => Promise<Result<DisputedQuestion[]>>
  listOwnWord: () => Promise<Result<OwnWord>>
  clearHistory: () => Promise<Result<void>>
  loadSettings: () => Promise<Result<Settings>>
  saveSettings: (change: Partial<Settings>) => Promise<Result<Settings>>
  /** Of these articles, all that is the reader's. */
  exportFormats: readonly ExportFormat<readonly ArticleSummary[]>[]
}

/** What the library can do with dossiers. */
export interface DossiersActions {
  listDossiers: () => Promise<Result<DossierOnFile[]>>
  /** Hands the reader the file; gives its name. */
  saveDossier: (dossier: DossierId, watch: SaveWatch) => Promise<Result<string>>
  saveSelection: (selection: DossierSelection, watch: SaveWatch) => Promise<Result<string>>
  removeDossier: (dossier: DossierId) => Promise<Result<void>>
  /** Puts those that came with the package on file again. */
  restoreDossiers: () => Promise<Result<void>>
}

/** Everything the library can ask for, view by view. None of it throws: what goes wrong comes back as a failure. */
export interface LibraryActions {
  /** Calls back with what changed, and with a view that was asked for elsewhere, until the returned function is called. */
  listen: (onNews: (news: LibraryNews) => void, onShow: (view: LibraryView) => void) => () => void
  highlights: HighlightsActions
  articles: ArticlesActions
  dossiers: DossiersActions
  questions: QuestionsActions
  data: DataActions
  arrivals: ArrivalsActions
  claims: ClaimActions
}

/** What each view is given. */
export interface ViewProps<Actions> {
  actions: Actions
  /** Counts what changed elsewhere: with another number the view loads anew. */
  changes: number
  /** What stands behind the view's name in the address (`#questions/12`); '' for nothing. */
  place: string
  /** Another place within this view. */
  go: (place: string) => void
}
