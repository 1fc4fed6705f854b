import { existsSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { PageServer } from './serve-pages.ts'

const importLine = /(from\s+['"])(\.{1,2}\/[^'"]+)(['"])/g

/**
 * Puts a module of the project's source and all that it imports up at `http://source.example/<path>`, types taken out:
 * what a browser measures is then the shipped code, not a copy of it. Returns the module's address.
 * @param path from the project's root, with its ending
 */
export function serveSource(server: PageServer, path: string): string {
  const root = new URL('../../', import.meta.url)
  const open = [path]
  const served = new Set(open)
  for (const file of open) {
    const source = stripTypeScriptTypes(readFileSync(new URL(file, root), 'utf8'))
    const body = source.replace(importLine, (_all, before: string, to: string, after: string) => {
      const target = new URL(`${to}${to.endsWith('.ts') ? '' : '.ts'}`, new URL(file, root))
      if (!existsSync(target)) throw new Error(`${file} imports ${to}, which is no module of the project's`)
      const next = fileURLToPath(target).slice(fileURLToPath(root).length)
      if (!served.has(next)) {
        served.add(next)
        open.push(next)
      }
      return `${before}${addressOf(next)}${after}`
    })
    server.put(addressOf(file), { body, type: 'text/javascript; charset=utf-8' })
  }
  return addressOf(path)
}

/** The page that modules are imported on: of the same origin. */
export const sourcePage = 'http://source.example/'

const addressOf = (path: string): string => `${sourcePage}${path}`
