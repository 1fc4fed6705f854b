import type { FileImport } from '../model/backup'
import type { Result } from '../model/result'
import { createFileImport } from './file-import'
import type { BackupPorts } from './import-backup'

/** Some hundred claims: what is checked and written at once. */
const portionLength = 256_000

/** Takes a file in that is in memory as a whole; as `createFileImport` does portion by portion. */
export async function importFile(ports: BackupPorts, text: string): Promise<Result<FileImport>> {
  const opened = createFileImport(ports)
  try {
    for (;;) {
      for (let from = 0; from < text.length; from += portionLength) {
        const taken = await opened.push(text.slice(from, from + portionLength))
        if (!taken.ok) return taken
      }
      const finished = await opened.finish()
      if (!finished.ok) return finished
      if (finished.value !== 'again') return await finished.value.take()
    }
  } finally {
    await opened.abandon()
  }
}
