import type { FileContent } from '../../utils/model/arrival'
import type { FileProgress, ImportProgress } from '../../utils/model/backup'
import { settle } from '../../utils/model/failure-error'
import { fail, type Result, succeed } from '../../utils/model/result'
import { createFileImport } from '../../utils/services/file-import'
import type { BackupPorts } from '../../utils/services/import-backup'
import type { PreparedFile } from '../../utils/services/prepare-dossier'
import { readPortions } from './read-portions'

/** Reads a file to its end, again where its order asks for that, and prepares it. `stop` ends it as cancelled. */
export function readArrival(
  ports: BackupPorts,
  content: FileContent,
  onProgress: (progress: FileProgress) => void,
): { read: Promise<Result<PreparedFile>>; stop: () => void } {
  const opened = createFileImport(ports)
  let isStopped = false
  let progress: ImportProgress = { articles: 0, claims: 0 }

  async function pushAll(): Promise<Result<void>> {
    for await (const { text, share } of readPortions(content)) {
      if (isStopped) return fail('cancelled', 'the reader stopped it')
      const taken = await opened.push(text)
      if (!taken.ok) return taken
      progress = taken.value
      onProgress({ phase: 'reading', share, ...progress })
    }
    return succeed(undefined)
  }

  async function read(): Promise<Result<PreparedFile>> {
    try {
      for (;;) {
        const pushed = await pushAll()
        if (!pushed.ok) return pushed
        const finished = await opened.finish(share => onProgress({ phase: 'settling', share, ...progress }))
        if (!finished.ok) return finished
        if (finished.value !== 'again') return succeed(finished.value)
      }
    } finally {
      await opened.abandon()
    }
  }

  return {
    read: settle(read),
    stop() {
      isStopped = true
      opened.cancel()
    },
  }
}
