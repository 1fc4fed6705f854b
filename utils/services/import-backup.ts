import type { Backup, ImportReport, PairVerdict } from '../model/backup'
import { FailureError, settle } from '../model/failure-error'
import { type BackupPreview, nameFirst } from '../model/file-preview'
import type {
  ClockPort,
  CorpusPort,
  HighlightPort,
  ReaderClaimPort,
  RemarkPort,
  SettingsPort,
} from '../model/ports'
import { type Failure, type Result, succeed } from '../model/result'
import type { Settings } from '../model/settings'
import { listNewTags, mergeHighlights } from './merge-highlights'
import { mergeRemarks, newerDossiers } from './merge-own'
import { mergeReaderClaims } from './merge-reader-claims'

export interface BackupPorts {
  corpus: CorpusPort
  highlights: HighlightPort
  readerClaims: ReaderClaimPort
  remarks: RemarkPort
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

/** What taking a backup in comes to; nothing is changed by it. */
async function planBackup(
  { corpus, highlights, readerClaims, remarks, settings }: BackupPorts,
  backup: Backup,
) {
  const onFile = await highlights.listAll()
  const known = new Set((await corpus.listPairVerdicts()).map(keyOf))
  const verdicts = backup.pairVerdicts.filter(verdict => {
    const isNew = !known.has(keyOf(verdict))
    known.add(keyOf(verdict))
    return isNew
  })
  const before = await settings.load()
  return {
    onFile,
    merge: mergeHighlights(onFile, backup.highlights),
    verdicts,
    claims: mergeReaderClaims(await readerClaims.listAll(), backup.readerClaims),
    remarked: mergeRemarks(await remarks.listAll(), backup.claimRemarks),
    dossiers: newerDossiers(await corpus.listDossiers(), backup.ownDossiers),
    settings: { before, after: joinSettings(before, backup.settings) },
  }
}

type Plan = Awaited<ReturnType<typeof planBackup>>

const reportVerdicts = ({ pairVerdicts }: Backup, { verdicts }: Plan): ImportReport => ({
  added: verdicts.length,
  updated: 0,
  unchanged: pairVerdicts.length - verdicts.length,
  removed: 0,
})
const reportClaims = ({ readerClaims }: Backup, { claims }: Plan): ImportReport => ({
  added: claims.added.length,
  updated: claims.before.length,
  unchanged: readerClaims.length - claims.put.length,
  removed: 0,
})

const reportRemarks = ({ claimRemarks }: Backup, { remarked }: Plan): ImportReport => ({
  added: remarked.added.length,
  updated: remarked.before.length,
  unchanged: claimRemarks.length - remarked.put.length,
  removed: 0,
})
const listReports = (backup: Backup, plan: Plan): ImportReport[] => [
  reportVerdicts(backup, plan),
  reportClaims(backup, plan),
  reportRemarks(backup, plan),
]

/** What `importBackup` would do. Rejects with a `FailureError` where storage cannot be read. */
export async function previewBackup(ports: BackupPorts, backup: Backup): Promise<BackupPreview> {
  const plan = await planBackup(ports, backup)
  const { before, after } = plan.settings
  return {
    format: 'sidelight-backup',
    exportedAt: backup.exportedAt,
    highlights: plan.merge.report,
    tags: listNewTags(plan.onFile, plan.merge),
    verdicts: reportVerdicts(backup, plan),
    claims: reportClaims(backup, plan),
    remarks: reportRemarks(backup, plan),
    ownDossiers: nameFirst(plan.dossiers.map(({ title }) => title)),
    settings: (Object.keys(after) as (keyof Settings)[]).filter(
      name => JSON.stringify(sorted(before[name])) !== JSON.stringify(sorted(after[name])),
    ),
  }
}

/** Lists of settings have no order, nor have the fields of one: some browsers' storage gives them in that of the alphabet. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.toSorted()
  return typeof value === 'object' && value !== null ? Object.entries(value).toSorted() : value
}

/**
 * Takes a backup in beside what is there: highlights as in `mergeHighlights` (one step of the journal, so that
 * it can be undone), verdicts on pairs, settings. All or nothing: what was written before something failed is
 * taken back. The report counts highlights, verdicts, the reader's claims and remarks.
 */
export async function importBackup(ports: BackupPorts, backup: Backup): Promise<Result<ImportReport>> {
  const { corpus, highlights, readerClaims, remarks, settings, clock } = ports
  const takeBack: (() => Promise<unknown>)[] = []
  const outcome = await settle(async () => {
    const plan = await planBackup(ports, backup)
    const { merge, verdicts, claims, remarked, dossiers } = plan

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
    if (remarked.put.length > 0) {
      unwrap(await remarks.save(remarked.put))
      takeBack.push(async () => {
        await remarks.delete(remarked.added)
        await remarks.save(remarked.before)
      })
    }
    if (merge.after.length > 0) {
      const { before, after } = merge
      const step = await highlights.commit({ atMs: clock.nowMs(), action: 'import', before, after })
      const entry = unwrap(step)
      takeBack.push(() => highlights.undo(entry))
    }
    await settings.save(plan.settings.after).catch((error: unknown) => {
      const failure: Failure = { kind: 'storage-failed', detail: `settings: ${String(error)}` }
      throw new FailureError(failure)
    })
    takeBack.push(() => settings.save(plan.settings.before))
    // Last, since a dossier that is on file does not give way to an older version of itself.
    for (const dossier of dossiers) unwrap(await corpus.saveDossier(dossier))
    return succeed(listReports(backup, plan).reduce(addReports, merge.report))
  })
  if (!outcome.ok) for (const undo of takeBack.toReversed()) await undo()
  return outcome
}

const addReports = (one: ImportReport, other: ImportReport): ImportReport => ({
  added: one.added + other.added,
  updated: one.updated + other.updated,
  unchanged: one.unchanged + other.unchanged,
  removed: one.removed + other.removed,
})
