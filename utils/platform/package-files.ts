import { browser } from './browser'

/** A file that comes in the extension's own package: the one use of `fetch`, and it leaves no machine. */
const fetchFile = (path: `/${string}`): Promise<Response> =>
  fetch((browser.runtime.getURL as (path: string) => string)(path))

export const readPackageFile = async (path: `/${string}`): Promise<string> => (await fetchFile(path)).text()

/** Its bytes; null where it is not there, or cannot be read. */
export async function readPackageBytes(path: `/${string}`): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const reply = await fetchFile(path)
    return reply.ok ? new Uint8Array(await reply.arrayBuffer()) : null
  } catch {
    return null
  }
}
