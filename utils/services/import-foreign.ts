import { describeFaults } from '../exchange/describe-faults'
import type { ForeignFile } from '../exchange/read-foreign'
import type { FileImport } from '../model/backup'
import type { ClockPort, HighlightPort } from '../model/ports'
import { type Result, succeed } from '../model/result'
import { mergeHighlights } from './merge-highlights'

/**
 * Takes the highlights of another program's file in beside those on file, in one step of the journal: all that are not
 * refused, or none. What the same file brought before is left as the reader has it now, unless it was changed there since.
 * The report counts as `updated` what was joined with a highlight that was here.
 */
export async function importForeign(
  { highlights, clock }: { highlights: HighlightPort; clock: ClockPort },
  { highlights: read, undated, refused }: ForeignFile,
): Promise<Result<FileImport>> {
  const onFile = await highlights.listAll()
  const known = new Set<string>(onFile.map(({ id }) => id))
  // Of these nothing says whether they are newer than what stands here.
  const incoming = read.filter(({ id }) => !(undated.has(id) && known.has(id)))
  const { before, after, report } = mergeHighlights(onFile, incoming, 'join')
  if (after.length > 0) {
    const step = await highlights.commit({ atMs: clock.nowMs(), action: 'import', before, after })
    if (!step.ok) return step
  }
  return succeed({
    format: 'highlights',
    report: { ...report, unchanged: report.unchanged + read.length - incoming.length },
    ...(refused.length > 0 && { refused: { count: refused.length, detail: describeFaults(refused) } }),
  })
}
