import { afterBackup, type BackupPlan, filesKept } from '../model/backup-plan'
import { dayMs } from '../model/day-ms'
import type { BackupPlanPort, ClockPort } from '../model/ports'
import { type Result, succeed } from '../model/result'

/** How long after a failure nothing is tried again by itself: a full disk is as full a minute later. */
const patienceMs = 3_600_000

/** Where files go that are written by themselves. */
export interface BackupPlace {
  /** Writes the backup of now under this name, over what has it; all of it or nothing. */
  put(name: string): Promise<Result<{ atMs: number }>>
}

/** Times of a clock that was set back count as long ago. */
const isLongAgo = (atMs: number, nowMs: number, leastMs: number): boolean =>
  nowMs < atMs || nowMs - atMs >= leastMs

function isDue({ everyDays, files, failure, changedSinceMs }: BackupPlan, nowMs: number): boolean {
  if (changedSinceMs === null) return false
  if (failure && !isLongAgo(failure.atMs, nowMs, patienceMs)) return false
  const last = files.at(-1)
  return last === undefined || isLongAgo(last.atMs, nowMs, everyDays * dayMs)
}

/** A name that no kept file has, else that of the oldest: it is written over, and so goes in the step that makes the new one. */
function nameNext({ tag, files }: BackupPlan): string {
  const names = Array.from({ length: filesKept }, (_, n) => `sidelight-backup-${tag}-${n + 1}.json`)
  const free = names.find(name => !files.some(file => file.name === name))
  return free ?? files[0]?.name ?? ''
}

/**
 * Writes a backup if that is switched on and one is due, and notes what came of it; gives whether one was written.
 * `isForced`: also where none is due.
 */
export async function rollBackup(
  { plans, place, clock }: { plans: BackupPlanPort; place: BackupPlace; clock: Pick<ClockPort, 'nowMs'> },
  isForced = false,
): Promise<Result<boolean>> {
  const plan = await plans.load()
  if (plan.everyDays === 0 || !(isForced || isDue(plan, clock.nowMs()))) return succeed(false)
  const name = nameNext(plan)
  const put = await place.put(name)
  if (!put.ok) {
    const failure = { kind: put.failure.kind, atMs: clock.nowMs() }
    await plans.save({ failure })
    return put
  }
  const { atMs } = put.value
  await plans.save(now => ({
    files: [...now.files.filter(file => file.name !== name), { name, atMs }],
    failure: null,
    ...afterBackup(now, atMs),
  }))
  return succeed(true)
}
