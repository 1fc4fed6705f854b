import type { StorageUse } from '../model/care'

/** What the browser says of this extension's storage. A page in a frame on a site must not ask: it is told of another. */
export async function readStorageUse(): Promise<StorageUse> {
  const estimate = await globalThis.navigator?.storage?.estimate().catch(() => null)
  return { usedBytes: estimate?.usage ?? null, quotaBytes: estimate?.quota ?? null }
}
