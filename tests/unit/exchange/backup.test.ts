import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkBackup, readBackup } from '../../../utils/exchange/backup'
import { writeBackup } from '../../../utils/exchange/write-backup'
import { asClaimId, asDossierId } from '../../../utils/model/ids'
import { limits } from '../../../utils/model/limits'
import { defaultSettings } from '../../../utils/model/settings'
import {
  arbitraryOwnDossiers,
  arbitraryReaderClaims,
  arbitraryRemarks,
  arbitrarySettings,
  arbitraryToldHighlights,
  arbitraryVerdict,
} from '../../support/arbitrary-highlight'
import { makeHighlight, makeReaderClaim } from '../../support/make-dossier'

const exportedAt = '2031-05-06T07:08:09.010Z'
const content = {
  exportedAt,
  highlights: [makeHighlight('h2', { createdMs: 2 }), makeHighlight('h1', { createdMs: 1 })],
  pairVerdicts: [],
  readerClaims: [],
  claimRemarks: [],
  ownDossiers: [],
  settings: { ...defaultSettings, offHosts: ['b.example', 'a.example'] },
  dossiers: [{ id: asDossierId('oranje-phones'), version: 3 }],
}
const backup = fc.record({
  exportedAt: fc.constant(exportedAt),
  highlights: arbitraryToldHighlights,
  pairVerdicts: fc.array(arbitraryVerdict, { maxLength: 4 }),
  readerClaims: arbitraryReaderClaims,
  claimRemarks: arbitraryRemarks,
  ownDossiers: arbitraryOwnDossiers,
  settings: arbitrarySettings,
  dossiers: fc.constant(content.dossiers),
})
// biome-ignore lint/suspicious/noExplicitAny: a test spoils it in ways that no type allows
type Loose = any
const makeOwn = (id: string) => ({
  id,
  title: 'Bells',
  version: 1,
  questions: [{ id: 'q', group: 'Bells', text: 'By hand?' }],
})
const faultOf = (change: (backup: Loose) => void): string => {
  const value = JSON.parse(writeBackup(content))
  change(value)
  const result = checkBackup(value)
  return result.ok ? 'taken' : result.failure.detail
}

