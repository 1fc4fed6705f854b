import type { SaveWatch } from '../../components/library/save-watch'
import { askBackground } from '../../utils/messaging/ask'
import { FailureError } from '../../utils/model/failure-error'
import { type Result, succeed } from '../../utils/model/result'
import { jsonFile, saveAsFile } from '../../utils/platform/save-as-file'
import { writeBackupFile } from '../../utils/services/write-backup-file'
import type { LibraryStores } from './make-stores'
import { turns } from './turns'

/**
 * Writes a whole backup from the database and hands it to the reader; gives its name. Each portion is a `Blob`, so that
 * no file stands in the page's memory. The background hears of it: no reminder is due then.
 */
export async function saveBackup(stores: LibraryStores, watch: SaveWatch): Promise<Result<string>> {
  const written = await writeBackupFile(
    {
      ...stores,
      settings: {
        async load() {
          const loaded = await askBackground('settings/load', {})
          if (!loaded.ok) throw new FailureError(loaded.failure)
          return loaded.value
        },
      },
      clock: { nowMs: () => Date.now() },
    },
    { ...watch, toPart: text => jsonFile([text]), pause: turns.pause },
  )
  if (!written.ok) return written
  const { name, parts, atMs } = written.value
  saveAsFile(name, parts)
  await askBackground('backup/saved', { atMs })
  return succeed(name)
}
