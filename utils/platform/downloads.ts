import type { Downloads, Manifest } from 'webextension-polyfill'
import { type FailureKind, fail, type Result, succeed } from '../model/result'
import { nativeBrowser } from './native-browser'

/**
 * What writing into the downloads takes, as the manifest names it: `downloads`, and in Chromium `offscreen`, since its
 * worker can make no address for a file (which asks nothing more of the reader).
 */
const wanted = (): Manifest.OptionalPermission[] =>
  (nativeBrowser().runtime.getManifest().optional_permissions ?? []) as Manifest.OptionalPermission[]

/** Asks the reader. Must be called straight from a click: the browser refuses it after any waiting. */
export async function requestDownloads(): Promise<boolean> {
  try {
    return await nativeBrowser().permissions.request({ permissions: wanted() })
  } catch {
    return false
  }
}

export const hasDownloads = (): Promise<boolean> =>
  nativeBrowser().permissions.contains({ permissions: wanted() })

/** Gives it back, where it was granted. */
export async function dropDownloads(): Promise<void> {
  await nativeBrowser()
    .permissions.remove({ permissions: wanted() })
    .catch(() => false)
}

/** Names that browsers give to what interrupts a download. */
const kinds: Record<string, FailureKind> = {
  FILE_NO_SPACE: 'storage-full',
  FILE_ACCESS_DENIED: 'not-allowed',
  FILE_BLOCKED: 'not-allowed',
  USER_CANCELED: 'cancelled',
}

/** Saves what stands at an address of ours in the downloads, over what has that path there; waits until it is done. */
export async function saveToDownloads(url: string, path: string): Promise<Result<void>> {
  const { downloads } = nativeBrowser()
  try {
    const id = await downloads.download({ url, filename: path, saveAs: false, conflictAction: 'overwrite' })
    const item = await waitForEnd(downloads, id)
    if (item?.state === 'complete') return succeed(undefined)
    const error = item?.error ?? 'it was removed'
    return fail(kinds[error] ?? 'storage-failed', `download: ${error}`)
  } catch (error) {
    return fail('storage-failed', `download: ${String(error)}`)
  }
}

const waitForEnd = (downloads: Downloads.Static, id: number): Promise<Downloads.DownloadItem | null> =>
  new Promise((resolve, reject) => {
    const look = async (): Promise<void> => {
      const [item] = await downloads.search({ id })
      if (item?.state === 'in_progress') return
      downloads.onChanged.removeListener(onChanged)
      resolve(item ?? null)
    }
    const onChanged = (change: { id: number; state?: unknown }): void => {
      if (change.id === id && change.state) look().catch(reject)
    }
    downloads.onChanged.addListener(onChanged)
    look().catch(reject)
  })
