import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

export interface SourceFile {
  /** From the project's top, with `/`. */
  path: string
  text: string
}

/** Absolute path of a file of the project. */
export const inProject = (path: string): string => join(root, path)

/** All files below these folders, except generated ones. */
export function listFiles(folders: string[], endings: RegExp): SourceFile[] {
  return folders.flatMap(folder =>
    readdirSync(inProject(folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && endings.test(entry.name) && !entry.name.includes('.generated.'))
      .map(entry => {
        const absolute = join(entry.parentPath, entry.name)
        return {
          path: relative(root, absolute).replaceAll('\\', '/'),
          text: readFileSync(absolute, 'utf8'),
        }
      }),
  )
}

export const listSources = (): SourceFile[] => listFiles(['entrypoints', 'components', 'utils'], /\.tsx?$/)

/** What a file imports: project paths without ending for relative imports, package names for others. */
export function listImports(file: SourceFile): string[] {
  const found = file.text.matchAll(/(?:\bfrom\s*|(?<!['"/])\bimport\s*\(?\s*)['"]([^'"]+)['"]/g)
  return [...found].map(([, to = '']) =>
    to.startsWith('.') ? posix.join(posix.dirname(file.path), to).replace(/\.(tsx?|jsx?)$/, '') : to,
  )
}
