import polyfill from 'webextension-polyfill'

/** The browser's extension API for the background and the extension's pages. Only this room imports the polyfill. */
export const browser = polyfill
