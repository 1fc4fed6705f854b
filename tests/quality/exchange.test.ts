import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readBackup } from '../../utils/exchange/backup'
import { readDossier } from '../../utils/exchange/read-dossier'
import { readForeign } from '../../utils/exchange/read-foreign'
import { writeAnnotations } from '../../utils/exchange/write-annotations'
import { writeBackup } from '../../utils/exchange/write-backup'
import { writeDossier } from '../../utils/exchange/write-dossier'
import type { Backup } from '../../utils/model/backup'
import type { Dossier } from '../../utils/model/dossier'
import { arbitraryDossier } from '../support/arbitrary-dossier'
import {
  arbitraryOwnDossiers,
  arbitraryReaderClaims,
  arbitraryRemarks,
  arbitrarySettings,
  arbitraryToldHighlights,
  arbitraryVerdict,
} from '../support/arbitrary-highlight'
import { contentOf } from '../support/make-export'
import { recordFigures } from './record-figures'

const runs = { numRuns: 1_000, seed: 2031 }
const backups = fc.record({
  exportedAt: fc.constant('2031-05-06T07:08:09.010Z'),
  highlights: arbitraryToldHighlights,
  pairVerdicts: fc.array(arbitraryVerdict, { maxLength: 4 }),
  readerClaims: arbitraryReaderClaims,
  claimRemarks: arbitraryRemarks,
  ownDossiers: arbitraryOwnDossiers,
  settings: arbitrarySettings,
  dossiers: fc.constant<Backup['dossiers']>([]),
})
const annotate = (highlights: Parameters<typeof contentOf>[0]): string =>
  [...writeAnnotations(contentOf(highlights))].join('')

async function write({ articles, claims, ...head }: Dossier): Promise<string> {
  const parts = (async function* () {
    // Portion by portion, as it is read from the database.
    for (const article of articles) yield { articles: [article], claims: [] }
    for (const claim of claims) yield { articles: [], claims: [claim] }
  })()
  return (await Array.fromAsync(writeDossier(head, parts))).join('')
}

it('files of our own come in and leave again byte for byte', async () => {
  const isSame = {
    backup: fc.sample(backups, runs).map(backup => {
      const text = writeBackup(backup)
      const read = readBackup(text)
      return read.ok && writeBackup(read.value) === text
    }),
    dossier: await Promise.all(
      fc.sample(arbitraryDossier, runs).map(async dossier => {
        const text = await write(dossier)
        const read = readDossier(text)
        return read.ok && (await write(read.value)) === text
      }),
    ),
    annotations: fc.sample(arbitraryToldHighlights, runs).map(highlights => {
      const text = annotate(highlights)
      const read = readForeign(text, 0)
      return read?.ok === true && annotate(read.value.highlights) === text
    }),
  }
  const figures = Object.entries(isSame).map(([name, results]) => [
    name,
    {
      measured: `${name}: the same bytes`,
      on: 'random data',
      count: results.filter(Boolean).length,
      of: results.length,
      goal: 'all',
    },
  ])
  recordFigures('exchange', Object.fromEntries(figures))
  for (const results of Object.values(isSame)) expect(results.filter(same => !same)).toEqual([])
})
