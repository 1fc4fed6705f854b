import { beforeEach, describe, expect, test } from 'vitest'
import { afterChange, type BackupPlan, defaultPlan } from '../../../utils/model/backup-plan'
import type { BackupPlanPort } from '../../../utils/model/ports'
import { fail, type Result, succeed } from '../../../utils/model/result'
import { rollBackup } from '../../../utils/services/roll-backup'
import { createTestClock } from '../../support/memory-ports'

const day = 86_400_000

let plan: BackupPlan
let clock: ReturnType<typeof createTestClock>
let put: string[]
let answer: () => Result<{ atMs: number }>

const plans: BackupPlanPort = {
  load: async () => plan,
  async save(change) {
    plan = { ...plan, ...(typeof change === 'function' ? change(plan) : change) }
    return plan
  },
}
const roll = (isForced = false) =>
  rollBackup(
    {
      plans,
      clock,
      place: {
        async put(name) {
          put.push(name)
          return answer()
        },
      },
    },
    isForced,
  )
const later = (ms: number) => clock.nowIs(clock.nowMs() + ms)
const change = () => plans.save(now => afterChange(now, clock.nowMs()))
const named = (...numbers: number[]) => numbers.map(n => `sidelight-backup-k3-${n}.json`)

beforeEach(() => {
  plan = { ...defaultPlan, everyDays: 7, tag: 'k3' }
  clock = createTestClock()
  put = []
  answer = () => succeed({ atMs: clock.nowMs() })
})

describe('a backup by itself', () => {
  test('is written when something changed and the days are over, and not before', async () => {
    expect(await roll()).toEqual(succeed(false))
    await change()
    expect(await roll()).toEqual(succeed(true))
    later(day)
    await change()
    expect(await roll()).toEqual(succeed(false))
    later(6 * day)
    expect(await roll()).toEqual(succeed(true))
    later(30 * day)
    // Nothing changed since.
    expect(await roll()).toEqual(succeed(false))
    expect(put).toEqual(named(1, 2))
  })

  test('is never written where it is off', async () => {
    plan.everyDays = 0
    await change()
    expect(await roll(true)).toEqual(succeed(false))
    expect(put).toEqual([])
  })

  test('keeps three: the fourth is written over the oldest', async () => {
    for (let n = 0; n < 5; n += 1) {
      later(8 * day)
      await change()
      await roll()
    }
    expect(put).toEqual(named(1, 2, 3, 1, 2))
    expect(plan.files.map(({ name }) => name)).toEqual(named(3, 1, 2))
    expect(plan.files.map(({ atMs }) => atMs)).toEqual(
      plan.files.map(({ atMs }) => atMs).toSorted((a, b) => a - b),
    )
  })

  test('is written at once where the reader wants it, whatever is due', async () => {
    expect(await roll(true)).toEqual(succeed(true))
    expect(await roll(true)).toEqual(succeed(true))
    expect(put).toEqual(named(1, 2))
  })

  test('what was changed while it was written is not taken for saved', async () => {
    await change()
    const began = clock.nowMs()
    answer = () => {
      later(1_000)
      plan = { ...plan, ...afterChange(plan, clock.nowMs()) }
      return succeed({ atMs: began })
    }
    await roll()
    expect(plan).toMatchObject({ savedMs: began, changedSinceMs: began + 1_000 })
  })

  test('a clock that was set back holds nothing up', async () => {
    await change()
    await roll()
    later(-400 * day)
    await change()
    expect(await roll()).toEqual(succeed(true))
  })
})

describe('one that cannot be written', () => {
  test('is noted, kept until it was seen, and tried again after an hour', async () => {
    await change()
    answer = () => fail('storage-full', 'no room')
    expect(await roll()).toMatchObject({ ok: false, failure: { kind: 'storage-full' } })
    expect(plan).toMatchObject({ failure: { kind: 'storage-full', atMs: clock.nowMs() }, savedMs: null })
    later(60_000)
    expect(await roll()).toEqual(succeed(false))
    later(3_600_000)
    answer = () => succeed({ atMs: clock.nowMs() })
    expect(await roll()).toEqual(succeed(true))
    expect(plan).toMatchObject({ failure: null, changedSinceMs: null })
    expect(put).toEqual(named(1, 1))
  })

  test('leaves the files before it as they are', async () => {
    await change()
    await roll()
    const { files } = plan
    later(8 * day)
    await change()
    answer = () => fail('not-allowed', 'taken back')
    await roll()
    expect(plan.files).toEqual(files)
  })
})
