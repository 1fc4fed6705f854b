import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

/** The first of these commands that stands in PATH; `chosen` (an environment variable) comes before all. */
export function findExecutable(names: string[], chosen: string | undefined): string {
  const folders = (process.env.PATH ?? '').split(delimiter)
  for (const name of chosen ? [chosen] : names) {
    for (const path of isAbsolute(name) ? [name] : folders.map(folder => join(folder, name))) {
      if (isExecutable(path)) return path
    }
  }
  throw new Error(`none of ${names.join(', ')} is installed`)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
