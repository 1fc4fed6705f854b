import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

// In two steps: the bundler of the dom tests would take a URL made at once for a file of its own to serve.
const here = import.meta.url
const folder = new URL('../../../shared/', here)

/** Public data and the two first articles stand beside the checkout where the project is developed, not on a user's machine. */
export const hasShared = existsSync(folder)

/** Absolute path of a file beside the checkout. */
export const shared = (path: string): string => fileURLToPath(new URL(path, folder))
