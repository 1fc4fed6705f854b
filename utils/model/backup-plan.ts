import type { FailureKind } from './result'

/** Every how many days a file is written by itself; 0: never. */
export const backupIntervals = [0, 1, 7, 30] as const
export type BackupInterval = (typeof backupIntervals)[number]

/** After how many days without a backup the reader is reminded; 0: never. */
export const reminderIntervals = [0, 7, 30, 90] as const
export type ReminderInterval = (typeof reminderIntervals)[number]

/** So many files that were written by itself are kept. */
export const filesKept = 3

/** A file that was written by itself. */
export interface WrittenBackup {
  name: string
  /** ms since 1970. */
  atMs: number
}

/**
 * How the reader's own is backed up in this browser, and what came of it. No part of the settings: it hangs on what this
 * browser was allowed, so that a backup taken in elsewhere must not switch it on there.
 */
export interface BackupPlan {
  everyDays: BackupInterval
  /** Name of the folder that the reader chose; null: the downloads. */
  folder: string | null
  reminderDays: ReminderInterval
  /** Stands in the names of the files, so that two profiles that save to one folder do not write over each other's. */
  tag: string
  /** Those in the place where the next one goes, oldest first. */
  files: WrittenBackup[]
  /** Why the last one could not be written; stays until it was seen, or one was written. */
  failure: { kind: FailureKind; atMs: number } | null
  /** When highlights, claims or verdicts were first and last changed that no backup has; null where one has all. */
  changedSinceMs: number | null
  changedMs: number | null
  /** When the last backup was made, by itself or by hand. */
  savedMs: number | null
  /** Before this nothing is said of it in passing. */
  quietUntilMs: number
}

export const defaultPlan: BackupPlan = {
  everyDays: 0,
  folder: null,
  reminderDays: 30,
  tag: '',
  files: [],
  failure: null,
  changedSinceMs: null,
  changedMs: null,
  savedMs: null,
  quietUntilMs: 0,
}

/** What the reader chooses. */
export type PlanChange = Partial<Pick<BackupPlan, 'everyDays' | 'folder' | 'reminderDays'>>

/** Something of the reader's own was changed. */
export const afterChange = (plan: BackupPlan, nowMs: number): Partial<BackupPlan> => ({
  changedMs: nowMs,
  changedSinceMs: plan.changedSinceMs ?? nowMs,
})

/** A backup was made of what stood there at `atMs`: what was changed while it was written is not sure to be in it. */
export const afterBackup = ({ changedMs, savedMs }: BackupPlan, atMs: number): Partial<BackupPlan> => ({
  savedMs: Math.max(atMs, savedMs ?? 0),
  changedSinceMs: changedMs !== null && changedMs >= atMs ? changedMs : null,
})
