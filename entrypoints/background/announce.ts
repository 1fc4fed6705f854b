import { askLibrary, askTab } from '../../utils/messaging/ask'
import type { FileImport } from '../../utils/model/backup'
import type { HighlightId } from '../../utils/model/ids'
import { settingsStore } from '../../utils/platform/settings-store'
import { forgetReadings } from './readings'
import { tellSidebars } from './sidebar-ports'
import { forEachTab, tellLook, tellPlace } from './sites'
import { compileGate, compileKnown, type Stores } from './stores'

/**
 * Highlights, or what is switched on and on file, are other than they were: the gate knows when this is done; pages
 * and sidebars hear of it and are not waited for. `ids`: the highlights, where it is known which.
 */
export async function announce(
  stores: Stores,
  what: 'highlights' | 'reading',
  ids?: HighlightId[],
): Promise<void> {
  if (what === 'reading') forgetReadings()
  await compileGate(stores)
  askLibrary('library/changed', ids ? { what: 'highlights', ids } : { what })
  await forEachTab(async tab => {
    await askTab(tab)('page/refresh', { what })
    tellSidebars({ name: 'view/changed', event: {} }, tab)
    if (what === 'reading') await askTab(tab)('page/reconsider', {})
  })
}

/** Other dossiers are on file, and with them other addresses. */
export async function announceDossiers(stores: Stores): Promise<void> {
  await compileKnown(stores, true)
  await announce(stores, 'reading')
}

/**
 * A file was taken in: with a dossier there are other addresses on file, with a backup the sidebar may stand elsewhere,
 * and highlights look otherwise.
 */
export async function announceFile(stores: Stores, { format }: FileImport): Promise<void> {
  if (format === 'dossier') return announceDossiers(stores)
  await announce(stores, format === 'highlights' ? 'highlights' : 'reading')
  if (format !== 'sidelight-backup') return
  const settings = await settingsStore.load()
  await tellPlace(settings)
  await tellLook(settings)
  askLibrary('library/changed', { what: 'highlights' })
}
