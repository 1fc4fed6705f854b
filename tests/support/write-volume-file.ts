import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type VolumeOptions, writeVolumeDossier } from './make-volume-dossier.ts'

/** Characters gathered before they are written. */
const bufferLength = 1_000_000

/** A file with such a dossier, to be chosen as a reader does. */
export interface VolumeFile {
  path: string
  bytes: number
  remove(): void
}

export function writeVolumeFile(options: VolumeOptions): VolumeFile {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-volume-'))
  const path = join(folder, `${options.claims}.json`)
  const file = openSync(path, 'w')
  let bytes = 0
  let waiting = ''
  for (const text of writeVolumeDossier(options)) {
    waiting += text
    if (waiting.length < bufferLength) continue
    bytes += writeSync(file, waiting)
    waiting = ''
  }
  bytes += writeSync(file, waiting)
  closeSync(file)
  return { path, bytes, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
