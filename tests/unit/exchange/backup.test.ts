import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkBackup, readBackup, writeBackup } from '../../../utils/exchange/backup'
import { asDossierId } from '../../../utils/model/ids'
import { limits } from '../../../utils/model/limits'
import { defaultSettings } from '../../../utils/model/settings'
import { arbitraryHighlights, arbitrarySettings, arbitraryVerdict } from '../../support/arbitrary-highlight'
import { makeHighlight } from '../../support/make-dossier'

const exportedAt = '2031-05-06T07:08:09.010Z'
const content = {
  exportedAt,
  highlights: [makeHighlight('h2', { createdMs: 2 }), makeHighlight('h1', { createdMs: 1 })],
  pairVerdicts: [],
  settings: { ...defaultSettings, offHosts: ['b.example', 'a.example'] },
  dossiers: [{ id: asDossierId('oranje-phones'), version: 3 }],
}
const backup = fc.record({
  exportedAt: fc.constant(exportedAt),
  highlights: arbitraryHighlights,
  pairVerdicts: fc.array(arbitraryVerdict, { maxLength: 4 }),
  settings: arbitrarySettings,
  dossiers: fc.constant(content.dossiers),
})
// biome-ignore lint/suspicious/noExplicitAny: a test spoils it in ways that no type allows
type Loose = any
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

  test('writes the same bytes in whatever order things were kept', () => {
    fc.assert(
      fc.property(backup, value => {
        const turned = {
          ...value,
          highlights: value.highlights.toReversed(),
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

  test.each<[string, (backup: Loose) => void]>([
    ['version: 2 was written by a later Sidelight; this one reads 1', b => (b.version = 2)],
    ['highlights[0].colour: is not a field of this format', b => (b.highlights[0].colour = 'red')],
    ['highlights[1].id: “h1” is the id of highlights[0] too', b => (b.highlights[1].id = 'h1')],
    [
      'highlights[0].addresses: must have a web address (http or https)',
      b => (b.highlights[0].addresses = ['x:y']),
    ],
    ['highlights[0].selectors[1].end: must be after its start', b => (b.highlights[0].selectors[1].end = 10)],
    ['highlights[0].selectors: must have at least 2 entries', b => b.highlights[0].selectors.pop()],
    [
      'highlights[0].selectors[0].type: must be "TextQuoteSelector"',
      b => (b.highlights[0].selectors[0].type = 'CssSelector'),
    ],
    ['settings.isPaused: must be true or false', b => (b.settings.isPaused = 'no')],
    ['dossiers[0].version: is missing', b => delete b.dossiers[0].version],
    ['highlights: is missing', b => delete b.highlights],
  ])('refuses: %s', (expected, change) => {
    expect(faultOf(change)).toBe(expected)
  })

  test('a setting it does not know is left out, one that is missing has its default', () => {
    const value = JSON.parse(writeBackup(content))
    value.settings = { isPaused: true, colour: 'red' }
    expect(checkBackup(value)).toMatchObject({ ok: true })
    const result = checkBackup(value)
    expect(result.ok && result.value.settings).toEqual({ ...defaultSettings, isPaused: true })
  })
})
