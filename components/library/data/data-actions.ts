import type { BackupPlan, PlanChange } from '../../../utils/model/backup-plan'
import type { Care, StorageUse } from '../../../utils/model/care'
import type { Result } from '../../../utils/model/result'
import type { SaveWatch } from '../save-watch'

/** What the view of the reader's data shows. */
export interface DataState {
  plan: BackupPlan
  storage: StorageUse
  /** The browser promised to keep it. */
  isPersisted: boolean
  /** This browser lets a page write into a folder that the reader chooses. */
  canPickFolder: boolean
  /** How many highlights and claims of the reader's there are. */
  highlights: number
  claims: number
}

/** What the library can do with the reader's data as a whole. */
export interface DataActions {
  load: () => Promise<Result<DataState>>
  loadCare: () => Promise<Result<Care | null>>
  dismissCare: () => Promise<Result<void>>
  persist: () => Promise<boolean>
  /** Hands the reader a file with everything that is theirs; gives its name. */
  saveBackup: (watch: SaveWatch) => Promise<Result<string>>
  changePlan: (change: PlanChange) => Promise<Result<void>>
  /** Backups by themselves, into the downloads; straight from the click, since the browser asks. Not-allowed where it refuses. */
  useDownloads: (change: PlanChange) => Promise<Result<void>>
  /** Lets the reader choose a folder for them, straight from the click; false where none was chosen. */
  chooseFolder: (change: PlanChange) => Promise<Result<boolean>>
  /** Asks for the chosen place anew, straight from the click, and writes a backup there. */
  allowAgain: (plan: BackupPlan) => Promise<Result<void>>
  runBackup: () => Promise<Result<void>>
  deleteEverything: () => Promise<Result<void>>
}

/** What each part of the view gets. */
export interface PartProps {
  data: DataState
  actions: DataActions
  /** Says how a step ended, and shows what holds now. */
  after: (step: Promise<string>) => Promise<void>
}
