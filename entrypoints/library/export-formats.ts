import type { ExportFormat } from '../../components/library/library-actions'
import { askBackground } from '../../utils/messaging/ask'
import { succeed } from '../../utils/model/result'
import { saveAsFile } from '../../utils/platform/save-as-file'

/** The ways of handing highlights out, in the order of the menu. A backup has everything, whatever is picked. */
export const exportFormats: readonly ExportFormat[] = [
  {
    id: 'backup',
    label: 'library_exportBackup',
    save: async () => {
      const backup = await askBackground('backup/export', {})
      if (!backup.ok) return backup
      saveAsFile(backup.value.name, backup.value.text)
      return succeed(backup.value.name)
    },
  },
]
