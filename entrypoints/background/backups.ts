import { askHiddenPage, askLibrary } from '../../utils/messaging/ask'
import { type BackupPlan, defaultPlan } from '../../utils/model/backup-plan'
import { fail, type Result, succeed } from '../../utils/model/result'
import { backupPlanStore } from '../../utils/platform/backup-plan-store'
import { hasDownloads, saveToDownloads } from '../../utils/platform/downloads'
import { writeIntoFolder } from '../../utils/platform/folder'
import { inTurn } from '../../utils/platform/in-turn'
import { logFailure } from '../../utils/platform/log'
import { withHiddenPage } from '../../utils/platform/offscreen'
import { pause } from '../../utils/platform/pause'
import { jsonFile } from '../../utils/platform/save-as-file'
import { settingsStore } from '../../utils/platform/settings-store'
import { readStorageUse } from '../../utils/platform/storage-use'
import { judgeCare } from '../../utils/services/judge-care'
import { rollBackup } from '../../utils/services/roll-backup'
import { writeBackupFile } from '../../utils/services/write-backup-file'
import { tellSidebars } from './sidebar-ports'
import type { Stores } from './stores'

/** How long after a change, or after the worker's start, it is looked at: the page in front comes first. */
const restMs = 5_000

const takeTurn = inTurn()
let isComing = false

/**
 * Writes a backup a little later, where one is due. Asked for when the worker starts and when something changed: an alarm
 * would be one more permission, and would wake us for nothing on days on which nothing was done.
 */
export function backUpSoon(stores: Stores): void {
  if (isComing) return
  isComing = true
  setTimeout(() => {
    isComing = false
    backUp(stores).catch(error => logFailure('backup', String(error)))
  }, restMs)
}

/** Writes a backup where that is switched on and one is due (or now, if that is wanted), and says so to open pages. */
export function backUp(stores: Stores, isForced = false): Promise<Result<void>> {
  return takeTurn(async () => {
    const plan = await backupPlanStore.load()
    const place = { put: (name: string) => (plan.folder ? putInFolder : putInDownloads)(stores, name) }
    const rolled = await rollBackup({ plans: backupPlanStore, place, clock: stores.clock }, isForced)
    if (!rolled.ok) logFailure('backup', rolled.failure.detail)
    if (!rolled.ok || rolled.value) tellOfBackup()
    return rolled.ok ? succeed(undefined) : rolled
  })
}

/** What is to be said in passing of the storage and of backups. */
export const loadCare = async ({ clock }: Stores) =>
  judgeCare(await backupPlanStore.load(), await readStorageUse(), clock.nowMs())

/** Open pages show anew how backups stand. */
export function tellOfBackup(): void {
  askLibrary('library/changed', { what: 'backup' })
  tellSidebars({ name: 'view/changed', event: {} })
}

const writeHere = async (stores: Stores): Promise<Result<{ file: Blob; atMs: number }>> => {
  const written = await writeBackupFile(
    { ...stores, settings: settingsStore },
    { toPart: text => jsonFile([text]), pause },
  )
  if (!written.ok) return written
  return succeed({ file: jsonFile(written.value.parts), atMs: written.value.atMs })
}

async function putInFolder(stores: Stores, name: string): Promise<Result<{ atMs: number }>> {
  const folder = await stores.folders.load()
  if (!folder) return fail('not-found', 'no folder is kept')
  const written = await writeHere(stores)
  if (!written.ok) return written
  const put = await writeIntoFolder(folder, name, written.value.file)
  return put.ok ? succeed({ atMs: written.value.atMs }) : put
}

async function putInDownloads(stores: Stores, name: string): Promise<Result<{ atMs: number }>> {
  if (!(await hasDownloads())) return fail('not-allowed', 'the downloads are not granted')
  const put = async ({ url, atMs }: { url: string; atMs: number }): Promise<Result<{ atMs: number }>> => {
    const saved = await saveToDownloads(url, `Sidelight/${name}`)
    return saved.ok ? succeed({ atMs }) : saved
  }
  // Chromium’s worker has no `URL.createObjectURL`: a page makes the address.
  if (typeof URL.createObjectURL !== 'function')
    return withHiddenPage('hidden.html', async () => {
      const written = await askHiddenPage('backup/write', {})
      return written.ok ? put(written.value) : written
    })
  const written = await writeHere(stores)
  if (!written.ok) return written
  const url = URL.createObjectURL(written.value.file)
  try {
    return await put({ url, atMs: written.value.atMs })
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** The reader took the permission back in the browser's own settings: that is said, and not only when one is due. */
export async function noteRevocation(stores: Stores): Promise<void> {
  const { everyDays, folder } = await backupPlanStore.load()
  if (everyDays === 0 || folder !== null || (await hasDownloads())) return
  await backupPlanStore.save({ failure: { kind: 'not-allowed', atMs: stores.clock.nowMs() } })
  tellOfBackup()
}

/** What was chosen; files in another place than before are no more of ours to write over. */
export const planAnew = (stores: Stores, change: Partial<BackupPlan>): Promise<BackupPlan> =>
  backupPlanStore.save(now => ({
    ...change,
    ...(now.tag === '' && { tag: stores.clock.newId().replaceAll('-', '').slice(0, 6) }),
    ...(change.folder !== undefined && change.folder !== now.folder && { files: defaultPlan.files }),
    failure: null,
  }))
