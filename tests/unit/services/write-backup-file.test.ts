import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeBackup } from '../../../utils/exchange/write-backup'
import { type BackupWatch, writeBackupFile } from '../../../utils/services/write-backup-file'
import {
  arbitraryHighlights,
  arbitraryReaderClaims,
  arbitrarySettings,
  arbitraryVerdict,
} from '../../support/arbitrary-highlight'
import { makeHighlight } from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

/** Portions so small that a few highlights fill several. */
const watch = (more: Partial<BackupWatch<string>> = {}): BackupWatch<string> => ({
  rowsPerPortion: 3,
  toPart: text => text,
  pause: async () => {},
  ...more,
})
const textOf = <T extends { parts: string[] }>(written: { ok: true; value: T } | { ok: false }): string =>
  written.ok ? written.value.parts.join('') : 'failed'

describe('a backup that is written portion by portion', () => {
  test('is the same text as one that is written at once, many highlights of one time among them', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryHighlights,
        fc.integer({ min: 0, max: 14 }),
        fc.array(arbitraryVerdict, { maxLength: 5 }),
        arbitrarySettings,
        arbitraryReaderClaims,
        async (some, twins, verdicts, settings, claims) => {
          const ports = createMemoryPorts(settings)
          const same = Array.from({ length: twins }, (_, n) =>
            makeHighlight(`same-${n}`, { createdMs: n < 7 ? 5_000 : 6_000 }),
          )
          await ports.highlights.commit({ atMs: 1, action: 'create', before: [], after: [...some, ...same] })
          for (const one of verdicts) await ports.corpus.savePairVerdict(one)
          await ports.readerClaims.save(claims)
          const written = textOf(await writeBackupFile(ports, watch()))
          const atOnce = writeBackup({
            exportedAt: new Date(ports.clock.nowMs()).toISOString(),
            highlights: await ports.highlights.listAll(),
            pairVerdicts: await ports.corpus.listPairVerdicts(),
            readerClaims: await ports.readerClaims.listAll(),
            claimRemarks: await ports.remarks.listAll(),
            ownDossiers: [],
            settings: await ports.settings.load(),
            dossiers: [],
          })
          expect(written).toBe(atOnce)
          expect(written).toBe(`${JSON.stringify(JSON.parse(written), null, 2)}\n`)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('says how far it is, and no piece is as long as the file', async () => {
    const ports = createMemoryPorts()
    const after = Array.from({ length: 20 }, (_, n) => makeHighlight(`h${n}`, { createdMs: n }))
    await ports.highlights.commit({ atMs: 1, action: 'create', before: [], after })
    const told: number[] = []
    const written = await writeBackupFile(ports, watch({ onProgress: written => told.push(written) }))
    const parts = written.ok ? written.value.parts : []
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.length).toBeGreaterThan(5)
    const share = (told.at(-1) ?? 0) / parts.join('').length
    expect(share > 0.9 && share < 1).toBe(true)
    expect(Math.max(...parts.map(part => part.length)) * 4).toBeLessThan(parts.join('').length)
  })

  test('is stopped between two portions', async () => {
    const ports = createMemoryPorts()
    const after = Array.from({ length: 20 }, (_, n) => makeHighlight(`h${n}`, { createdMs: n }))
    await ports.highlights.commit({ atMs: 1, action: 'create', before: [], after })
    const until = new AbortController()
    const { signal } = until
    const written = await writeBackupFile(ports, watch({ signal, onProgress: () => until.abort() }))
    expect(written).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
  })
})
