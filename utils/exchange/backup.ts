import { type Backup, backupVersion } from '../model/backup'
import { isEdtf, isEdtfDate } from '../model/edtf'
import { isWebAddress } from '../model/guards'
import type { Highlight } from '../model/highlight'
import { type HighlightBefore, withToday } from '../model/highlight-before'
import type { ReaderClaim } from '../model/reader-claim'
import { type Result, succeed } from '../model/result'
import { defaultSettings } from '../model/settings'
import { tidyTags } from '../model/tags'
import { checkOwnDossiers } from './backup-parts'
import { type Fault, failWith, faultsOfShape, quote } from './describe-faults'
import { parseJson } from './parse-json'
import { isBackupShape } from './validators.generated'
import { orderSettings } from './write-backup'

/** What the schema cannot see of the reader's claims. */
function checkReaderClaims(claims: ReaderClaim[]): Fault[] {
  const first = new Map<string, number>()
  return claims.flatMap(({ id, addresses, published, about }, index) => {
    const path = `readerClaims[${index}]`
    const earlier = first.get(id)
    first.set(id, earlier ?? index)
    return [
      ...(earlier === undefined
        ? []
        : [{ path: `${path}.id`, what: `${quote(id)} is the id of readerClaims[${earlier}] too` }]),
      ...(addresses.some(isWebAddress)
        ? []
        : [{ path: `${path}.addresses`, what: 'must have a web address (http or https)' }]),
      ...(published === null || isEdtfDate(published)
        ? []
        : [{ path: `${path}.published`, what: `${quote(published)} is no date` }]),
      ...(typeof about !== 'string' || isEdtf(about)
        ? []
        : [{ path: `${path}.about`, what: `${quote(about)} is no date and no time between two` }]),
    ]
  })
}

/** What the schema cannot see. */
function checkHighlights(highlights: Highlight[]): Fault[] {
  const first = new Map<string, number>()
  return highlights.flatMap(({ id, addresses, title, selectors: [, position] }, index) => {
    const path = `highlights[${index}]`
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, index)
    return [
      ...(earlier === undefined
        ? []
        : [{ path: `${path}.id`, what: `${quote(id)} is the id of highlights[${earlier}] too` }]),
      ...(addresses.some(isWebAddress) || (addresses.length === 0 && title !== '')
        ? []
        : [{ path: `${path}.addresses`, what: 'must have a web address (http or https)' }]),
      ...(!position || position.start < position.end
        ? []
        : [{ path: `${path}.selectors[1].end`, what: 'must be after its start' }]),
    ]
  })
}

/** A parsed file as a backup. Bad input as in `readDossier`; a later version is named as such. */
export function checkBackup(value: unknown): Result<Backup> {
  const { version } = (typeof value === 'object' && value !== null ? value : {}) as { version?: unknown }
  if (typeof version === 'number' && version > backupVersion) {
    return failWith([
      {
        path: 'version',
        what: `${version} was written by a later Sidelight; this one reads 1 to ${backupVersion}`,
      },
    ])
  }
  if (!isBackupShape(value)) return failWith(faultsOfShape(isBackupShape.errors))
  // A file of version 1 has no claims of the reader's, one before version 5 neither remarks nor dossiers of their own; highlights had neither tags nor colours before version 4.
  const read = value as Omit<Backup, 'highlights'> & { highlights: HighlightBefore[] }
  const backup: Backup = {
    ...read,
    readerClaims: read.readerClaims ?? [],
    claimRemarks: read.claimRemarks ?? [],
    ownDossiers: read.ownDossiers ?? [],
    highlights: read.highlights.map(before => {
      const highlight = withToday(before)
      return { ...highlight, tags: tidyTags(highlight.tags) ?? highlight.tags }
    }),
    version: backupVersion,
  }
  const faults = [
    ...checkHighlights(backup.highlights),
    ...checkReaderClaims(backup.readerClaims),
    ...checkOwnDossiers(backup.ownDossiers),
  ]
  if (faults.length > 0) return failWith(faults)
  return succeed({ ...backup, settings: orderSettings({ ...defaultSettings, ...backup.settings }) })
}

/** A backup's file. Bad input: no JSON (with line and column), or no backup (with the path of the fault). */
export function readBackup(text: string): Result<Backup> {
  const parsed = parseJson(text)
  return parsed.ok ? checkBackup(parsed.value) : parsed
}
