import { checkBackup } from '../exchange/backup'
import { parseJson } from '../exchange/parse-json'
import { checkDossier } from '../exchange/read-dossier'
import type { ImportReport } from '../model/backup'
import { settle } from '../model/failure-error'
import { fail, type Result, succeed } from '../model/result'
import { type BackupPorts, importBackup } from './import-backup'

/** What a file was, and what taking it in did. */
export interface FileImport {
  format: 'sidelight-backup' | 'dossier'
  report: ImportReport
}

const formatOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { format?: unknown }).format : undefined

/**
 * Takes a file in that the reader chose: a backup or a dossier, whichever it says it is. All of it or nothing.
 * Bad input names the path of the first fault, or the line and column where the text is no JSON.
 */
export function importFile(ports: BackupPorts, text: string): Promise<Result<FileImport>> {
  return settle(async (): Promise<Result<FileImport>> => {
    const parsed = parseJson(text)
    if (!parsed.ok) return parsed
    const format = formatOf(parsed.value)
    if (format === 'dossier') {
      const dossier = checkDossier(parsed.value)
      const saved = dossier.ok ? await ports.corpus.saveDossier(dossier.value) : dossier
      return saved.ok ? succeed({ format, report: saved.value }) : saved
    }
    if (format === 'sidelight-backup') {
      const backup = checkBackup(parsed.value)
      const saved = backup.ok ? await importBackup(ports, backup.value) : backup
      return saved.ok ? succeed({ format, report: saved.value }) : saved
    }
    return fail('bad-input', 'format: must be "dossier" or "sidelight-backup"')
  })
}
