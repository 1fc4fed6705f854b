import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A throw-away copy of the built extension, so that a story may give it another version. */
export interface ExtensionCopy {
  path: string
  setVersion(version: string): void
  /** Makes sites a condition of the installation: they are granted with it. */
  setHostPermissions(patterns: string[]): void
  remove(): void
}

/** Copies `.output/<build>`. Throws where it was not built. */
export function copyExtension(build: 'chrome-mv3' | 'firefox-mv3'): ExtensionCopy {
  const from = process.env.SIDELIGHT_OUTPUT ?? fileURLToPath(new URL('../../.output/', import.meta.url))
  const source = join(from, build)
  if (!existsSync(join(source, 'manifest.json'))) throw new Error(`${source} is not built: npm run build`)
  const path = mkdtempSync(join(tmpdir(), 'sidelight-extension-'))
  cpSync(source, path, { recursive: true })
  const manifestPath = join(path, 'manifest.json')
  const change = (part: object) => {
    const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'))
    writeFileSync(manifestPath, JSON.stringify({ ...manifest, ...part }))
  }
  return {
    path,
    setVersion: version => change({ version }),
    setHostPermissions: patterns => change({ host_permissions: patterns }),
    remove: () => rmSync(path, { recursive: true, force: true }),
  }
}
