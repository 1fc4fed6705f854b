import type { DossiersActions } from '../../components/library/library-actions'
import { askBackground } from '../../utils/messaging/ask'
import { settle } from '../../utils/model/failure-error'
import { succeed } from '../../utils/model/result'
import { saveAsFile } from '../../utils/platform/save-as-file'
import { exportDossier } from '../../utils/services/export-dossier'
import { exportSelection } from '../../utils/services/export-selection'
import { listDossiers } from '../../utils/services/list-dossiers'
import type { LibraryStores } from './make-stores'

/** What the library does with dossiers: it writes their files itself, and asks the background to change what is on file. */
export function makeDossiersActions(stores: LibraryStores): DossiersActions {
  const { corpus, readerClaims } = stores
  return {
    listDossiers: () => settle(async () => succeed(await listDossiers(stores))),
    async saveDossier(dossier, watch) {
      const pieces = await exportDossier(corpus, dossier, watch)
      if (!pieces.ok) return pieces
      const name = `${dossier}.json`
      saveAsFile(name, pieces.value)
      return succeed(name)
    },
    async saveSelection(selection, watch) {
      const clock = { nowMs: () => Date.now() }
      const file = await exportSelection({ corpus, readerClaims, clock }, selection, watch)
      if (!file.ok) return file
      saveAsFile(file.value.name, file.value.pieces)
      return succeed(file.value.name)
    },
    removeDossier: dossier => askBackground('dossier/remove', { dossier }),
    restoreDossiers: () => askBackground('dossier/restore', {}),
  }
}
