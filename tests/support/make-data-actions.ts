import { vi } from 'vitest'
import type { DataActions, DataState } from '../../components/library/data/data-actions'
import { defaultPlan } from '../../utils/model/backup-plan'
import type { Care } from '../../utils/model/care'
import { succeed } from '../../utils/model/result'

/** What the view of the reader's data shows: nothing switched on, a megabyte of a thousand used. */
export const makeDataState = (more: Partial<DataState> = {}): DataState => ({
  plan: defaultPlan,
  storage: { usedBytes: 1_250_000, quotaBytes: 1_000_000_000 },
  isPersisted: false,
  canPickFolder: true,
  highlights: 12,
  claims: 2,
  ...more,
})

/** Actions that all succeed, on a state that a test may exchange. */
export function makeDataActions(first: Partial<DataState> = {}, care: Care | null = null) {
  const shown = { state: makeDataState(first), care }
  const actions = {
    load: vi.fn<DataActions['load']>(async () => succeed(shown.state)),
    loadCare: vi.fn<DataActions['loadCare']>(async () => succeed(shown.care)),
    dismissCare: vi.fn<DataActions['dismissCare']>(async () => succeed(undefined)),
    persist: vi.fn<DataActions['persist']>(async () => false),
    saveBackup: vi.fn<DataActions['saveBackup']>(async () => succeed('sidelight-backup-2031-05-06.json')),
    changePlan: vi.fn<DataActions['changePlan']>(async () => succeed(undefined)),
    useDownloads: vi.fn<DataActions['useDownloads']>(async () => succeed(undefined)),
    chooseFolder: vi.fn<DataActions['chooseFolder']>(async () => succeed(true)),
    allowAgain: vi.fn<DataActions['allowAgain']>(async () => succeed(undefined)),
    runBackup: vi.fn<DataActions['runBackup']>(async () => succeed(undefined)),
    deleteEverything: vi.fn<DataActions['deleteEverything']>(async () => succeed(undefined)),
  }
  return { actions, shown }
}
