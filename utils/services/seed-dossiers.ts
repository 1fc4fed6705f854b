import { readDossier } from '../exchange/read-dossier'
import type { ImportReport } from '../model/backup'
import { settle } from '../model/failure-error'
import type { CorpusPort, SettingsPort } from '../model/ports'
import { type Result, succeed } from '../model/result'

/** A dossier that comes with the extension: its file's name and text. */
export interface BundledDossier {
  name: string
  text: string
}

export interface SeedOutcome {
  name: string
  /** What it changed; null where the one on file is as new, or was removed. A broken one changes nothing and says where. */
  result: Result<ImportReport | null>
}

/**
 * Puts the dossiers that come with the extension on file, at install and after an update: those that are
 * missing or newer than what is there, without those that the reader removed. One that fails does not keep the others out.
 */
export async function seedDossiers(
  ports: { corpus: CorpusPort; settings: SettingsPort },
  bundled: BundledDossier[],
): Promise<SeedOutcome[]> {
  const outcomes: SeedOutcome[] = []
  const { removedDossiers } = await ports.settings.load()
  for (const { name, text } of bundled) {
    const result = await settle(async (): Promise<Result<ImportReport | null>> => {
      const read = readDossier(text)
      if (!read.ok) return read
      const { id, version } = read.value
      const onFile = (await ports.corpus.listDossiers()).find(info => info.id === id)
      const isAsNew = onFile ? onFile.version >= version : removedDossiers.includes(id)
      return isAsNew ? succeed(null) : ports.corpus.saveDossier(read.value)
    })
    outcomes.push({ name, result })
  }
  return outcomes
}
