import { type FailureKind, fail, type Result, succeed } from '../model/result'

/** A folder that the reader chose (File System Access, Chromium alone), as far as it is used. */
export interface Folder {
  readonly name: string
  queryPermission(given: { mode: 'readwrite' }): Promise<PermissionState>
  requestPermission(given: { mode: 'readwrite' }): Promise<PermissionState>
  getFileHandle(name: string, given: { create: true }): Promise<FileSystemFileHandle>
}

interface Picking {
  showDirectoryPicker?(given: { id: string; mode: 'readwrite' }): Promise<Folder>
}

const mode = 'readwrite'

export const canPickFolder = (): boolean => typeof (globalThis as Picking).showDirectoryPicker === 'function'

/** Lets the reader choose a folder; null where they chose none. Must be called straight from a click. */
export async function pickFolder(): Promise<Folder | null> {
  try {
    return (await (globalThis as Picking).showDirectoryPicker?.({ id: 'sidelight-backup', mode })) ?? null
  } catch {
    return null
  }
}

/** Asks anew for a folder that was chosen once. Must be called straight from a click. */
export const askForFolder = async (folder: Folder): Promise<boolean> =>
  (await folder.requestPermission({ mode }).catch(() => 'denied')) === 'granted'

const kinds: Record<string, FailureKind> = {
  QuotaExceededError: 'storage-full',
  NotAllowedError: 'not-allowed',
  NoModificationAllowedError: 'not-allowed',
  NotFoundError: 'not-found',
}

/** Writes a file into the folder, over one of the same name, which stays as it is until all of it is written. */
export async function writeIntoFolder(folder: Folder, name: string, content: Blob): Promise<Result<void>> {
  try {
    if ((await folder.queryPermission({ mode })) !== 'granted')
      return fail('not-allowed', 'the permission for the folder lapsed')
    const file = await folder.getFileHandle(name, { create: true })
    const writing = await file.createWritable()
    await writing.write(content)
    await writing.close()
    return succeed(undefined)
  } catch (error) {
    const named = error instanceof DOMException ? error.name : ''
    return fail(kinds[named] ?? 'storage-failed', `folder: ${String(error)}`)
  }
}
