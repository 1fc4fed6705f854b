import type { Backup, ImportReport, PairVerdict } from '../model/backup'
import { FailureError, settle } from '../model/failure-error'
import type { ClockPort, CorpusPort, HighlightPort, ReaderClaimPort, SettingsPort } from '../model/ports'
import { type Failure, type Result, succeed } from '../model/result'
import type { Settings } from '../model/settings'
import { mergeHighlights } from './merge-highlights'
import { mergeReaderClaims } from './merge-reader-claims'

export interface BackupPorts {
  corpus: CorpusPort
  highlights: HighlightPort
  readerClaims: ReaderClaimPort
  settings: SettingsPort
  clock: ClockPort
}

const keyOf = ({ a, b, question }: PairVerdict): string => [...[a, b].toSorted(), question].join(' ')

/** Lists are joined; the switches are as in the file, since taking a backup in is an explicit act. */
function joinSettings(mine: Settings, theirs: Settings): Settings {
  return {
    ...theirs,
    offHosts: [...new Set([...mine.offHosts, ...theirs.offHosts])],
    dismissedAddresses: [...new Set([...mine.dismissedAddresses, ...theirs.dismissedAddresses])],
    removedDossiers: [...new Set([...mine.removedDossiers, ...theirs.removedDossiers])],
  }
}

/** What a settled `Result` holds; its failure thrown on, for `settle` above to catch. */
function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new FailureError(result.failure)
  return result.value
}

/**
 * Takes a backup in beside what is there: highlights as in `mergeHighlights` (one step of the journal, so that
 * it can be undone), verdicts on pairs, settings. All or nothing: what was written before something failed is
 * taken back. The report counts highlights, verdicts and the reader's claims.
 */
export async function importBackup(ports: BackupPorts, backup: Backup): Promise<Result<ImportReport>> {
  const { corpus, highlights, readerClaims, settings, clock } = ports
  const takeBack: (() => Promise<unknown>)[] = []
  const outcome = await settle(async () => {
    const merge = mergeHighlights(await highlights.listAll(), backup.highlights)
    const known = new Set((await corpus.listPairVerdicts()).map(keyOf))
    const verdicts = backup.pairVerdicts.filter(verdict => {
      const isNew = !known.has(keyOf(verdict))
      known.add(keyOf(verdict))
      return isNew
    })
    const claims = mergeReaderClaims(await readerClaims.listAll(), backup.readerClaims)
    const settingsBefore = await settings.load()

    for (const verdict of verdicts) {
      unwrap(await corpus.savePairVerdict(verdict))
      takeBack.push(() => corpus.deletePairVerdict(verdict.a, verdict.b, verdict.question))
    }
    if (claims.put.length > 0) {
      unwrap(await readerClaims.save(claims.put))
      takeBack.push(async () => {
        await readerClaims.delete(claims.added)
        await readerClaims.save(claims.before)
      })
    }
    if (merge.after.length > 0) {
      const { before, after } = merge
      const step = await highlights.commit({ atMs: clock.nowMs(), action: 'import', before, after })
      const entry = unwrap(step)
      takeBack.push(() => highlights.undo(entry))
    }
    await settings.save(joinSettings(settingsBefore, backup.settings)).catch((error: unknown) => {
      const failure: Failure = { kind: 'storage-failed', detail: `settings: ${String(error)}` }
      throw new FailureError(failure)
    })
    return succeed({
      ...merge.report,
      added: merge.report.added + verdicts.length + claims.added.length,
      updated: merge.report.updated + claims.before.length,
      unchanged:
        merge.report.unchanged +
        (backup.pairVerdicts.length - verdicts.length) +
        (backup.readerClaims.length - claims.put.length),
    })
  })
  if (!outcome.ok) for (const undo of takeBack.toReversed()) await undo()
  return outcome
}
