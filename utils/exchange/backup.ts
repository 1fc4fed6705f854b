import { type Backup, backupVersion, type PairVerdict } from '../model/backup'
import type { Speaker } from '../model/dossier'
import { isEdtfDate } from '../model/edtf'
import { isWebAddress } from '../model/guards'
import type { Highlight } from '../model/highlight'
import { type HighlightBefore, withToday } from '../model/highlight-before'
import type { ReaderClaim } from '../model/reader-claim'
import { type Result, succeed } from '../model/result'
import { defaultSettings, placeOf, type Settings } from '../model/settings'
import { tidyTags } from '../model/tags'
import { type Fault, failWith, faultsOfShape, quote } from './describe-faults'
import { byText, byTime } from './export-content'
import { parseJson } from './parse-json'
import { isBackupShape } from './validators.generated'

const orderHighlight = (highlight: Highlight): Highlight => {
  const { id, addresses, statedAddresses, title, outlet, selectors, note, createdMs, modifiedMs } = highlight
  const { tags, colour, anchoredMs, pageModified } = highlight
  return {
    id,
    addresses: [...addresses],
    ...(statedAddresses && { statedAddresses: [...statedAddresses] }),
    title,
    outlet,
    selectors: orderSelectors(selectors),
    note,
    tags: [...tags],
    colour,
    createdMs,
    modifiedMs,
    anchoredMs,
    pageModified,
  }
}

const orderSelectors = ([
  { exact, prefix, suffix },
  position,
]: Highlight['selectors']): Highlight['selectors'] => {
  const quoted = { type: 'TextQuoteSelector' as const, exact, prefix, suffix }
  return position
    ? [quoted, { type: 'TextPositionSelector', start: position.start, end: position.end }]
    : [quoted]
}

/** Two claims in one order, whichever the reader had before them first. */
const orderVerdict = ({ a, b, question, atMs }: PairVerdict): PairVerdict =>
  a <= b ? { a, b, question, atMs } : { a: b, b: a, question, atMs }

const orderReaderClaim = (claim: ReaderClaim): ReaderClaim => ({
  id: claim.id,
  addresses: [...claim.addresses],
  ...(claim.statedAddresses && { statedAddresses: [...claim.statedAddresses] }),
  title: claim.title,
  outlet: claim.outlet,
  published: claim.published,
  locator: { words: claim.locator.words, hash: claim.locator.hash },
  statement: claim.statement,
  dossier: claim.dossier,
  question: claim.question,
  position: claim.position,
  subject: claim.subject,
  ...(claim.speaker && { speaker: orderSpeaker(claim.speaker) }),
  ...(claim.chain && { chain: [...claim.chain] }),
  ...(claim.isRejected && { isRejected: true }),
  createdMs: claim.createdMs,
  modifiedMs: claim.modifiedMs,
})

const orderSpeaker = ({ name, kind, role, affiliation }: Speaker): Speaker => ({
  name,
  kind,
  ...(role !== undefined && { role }),
  ...(affiliation !== undefined && { affiliation }),
})

const orderColourNames = (names: Settings['colourNames']): Settings['colourNames'] => ({
  yellow: names.yellow,
  green: names.green,
  blue: names.blue,
  pink: names.pink,
  violet: names.violet,
})

const orderSettings = (settings: Settings): Settings => ({
  isPaused: settings.isPaused,
  offHosts: settings.offHosts.toSorted(byText),
  dismissedAddresses: settings.dismissedAddresses.toSorted(byText),
  isSidebarOpen: settings.isSidebarOpen,
  isHandleOnly: settings.isHandleOnly,
  areMarksShown: settings.areMarksShown,
  areHighlightsShown: settings.areHighlightsShown,
  colour: settings.colour,
  colourNames: orderColourNames(settings.colourNames),
  ...placeOf(settings),
  isModelOn: settings.isModelOn,
  sureness: settings.sureness,
  historyDays: settings.historyDays,
  removedDossiers: settings.removedDossiers.toSorted(byText),
})

/**
 * The text of a backup's file. The same things give the same bytes, whatever order they were kept in:
 * highlights by time and id, the rest by name; fields in one order, two spaces, one line break at the end.
 */
export function writeBackup(backup: Omit<Backup, 'format' | 'version'>): string {
  const ordered: Backup = {
    format: 'sidelight-backup',
    version: backupVersion,
    exportedAt: backup.exportedAt,
    settings: orderSettings(backup.settings),
    dossiers: backup.dossiers
      .map(({ id, version }) => ({ id, version }))
      .toSorted((x, y) => byText(x.id, y.id) || x.version - y.version),
    highlights: backup.highlights.map(orderHighlight).toSorted(byTime),
    pairVerdicts: backup.pairVerdicts
      .map(orderVerdict)
      .toSorted(
        (x, y) => byText(x.a, y.a) || byText(x.b, y.b) || byText(x.question, y.question) || x.atMs - y.atMs,
      ),
    readerClaims: backup.readerClaims
      .map(orderReaderClaim)
      .toSorted((x, y) => x.createdMs - y.createdMs || byText(x.id, y.id)),
  }
  return `${JSON.stringify(ordered, null, 2)}\n`
}

/** What the schema cannot see of the reader's claims. */
function checkReaderClaims(claims: ReaderClaim[]): Fault[] {
  const first = new Map<string, number>()
  return claims.flatMap(({ id, addresses, published }, index) => {
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
  // A file of version 1 has no claims of the reader's; highlights had neither tags nor colours before version 4.
  const read = value as Omit<Backup, 'highlights'> & { highlights: HighlightBefore[] }
  const backup: Backup = {
    ...read,
    readerClaims: read.readerClaims ?? [],
    highlights: read.highlights.map(before => {
      const highlight = withToday(before)
      return { ...highlight, tags: tidyTags(highlight.tags) ?? highlight.tags }
    }),
    version: backupVersion,
  }
  const faults = [...checkHighlights(backup.highlights), ...checkReaderClaims(backup.readerClaims)]
  if (faults.length > 0) return failWith(faults)
  return succeed({ ...backup, settings: orderSettings({ ...defaultSettings, ...backup.settings }) })
}

/** A backup's file. Bad input: no JSON (with line and column), or no backup (with the path of the fault). */
export function readBackup(text: string): Result<Backup> {
  const parsed = parseJson(text)
  return parsed.ok ? checkBackup(parsed.value) : parsed
}
