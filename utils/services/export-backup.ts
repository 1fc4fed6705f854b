import { writeBackup } from '../exchange/backup'
import type { BackupPorts } from './import-backup'

const pad = (part: number): string => String(part).padStart(2, '0')

/** The day where the reader is, as a file's name has it. */
function nameOf(atMs: number): string {
  const day = new Date(atMs)
  return `sidelight-backup-${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}.json`
}

/**
 * Everything that is the reader's own as one file: its name (`sidelight-backup-2026-11-23.json`) and text.
 * Dossiers are named and not copied. Rejects with a `FailureError` where storage cannot be read.
 */
export async function exportBackup(ports: BackupPorts): Promise<{ name: string; text: string }> {
  const { corpus, highlights, readerClaims, settings, clock } = ports
  const nowMs = clock.nowMs()
  const text = writeBackup({
    exportedAt: new Date(nowMs).toISOString(),
    highlights: await highlights.listAll(),
    pairVerdicts: await corpus.listPairVerdicts(),
    readerClaims: await readerClaims.listAll(),
    settings: await settings.load(),
    dossiers: (await corpus.listDossiers()).map(({ id, version }) => ({ id, version })),
  })
  return { name: nameOf(nowMs), text }
}
