import { createCorpusStore } from '../../utils/corpus/corpus-store'
import { Database } from '../../utils/corpus/database'
import { createHighlightStore } from '../../utils/corpus/highlight-store'
import { createReaderClaimStore } from '../../utils/corpus/reader-claim-store'
import { createRemarkStore } from '../../utils/corpus/remark-store'
import { askBackground } from '../../utils/messaging/ask'
import type { HiddenPageRequests } from '../../utils/messaging/backup-protocol'
import { serve } from '../../utils/messaging/serve'
import { succeed } from '../../utils/model/result'
import { pause } from '../../utils/platform/pause'
import { jsonFile } from '../../utils/platform/save-as-file'
import { hashesOf } from '../../utils/reading/judge-address'
import { writeBackupFile } from '../../utils/services/write-backup-file'

// Chromium's worker opens this page where nobody sees it: it can make an address for a file, and reads the database. Of
// the browser's own calls it has messages alone, so the settings are asked for.
const database = new Database()

serve<HiddenPageRequests>({
  handlers: {
    async 'backup/write'() {
      const settings = await askBackground('settings/load', {})
      if (!settings.ok) return settings
      const written = await writeBackupFile(
        {
          corpus: createCorpusStore(database, hashesOf),
          highlights: createHighlightStore(database, hashesOf),
          readerClaims: createReaderClaimStore(database, hashesOf),
          remarks: createRemarkStore(database),
          settings: { load: async () => settings.value },
          clock: { nowMs: () => Date.now() },
        },
        { toPart: text => jsonFile([text]), pause },
      )
      if (!written.ok) return written
      const { parts, atMs } = written.value
      return succeed({ url: URL.createObjectURL(jsonFile(parts)), atMs })
    },
  },
  allows: caller => caller.isExtensionPage,
})
