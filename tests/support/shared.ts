import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = new URL('../../../shared/', import.meta.url)

/** Public data and the two first articles stand beside the checkout where the project is developed, not on a user's machine. */
export const hasShared = existsSync(folder)

/** Absolute path of a file beside the checkout. */
export const shared = (path: string): string => fileURLToPath(new URL(path, folder))
