import { type Backup, backupVersion, type PairVerdict } from '../model/backup'
import type { Highlight } from '../model/highlight'
import type { ReaderClaim } from '../model/reader-claim'
import { placeOf, type Settings } from '../model/settings'
import { orderOwnDossiers, orderRemarks } from './backup-parts'
import { byText, byTime } from './export-content'
import { frameFile, writeRows } from './frame-file'
import { pickSpeaker } from './pick-known'

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
  ...(claim.speaker && { speaker: pickSpeaker(claim.speaker) }),
  ...(claim.chain && { chain: [...claim.chain] }),
  ...(claim.about !== undefined && { about: claim.about }),
  ...(claim.highlight && { highlight: claim.highlight }),
  ...(claim.isRejected && { isRejected: true }),
  createdMs: claim.createdMs,
  modifiedMs: claim.modifiedMs,
})

const orderColourNames = (names: Settings['colourNames']): Settings['colourNames'] => ({
  yellow: names.yellow,
  green: names.green,
  blue: names.blue,
  pink: names.pink,
  violet: names.violet,
})

/** The settings with their fields and lists in one order. */
export const orderSettings = (settings: Settings): Settings => ({
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

/** What a backup says besides its lists. */
export type BackupHead = Pick<Backup, 'exportedAt' | 'settings' | 'dossiers'>

/** Rows of the list of highlights, in its order. What follows has to be later. */
export const writeHighlightRows = (highlights: readonly Highlight[]): string =>
  writeRows(highlights.map(orderHighlight).toSorted(byTime))

/** All verdicts as they stand in the file. */
export const orderVerdicts = (verdicts: readonly PairVerdict[]): PairVerdict[] =>
  verdicts
    .map(orderVerdict)
    .toSorted(
      (x, y) => byText(x.a, y.a) || byText(x.b, y.b) || byText(x.question, y.question) || x.atMs - y.atMs,
    )

/** All claims of the reader's as they stand in the file. */
export const orderReaderClaims = (claims: readonly ReaderClaim[]): ReaderClaim[] =>
  claims.map(orderReaderClaim).toSorted((x, y) => x.createdMs - y.createdMs || byText(x.id, y.id))

/** The lists of a backup's file. */
export type BackupRows<Part> = Record<
  'highlights' | 'pairVerdicts' | 'readerClaims' | 'claimRemarks' | 'ownDossiers',
  Part[]
>

/** Puts the rows of the lists, written portion by portion, together to a file. `toPart` as in `frameFile`. */
export const frameBackup = <Part>(
  head: BackupHead,
  rows: BackupRows<Part>,
  toPart: (text: string) => Part,
): Part[] =>
  frameFile(
    {
      format: 'sidelight-backup',
      version: backupVersion,
      exportedAt: head.exportedAt,
      settings: orderSettings(head.settings),
      dossiers: head.dossiers
        .map(({ id, version }) => ({ id, version }))
        .toSorted((x, y) => byText(x.id, y.id) || x.version - y.version),
    },
    [
      ['highlights', rows.highlights],
      ['pairVerdicts', rows.pairVerdicts],
      ['readerClaims', rows.readerClaims],
      ['claimRemarks', rows.claimRemarks],
      ['ownDossiers', rows.ownDossiers],
    ],
    toPart,
  )

/**
 * The text of a backup's file. The same things give the same bytes, whatever order they were kept in:
 * highlights by time and id, the rest by name; fields in one order, two spaces, one line break at the end.
 */
export const writeBackup = (backup: Omit<Backup, 'format' | 'version'>): string =>
  frameBackup(
    backup,
    {
      highlights: [writeHighlightRows(backup.highlights)],
      pairVerdicts: [writeRows(orderVerdicts(backup.pairVerdicts))],
      readerClaims: [writeRows(orderReaderClaims(backup.readerClaims))],
      claimRemarks: [writeRows(orderRemarks(backup.claimRemarks))],
      ownDossiers: [writeRows(orderOwnDossiers(backup.ownDossiers))],
    },
    text => text,
  ).join('')
