/** How much of the browser's storage is used, in bytes; null where the browser does not say. */
export interface StorageUse {
  usedBytes: number | null
  /** How much there may be. */
  quotaBytes: number | null
}

/** The one thing about the safety of the reader's own that is worth a line in passing. */
export type Care =
  | { is: 'backup-failed' }
  /** How full, in percent. */
  | { is: 'storage-filling'; percent: number }
  /** Something changed, and the last backup is so many days old; null: there never was one. */
  | { is: 'backup-old'; days: number | null }

/** From this share of the quota on the reader is warned: there is room still for what they do next, and for a backup. */
export const warnedShare = 0.8

/** How full the storage is, in percent, where that is a warning; else null. */
export function findFilling({ usedBytes, quotaBytes }: StorageUse): number | null {
  if (usedBytes === null || !quotaBytes || usedBytes / quotaBytes < warnedShare) return null
  return Math.min(100, Math.floor((usedBytes / quotaBytes) * 100))
}
