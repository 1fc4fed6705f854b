import type { Result } from '../model/result'
import { attempt, reach } from './attempt'
import type { Database } from './database'

/** The one folder there is. */
const name = 'backup'

/**
 * The folder for backups that the reader chose, as the browser's own handle: only a database keeps that, and no message
 * carries it, so the library writes it itself.
 */
export function createFolderStore<Handle extends object>(database: Database) {
  const { folders } = database
  return {
    load: (): Promise<Handle | null> =>
      reach(database, async () => ((await folders.get(name))?.handle as Handle | undefined) ?? null),
    save: (handle: Handle): Promise<Result<void>> =>
      attempt(database, async () => {
        await folders.put({ name, handle })
      }),
  }
}
