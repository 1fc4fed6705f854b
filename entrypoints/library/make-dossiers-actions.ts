import type { DossiersActions } from '../../components/library/library-actions'
import { askBackground } from '../../utils/messaging/ask'
import { settle } from '../../utils/model/failure-error'
import { type Result, succeed } from '../../utils/model/result'
import { saveAsFile } from '../../utils/platform/save-as-file'
import { exportDossier } from '../../utils/services/export-dossier'
import { exportSelection } from '../../utils/services/export-selection'
import { listDossiers } from '../../utils/services/list-dossiers'
import type { LibraryStores } from './make-stores'

/** Hands the reader the file of what was chosen; gives its name. */
export async function saveSelection(
  stores: LibraryStores,
  ...[selection, watch]: Parameters<DossiersActions['saveSelection']>
): Promise<Result<string>> {
  const clock = { nowMs: () => Date.now() }
  const file = await exportSelection({ ...stores, clock }, selection, watch)
  if (!file.ok) return file
  saveAsFile(file.value.name, file.value.pieces)
  return succeed(file.value.name)
}

/** What the library does with dossiers: it writes their files itself, and asks the background to change what is on file. */
export function makeDossiersActions(stores: LibraryStores): DossiersActions {
  const { corpus } = stores
  return {
    listDossiers: () => settle(async () => succeed(await listDossiers(stores))),
    async saveDossier(dossier, watch) {
      const pieces = await exportDossier(corpus, dossier, watch)
      if (!pieces.ok) return pieces
      const name = `${dossier}.json`
      saveAsFile(name, pieces.value)
      return succeed(name)
    },
    saveSelection: (selection, watch) => saveSelection(stores, selection, watch),
    removeDossier: dossier => askBackground('dossier/remove', { dossier }),
    restoreDossiers: () => askBackground('dossier/restore', {}),
  }
}
