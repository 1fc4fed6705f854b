import { FailureError } from '../model/failure-error'
import { type BackupSource, writeBackupFile } from './write-backup-file'

/** The backup as one text, its name beside it. Rejects with a `FailureError` where storage cannot be read. */
export async function exportBackup(source: BackupSource): Promise<{ name: string; text: string }> {
  const written = await writeBackupFile(source, { toPart: text => text, pause: async () => {} })
  if (!written.ok) throw new FailureError(written.failure)
  const { name, parts } = written.value
  return { name, text: parts.join('') }
}
