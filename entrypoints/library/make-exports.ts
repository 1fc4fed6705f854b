import type { ExportFormat } from '../../components/library/export-format'
import type { SaveWatch } from '../../components/library/save-watch'
import type { MessageKey } from '../../components/shared/words'
import { dayOf } from '../../utils/exchange/export-content'
import { exportFormats, type ExportFormat as FileFormat } from '../../utils/exchange/export-formats'
import { askBackground } from '../../utils/messaging/ask'
import { settle } from '../../utils/model/failure-error'
import { type Result, succeed } from '../../utils/model/result'
import { saveAsFile } from '../../utils/platform/save-as-file'
import type { ChosenForExport } from '../../utils/services/gather-articles'
import { writeExport } from '../../utils/services/write-export'
import type { LibraryStores } from './make-stores'
import { saveBackup } from './save-backup'
import { turns } from './turns'

const labels: Record<FileFormat['id'], MessageKey> = {
  markdown: 'library_exportMarkdown',
  html: 'library_exportHtml',
  csv: 'library_exportCsv',
  annotations: 'library_exportAnnotations',
  csl: 'library_exportCsl',
  bibtex: 'library_exportBibtex',
  'schema-org': 'library_exportSchemaOrg',
}

/** A backup has everything, whatever was chosen. */
export const makeBackupFormat = (stores: LibraryStores): ExportFormat<unknown> => ({
  id: 'backup',
  label: 'library_exportBackup',
  save: (_chosen, watch) => saveBackup(stores, watch),
})

/**
 * The ways of handing out what a view has, in the order of the menu.
 * @param name what the file is called, before the day
 * @param gather what is to be written of what the reader chose
 * @param leftOut formats that have nothing to say of it
 */
export function makeExports<Chosen>(
  { corpus }: Pick<LibraryStores, 'corpus'>,
  name: string,
  gather: (chosen: Chosen) => Promise<ChosenForExport> | ChosenForExport,
  leftOut: FileFormat['id'][] = [],
): ExportFormat<Chosen>[] {
  const save = (format: FileFormat, chosen: Chosen, watch: SaveWatch) =>
    settle(async (): Promise<Result<string>> => {
      const settings = await askBackground('settings/load', {})
      if (!settings.ok) return settings
      const dossiers = await corpus.listDossiers()
      const questions = (await Promise.all(dossiers.map(({ id }) => corpus.listQuestions(id)))).flat()
      const exportedAtMs = Date.now()
      const parts = await writeExport(
        format,
        await gather(chosen),
        {
          exportedAtMs,
          questions: Object.fromEntries(questions.map(({ id, text }) => [id, text])),
          colourNames: settings.value.colourNames,
        },
        { ...watch, ...turns },
      )
      if (!parts.ok) return parts
      const file = `${name}-${dayOf(exportedAtMs)}${format.extension}`
      saveAsFile(file, parts.value, format.mime)
      return succeed(file)
    })
  return exportFormats
    .filter(({ id }) => !leftOut.includes(id))
    .map(format => ({
      id: format.id,
      label: labels[format.id],
      save: (chosen, watch) => save(format, chosen, watch),
    }))
}
