import type { DataActions } from '../../components/library/data/data-actions'
import { askBackground } from '../../utils/messaging/ask'
import { settle } from '../../utils/model/failure-error'
import { fail, succeed } from '../../utils/model/result'
import { requestDownloads } from '../../utils/platform/downloads'
import { askForFolder, canPickFolder, type Folder, pickFolder } from '../../utils/platform/folder'
import { readStorageUse } from '../../utils/platform/storage-use'
import type { LibraryStores } from './make-stores'
import { saveBackup } from './save-backup'

/** What the library does with the reader's data as a whole. */
export function makeDataActions(stores: LibraryStores): DataActions {
  const { highlights, readerClaims, folders } = stores
  const changePlan: DataActions['changePlan'] = change => askBackground('backup/plan', { change })
  /** The folder stands here before the reader clicks: a browser asks for it only straight from the click. */
  let chosen: Folder | null = null

  return {
    load: () =>
      settle(async () => {
        const status = await askBackground('backup/status', {})
        if (!status.ok) return status
        chosen = await folders.load()
        const [storage, isPersisted, count, claims] = await Promise.all([
          readStorageUse(),
          navigator.storage.persisted(),
          highlights.count(),
          readerClaims.listAll(),
        ])
        return succeed({
          plan: status.value.plan,
          storage,
          isPersisted,
          canPickFolder: canPickFolder(),
          highlights: count,
          claims: claims.length,
        })
      }),
    async loadCare() {
      const status = await askBackground('backup/status', {})
      return status.ok ? succeed(status.value.care) : status
    },
    dismissCare: () => askBackground('care/dismiss', {}),
    persist: () => navigator.storage.persist(),
    saveBackup: watch => saveBackup(stores, watch),
    changePlan,
    async useDownloads(change) {
      // Nothing may be awaited before this: the browser asks only from within the click.
      if (!(await requestDownloads())) return fail('not-allowed', 'the reader refused the downloads')
      return changePlan(change)
    },
    async chooseFolder(change) {
      const folder = await pickFolder()
      if (!folder) return succeed(false)
      const kept = await folders.save(folder)
      if (!kept.ok) return kept
      const planned = await changePlan({ ...change, folder: folder.name })
      return planned.ok ? succeed(true) : planned
    },
    async allowAgain(plan) {
      const isAllowed = plan.folder === null ? requestDownloads() : chosen !== null && askForFolder(chosen)
      if (!(await isAllowed)) return fail('not-allowed', 'the reader refused it')
      return askBackground('backup/run', {})
    },
    runBackup: () => askBackground('backup/run', {}),
    deleteEverything: () => askBackground('everything/delete', {}),
  }
}
