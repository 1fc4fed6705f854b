import { describe, expect, test } from 'vitest'
import { type BackupPlan, defaultPlan } from '../../../utils/model/backup-plan'
import { judgeCare } from '../../../utils/services/judge-care'

const day = 86_400_000
const now = 1_000 * day
const room = { usedBytes: 10, quotaBytes: 1_000 }
const judge = (plan: Partial<BackupPlan>, use: Parameters<typeof judgeCare>[1] = room) =>
  judgeCare({ ...defaultPlan, ...plan }, use, now)

describe('what is said in passing', () => {
  test('nothing, where nothing changed or the backup is young', () => {
    expect(judge({})).toBeNull()
    expect(judge({ savedMs: now - 400 * day })).toBeNull()
    expect(judge({ savedMs: now - 29 * day, changedSinceMs: now - day })).toBeNull()
  })

  test('that the last backup is old, once something changed', () => {
    expect(judge({ savedMs: now - 31 * day, changedSinceMs: now - day })).toEqual({
      is: 'backup-old',
      days: 31,
    })
    expect(judge({ changedSinceMs: now - 30 * day })).toEqual({ is: 'backup-old', days: null })
    expect(judge({ changedSinceMs: now - 29 * day })).toBeNull()
    expect(judge({ changedSinceMs: now - 8 * day, reminderDays: 7 })).toEqual({
      is: 'backup-old',
      days: null,
    })
  })

  test('not where the reader wants none, where they are written by themselves, or where it was dismissed', () => {
    const old = { savedMs: now - 90 * day, changedSinceMs: now - 80 * day }
    expect(judge({ ...old, reminderDays: 0 })).toBeNull()
    expect(judge({ ...old, everyDays: 7 })).toBeNull()
    expect(judge({ ...old, quietUntilMs: now + 1 })).toBeNull()
    expect(judge({ ...old, quietUntilMs: now })).toEqual({ is: 'backup-old', days: 90 })
  })

  test.each([
    [790, null],
    [800, 80],
    [955, 95],
    [1_200, 100],
  ])('that the storage fills up: %i of 1,000', (usedBytes, percent) => {
    const care = judge({}, { usedBytes, quotaBytes: 1_000 })
    expect(care).toEqual(percent === null ? null : { is: 'storage-filling', percent })
  })

  test('nothing of the storage where the browser does not say', () => {
    expect(judge({}, { usedBytes: null, quotaBytes: null })).toBeNull()
    expect(judge({}, { usedBytes: 5, quotaBytes: 0 })).toBeNull()
  })

  test('first of all that one could not be written, until that was seen', () => {
    const failure = { kind: 'storage-full' as const, atMs: 5 }
    const full = { usedBytes: 990, quotaBytes: 1_000 }
    expect(judge({ failure, quietUntilMs: now + day, everyDays: 7 }, full)).toEqual({ is: 'backup-failed' })
  })
})
