import { askLibrary } from '../../utils/messaging/ask'
import type { BackupRequests } from '../../utils/messaging/backup-protocol'
import type { Handlers } from '../../utils/messaging/serve'
import { afterBackup } from '../../utils/model/backup-plan'
import { dayMs } from '../../utils/model/day-ms'
import { fail, type Result, succeed } from '../../utils/model/result'
import { backupPlanStore } from '../../utils/platform/backup-plan-store'
import { browser } from '../../utils/platform/browser'
import { dropDownloads } from '../../utils/platform/downloads'
import { settingsStore } from '../../utils/platform/settings-store'
import { exportBackup } from '../../utils/services/export-backup'
import { announce } from './announce'
import { backUp, loadCare, planAnew, tellOfBackup } from './backups'
import { restoreBundled } from './lifecycle'
import { tellLook, tellPlace } from './sites'
import type { Stores } from './stores'

/** How long what was dismissed is not said again. */
const quietDays = 7

/** More than so many highlights may be more than a message bears: 64 MiB in Chromium, and one has seldom 6 kB. */
const mostInMessage = 10_000

/** What the extension's own pages may ask about the safety of the reader's own. */
export function makeBackupHandlers(stores: Stores): Handlers<BackupRequests> {
  const { highlights, clock } = stores

  return {
    async 'backup/export'() {
      const count = await highlights.count()
      if (count > mostInMessage) return fail('too-large', `${count} highlights`)
      return succeed(await exportBackup({ ...stores, settings: settingsStore }))
    },

    'backup/status': async () =>
      succeed({ plan: await backupPlanStore.load(), care: await loadCare(stores) }),

    async 'backup/plan'({ change }) {
      const before = await backupPlanStore.load()
      const plan = await planAnew(stores, change)
      const usesDownloads = plan.everyDays > 0 && plan.folder === null
      if (!usesDownloads) await dropDownloads()
      tellOfBackup()
      // The first one at once, so that it is seen to work. The page hears of it when it stands.
      const isNew = plan.everyDays > 0 && (before.everyDays === 0 || before.folder !== plan.folder)
      if (isNew) backUp(stores, true)
      return succeed(undefined)
    },

    'backup/run': () => backUp(stores, true),

    async 'backup/saved'({ atMs }) {
      await backupPlanStore.save(now => afterBackup(now, atMs))
      tellOfBackup()
      return succeed(undefined)
    },

    async 'care/dismiss'() {
      await backupPlanStore.save(({ failure }) =>
        failure ? { failure: null } : { quietUntilMs: clock.nowMs() + quietDays * dayMs },
      )
      tellOfBackup()
      return succeed(undefined)
    },

    'everything/delete': () => deleteEverything(stores),
  }
}

/**
 * The database first, in one step: where that fails nothing is gone. Then what lies in `storage.local` (settings, the gate's
 * snapshot, how backups are made); what is installed is put back, and every open page shows that.
 */
async function deleteEverything(stores: Stores): Promise<Result<void>> {
  const erased = await stores.corpus.eraseAll()
  if (!erased.ok) return erased
  await browser.storage.local.clear()
  await dropDownloads()
  await restoreBundled(stores)
  await announce(stores, 'reading')
  const settings = await settingsStore.load()
  await tellPlace(settings)
  await tellLook(settings)
  for (const what of ['highlights', 'settings', 'visits'] as const) askLibrary('library/changed', { what })
  askLibrary('arrivals/changed', { arrivals: [] })
  tellOfBackup()
  return succeed(undefined)
}
