import type { BackupPlan, PlanChange } from '../model/backup-plan'
import type { Care } from '../model/care'

/** What extension pages ask of the background about the safety of the reader's own. Part of `ExtensionRequests`. */
export interface BackupRequests {
  /** The backup as the text of a JSON file. Too large where no message bears it: then the library's page writes it. */
  'backup/export': (request: Record<string, never>) => { name: string; text: string }
  /** How backups are made here, and what is to be said of that. */
  'backup/status': (request: Record<string, never>) => BackupStatus
  /** Where files are to be written by themselves, what that takes was granted before. */
  'backup/plan': (request: { change: PlanChange }) => void
  /** Writes one now, where that is switched on. */
  'backup/run': (request: Record<string, never>) => void
  /** A page of ours handed out a backup of what stood there at that time. */
  'backup/saved': (request: { atMs: number }) => void
  /** The reader saw what was said of it: a failure is forgotten, anything else is left for a week. */
  'care/dismiss': (request: Record<string, never>) => void
  /** Deletes everything, which nobody can undo; what is installed stands there as at first. */
  'everything/delete': (request: Record<string, never>) => void
}

/** What Chromium's worker asks of the hidden page that makes addresses for files. */
export interface HiddenPageRequests {
  /** Writes the backup of now; gives an address that is good while that page stands. */
  'backup/write': (request: Record<string, never>) => { url: string; atMs: number }
}

/** `care`: the line that is shown in passing; null for none. */
export interface BackupStatus {
  plan: BackupPlan
  care: Care | null
}