describe('the backup', () => {
  test('reads what it wrote, and writes it again byte for byte', () => {
    fc.assert(
      fc.property(backup, value => {
        const text = writeBackup(value)
        const read = readBackup(text)
        expect(read.ok).toBe(true)
        if (read.ok) expect(writeBackup(read.value)).toBe(text)
      }),
    )
  })

  test('of version 1 opens: it has no claims of the reader’s', () => {
    const { readerClaims, ...old } = JSON.parse(writeBackup(content))
    expect(readerClaims).toEqual([])
    const read = checkBackup({ ...old, version: 1 })
    expect(read).toMatchObject({ ok: true, value: { version: 5, readerClaims: [] } })
    if (read.ok) expect(read.value.highlights).toHaveLength(2)
  })

  test('of version 4 opens: nothing is disputed or hidden in it, and no question is the reader’s own', () => {
    const { claimRemarks, ownDossiers, ...old } = JSON.parse(writeBackup(content))
    expect([claimRemarks, ownDossiers]).toEqual([[], []])
    const read = checkBackup({ ...old, version: 4 })
    expect(read).toMatchObject({ ok: true, value: { version: 5, claimRemarks: [], ownDossiers: [] } })
  })

  test('of version 2 opens: what the reader says is the outlet’s, and marks need as much as before', () => {
    const old = JSON.parse(writeBackup({ ...content, readerClaims: [makeReaderClaim('r1')] }))
    const { sureness, ...settings } = old.settings
    expect(sureness).toBe('even')
    const read = checkBackup({ ...old, settings, version: 2 })
    expect(read).toMatchObject({
      ok: true,
      value: { version: 5, readerClaims: [{ id: 'r1' }], settings: { sureness } },
    })
  })

  test.each([
    ['readerClaims[1].id: “r1” is the id of readerClaims[0] too', { id: asClaimId('r1') }],
    ['readerClaims[1].addresses: must have a web address (http or https)', { addresses: ['about:blank'] }],
    ['readerClaims[1].published: “2031-13” is no date', { published: '2031-13' }],
  ])('with a claim of the reader’s that is none is refused: %s', (detail, change) => {
    const readerClaims = [makeReaderClaim('r1'), makeReaderClaim('r2', change)]
    const read = readBackup(writeBackup({ ...content, readerClaims }))
    expect(read.ok ? 'taken' : read.failure.detail).toContain(detail)
  })

  test('writes the same bytes in whatever order things were kept', () => {
    fc.assert(
      fc.property(backup, value => {
        const turned = {
          ...value,
          highlights: value.highlights.toReversed(),
          readerClaims: value.readerClaims.toReversed(),
          pairVerdicts: value.pairVerdicts
            .toReversed()
            .map(verdict => ({ ...verdict, a: verdict.b, b: verdict.a })),
        }
        expect(writeBackup(turned)).toBe(writeBackup(value))
      }),
    )
    expect(writeBackup(content).endsWith('\n}\n')).toBe(true)
    expect(writeBackup(content)).toMatch(/"a\.example",\s+"b\.example"/)
    expect(writeBackup(content).indexOf('"h1"')).toBeLessThan(writeBackup(content).indexOf('"h2"'))
  })

  test('takes every highlight that may be saved', () => {
    const longest = 'x'.repeat(limits.highlightText)
    const highlight = makeHighlight('h', {
      addresses: Array.from({ length: limits.addresses }, (_, n) =>
        `https://a.example/${n}`.padEnd(limits.address, 'x'),
      ),
      title: 'x'.repeat(limits.title),
      outlet: 'x'.repeat(limits.name),
      note: longest,
      selectors: [
        { type: 'TextQuoteSelector', exact: longest, prefix: longest, suffix: longest },
        { type: 'TextPositionSelector', start: 0, end: Number.MAX_SAFE_INTEGER },
      ],
    })
    const text = writeBackup({ ...content, highlights: [highlight] })
    expect(readBackup(text)).toMatchObject({ ok: true, value: { highlights: [highlight] } })
  })

  test('of a Sidelight whose sidebar could not be moved opens, with the place it had', () => {
    const value = JSON.parse(writeBackup(content))
    const { isPaused, offHosts, dismissedAddresses, isSidebarOpen, areMarksShown } = value.settings
    value.settings = { isPaused, offHosts, dismissedAddresses, isSidebarOpen: !isSidebarOpen, areMarksShown }
    const read = checkBackup(value)
    expect(read.ok && read.value.settings).toEqual({
      ...defaultSettings,
      offHosts: ['a.example', 'b.example'],
      isSidebarOpen: false,
    })
  })

  test.each<[string, (backup: Loose) => void]>([
    ['version: 6 was written by a later Sidelight; this one reads 1 to 5', b => (b.version = 6)],
    [
      'claimRemarks[0].kind: must be one of disputed, hidden',
      b => (b.claimRemarks = [{ claim: 'a', kind: 'loved', reason: '', statement: '', atMs: 1 }]),
    ],
    [
      'ownDossiers[0].id: must be the id of a dossier that a reader made: own-…',
      b => (b.ownDossiers = [makeOwn('bells')]),
    ],
    [
      'readerClaims[0].about: “2031-13” is no date and no time between two',
      b => (b.readerClaims = [makeReaderClaim('r1', { about: '2031-13' })]),
    ],
    [
      'ownDossiers[1].id: “own-1” is the id of ownDossiers[0] too',
      b => (b.ownDossiers = [makeOwn('own-1'), makeOwn('own-1')]),
    ],
    ['highlights[0].paint: is not a field of this format', b => (b.highlights[0].paint = 'red')],
    ['highlights[1].id: “h1” is the id of highlights[0] too', b => (b.highlights[1].id = 'h1')],
    [
      'highlights[0].addresses: must have a web address (http or https)',
      b => (b.highlights[0].addresses = ['x:y']),
    ],
    ['highlights[0].selectors[1].end: must be after its start', b => (b.highlights[0].selectors[1].end = 10)],
    ['highlights[0].selectors: must have at least 1 entry', b => (b.highlights[0].selectors = [])],
    [
      'highlights[0].selectors[0].type: must be "TextQuoteSelector"',
      b => (b.highlights[0].selectors[0].type = 'CssSelector'),
    ],
    ['settings.isPaused: must be true or false', b => (b.settings.isPaused = 'no')],
    ['settings.widthPx: must be at least 300', b => (b.settings.widthPx = 299)],
    ['settings.widthPx: must be at most 720', b => (b.settings.widthPx = 721)],
    ['settings.handleAt: must be at most 1', b => (b.settings.handleAt = 1.01)],
    ['settings.side: must be one of left, right', b => (b.settings.side = 'top')],
    ['dossiers[0].version: is missing', b => delete b.dossiers[0].version],
    ['highlights: is missing', b => delete b.highlights],
  ])('refuses: %s', (expected, change) => {
    expect(faultOf(change)).toBe(expected)
  })

  test('a setting it does not know is left out, one that is missing has its default', () => {
    const value = JSON.parse(writeBackup(content))
    value.settings = { isPaused: true, paint: 'red' }
    expect(checkBackup(value)).toMatchObject({ ok: true })
    const result = checkBackup(value)
    expect(result.ok && result.value.settings).toEqual({ ...defaultSettings, isPaused: true })
  })
})
