import type { BackupPlan } from '../model/backup-plan'
import { type Care, findFilling, type StorageUse } from '../model/care'
import { dayMs } from '../model/day-ms'

/**
 * What is to be said in passing, if anything: first that a backup could not be written, until that was seen; then that the
 * storage fills up; then that the last backup is old, where none is written by itself.
 */
export function judgeCare(plan: BackupPlan, use: StorageUse, nowMs: number): Care | null {
  if (plan.failure) return { is: 'backup-failed' }
  if (nowMs < plan.quietUntilMs) return null
  const percent = findFilling(use)
  if (percent !== null) return { is: 'storage-filling', percent }
  const { everyDays, reminderDays, changedSinceMs, savedMs } = plan
  if (everyDays > 0 || reminderDays === 0 || changedSinceMs === null) return null
  const sinceMs = nowMs - (savedMs ?? changedSinceMs)
  if (sinceMs < reminderDays * dayMs) return null
  return { is: 'backup-old', days: savedMs === null ? null : Math.floor(sinceMs / dayMs) }
}
