import type { Browser, Runtime } from 'webextension-polyfill'

/** One end of a connection between a page of ours and the background. */
export type Port = Runtime.Port

/** False once the extension was reloaded, updated or removed under a page: then nothing can be asked of it any more. */
export const isExtensionAlive = (): boolean => {
  try {
    return Boolean(nativeBrowser().runtime?.id)
  } catch {
    return false
  }
}

/**
 * The browser's own extension API, promise-based in both browsers under manifest 3.
 * For the scripts on pages, where the polyfill would be half of the weight; everything else takes `./browser`.
 */
export const nativeBrowser = (): Browser => {
  const scope = globalThis as unknown as { browser?: Browser; chrome?: Browser }
  const api = scope.browser ?? scope.chrome
  if (!api) throw new Error('not in an extension')
  return api
}
