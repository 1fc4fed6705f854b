import { browser } from './browser'

/** Text of a file that comes in the extension's own package: the one use of `fetch`, and it leaves no machine. */
export async function readPackageFile(path: `/${string}`): Promise<string> {
  const reply = await fetch((browser.runtime.getURL as (path: string) => string)(path))
  return reply.text()
}
