import { type BackupPlan, defaultPlan } from '../model/backup-plan'
import type { BackupPlanPort } from '../model/ports'
import { browser } from './browser'
import { inTurn } from './in-turn'

const key = 'backup-plan'

const takeTurn = inTurn()

/** How backups are made, in `storage.local` under one key; what is missing there has its default. */
export const backupPlanStore: BackupPlanPort = {
  async load() {
    const stored = await browser.storage.local.get(key)
    return { ...defaultPlan, ...(stored[key] as Partial<BackupPlan> | undefined) }
  },
  save(change) {
    return takeTurn(async () => {
      const now = await backupPlanStore.load()
      const plan = { ...now, ...(typeof change === 'function' ? change(now) : change) }
      await browser.storage.local.set({ [key]: plan })
      return plan
    })
  },
}
