import { orderOwnDossiers, orderRemarks } from '../exchange/backup-parts'
import { writeRows } from '../exchange/frame-file'
import { frameBackup, orderReaderClaims, orderVerdicts, writeHighlightRows } from '../exchange/write-backup'
import { settle } from '../model/failure-error'
import type { Highlight } from '../model/highlight'
import type {
  ClockPort,
  CorpusPort,
  HighlightPort,
  ReaderClaimPort,
  RemarkPort,
  SettingsPort,
} from '../model/ports'
import { fail, type Result, succeed } from '../model/result'
import type { StopSignal } from '../model/sentence-reading'
import { loadOwnDossiers } from './load-own-dossiers'
import { walkHighlights } from './walk-highlights'

/** What a backup is made of: nothing of it is changed. */
export interface BackupSource {
  corpus: Pick<CorpusPort, 'listPairVerdicts' | 'listDossiers' | 'loadDossierHead'>
  highlights: Pick<HighlightPort, 'listNewest'>
  readerClaims: Pick<ReaderClaimPort, 'listAll'>
  remarks: Pick<RemarkPort, 'listAll'>
  settings: Pick<SettingsPort, 'load'>
  clock: Pick<ClockPort, 'nowMs'>
}

/** Who waits for a backup to be written, and what its pieces are kept as. */
export interface BackupWatch<Part> {
  /** Called for each portion: what lies outside of the page's memory (a `Blob`) lets files of any size be written. */
  toPart: (text: string) => Part
  /** Told of each portion: how much was written, in UTF-16 units. */
  onProgress?: (written: number) => void
  signal?: StopSignal
  /** Lets others have their turn; resolves when they had it. */
  pause: () => Promise<void>
  /** So many rows are written at once; 500 take some milliseconds. */
  rowsPerPortion?: number
}

/** A backup's file in pieces. */
export interface BackupFile<Part> {
  name: string
  /** What it holds is from this time on, ms since 1970: what was changed later may be missing. */
  atMs: number
  parts: Part[]
}

const pad = (part: number): string => String(part).padStart(2, '0')

/** The day where the reader is, as a file's name has it. */
function nameOf(atMs: number): string {
  const day = new Date(atMs)
  return `sidelight-backup-${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}.json`
}

/**
 * Everything that is the reader's own as one file (`sidelight-backup-2026-11-23.json`), portion by portion, so that tens
 * of thousands of highlights neither stand in memory nor hold the page up. Dossiers are named and not copied: they are
 * files of their own (`exportDossier`), but for those that the reader made here. Cancelled where the signal says so.
 */
export const writeBackupFile = <Part>(
  source: BackupSource,
  watch: BackupWatch<Part>,
): Promise<Result<BackupFile<Part>>> =>
  settle(async () => {
    const { corpus, highlights, readerClaims, remarks, settings, clock } = source
    const { toPart, onProgress, signal, pause, rowsPerPortion = 500 } = watch
    const cancelled = fail('cancelled', 'the reader cancelled')
    const atMs = clock.nowMs()
    const head = {
      exportedAt: new Date(atMs).toISOString(),
      settings: await settings.load(),
      dossiers: await corpus.listDossiers(),
    }
    const verdicts = orderVerdicts(await corpus.listPairVerdicts())
    const claims = orderReaderClaims(await readerClaims.listAll())
    const remarked = orderRemarks(await remarks.listAll())
    const own = orderOwnDossiers(await loadOwnDossiers({ corpus }))
    let written = 0
    const keep = async (text: string): Promise<Part> => {
      written += text.length
      onProgress?.(written)
      await pause()
      return toPart(text)
    }

    // They are read newest first and stand oldest first in the file: each portion lies before those that were read earlier.
    const newestFirst: Part[] = []
    for await (const portion of walkByTime(highlights, rowsPerPortion)) {
      if (signal?.aborted) return cancelled
      newestFirst.push(await keep(writeHighlightRows(portion)))
    }
    const inPortions = async (rows: readonly object[]): Promise<Part[]> => {
      const parts: Part[] = []
      for (let from = 0; from < rows.length && !signal?.aborted; from += rowsPerPortion) {
        parts.push(await keep(writeRows(rows.slice(from, from + rowsPerPortion))))
      }
      return parts
    }
    const rows = {
      highlights: newestFirst.reverse(),
      pairVerdicts: await inPortions(verdicts),
      readerClaims: await inPortions(claims),
      claimRemarks: await inPortions(remarked),
      ownDossiers: await inPortions(own),
    }
    if (signal?.aborted) return cancelled
    return succeed({ name: nameOf(atMs), atMs, parts: frameBackup(head, rows, toPart) })
  })

/** All highlights, newest first; those of one time stand in one portion, since only there they are put in order. */
async function* walkByTime(
  highlights: BackupSource['highlights'],
  rowsPerPortion: number,
): AsyncGenerator<Highlight[]> {
  let held: Highlight[] = []
  // Whoever writes a portion waits after it.
  for await (const read of walkHighlights(highlights, async () => {}, rowsPerPortion)) {
    const all = [...held, ...read]
    const ends = all.findIndex(({ createdMs }) => createdMs === read.at(-1)?.createdMs)
    if (ends > 0) yield all.slice(0, ends)
    held = all.slice(ends)
  }
  if (held.length > 0) yield held
}
