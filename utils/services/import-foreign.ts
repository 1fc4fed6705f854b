import { describeFaults } from '../exchange/describe-faults'
import type { ForeignFile } from '../exchange/read-foreign'
import type { FileImport, ImportReport } from '../model/backup'
import type { HighlightsPreview } from '../model/file-preview'
import { type Result, succeed } from '../model/result'
import type { BackupPorts } from './import-backup'
import { listNewTags, mergeHighlights } from './merge-highlights'

type HighlightPorts = Pick<BackupPorts, 'highlights' | 'clock'>

/** What the same file brought before is left as the reader has it now, unless it was changed there since. */
async function planForeign(
  { highlights }: HighlightPorts,
  { highlights: read, undated, refused }: ForeignFile,
) {
  const onFile = await highlights.listAll()
  const known = new Set<string>(onFile.map(({ id }) => id))
  // Of these nothing says whether they are newer than what stands here.
  const incoming = read.filter(({ id }) => !(undated.has(id) && known.has(id)))
  const merge = mergeHighlights(onFile, incoming, 'join')
  const report: ImportReport = {
    ...merge.report,
    unchanged: merge.report.unchanged + read.length - incoming.length,
  }
  const entries = refused.length > 0 ? { count: refused.length, detail: describeFaults(refused) } : null
  return { onFile, merge, report, refused: entries }
}

/** What `importForeign` would do. Rejects with a `FailureError` where storage cannot be read. */
export async function previewForeign(ports: HighlightPorts, file: ForeignFile): Promise<HighlightsPreview> {
  const { onFile, merge, report, refused } = await planForeign(ports, file)
  return { format: 'highlights', highlights: report, tags: listNewTags(onFile, merge), refused }
}

/**
 * Takes the highlights of another program's file in beside those on file, in one step of the journal: all that are not
 * refused, or none. The report counts as `updated` what was joined with a highlight that was here.
 */
export async function importForeign(ports: HighlightPorts, file: ForeignFile): Promise<Result<FileImport>> {
  const { merge, report, refused } = await planForeign(ports, file)
  const { before, after } = merge
  if (after.length > 0) {
    const step = await ports.highlights.commit({ atMs: ports.clock.nowMs(), action: 'import', before, after })
    if (!step.ok) return step
  }
  return succeed({ format: 'highlights', report, ...(refused && { refused }) })
}
