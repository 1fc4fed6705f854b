import { expect, test } from 'vitest'
import { hashAddress } from '../../../utils/reading/judge-address'
import { compileSnapshot } from '../../../utils/services/compile-snapshot'
import { makeDossier, makeHighlight, makeReaderClaim } from '../../support/make-dossier'
import { createMemoryPorts } from '../../support/memory-ports'

test('the snapshot has what the gate needs, and no word of an article', async () => {
  const settings = { isPaused: true, offHosts: ['off.example'], dismissedAddresses: ['0123456789abcdef'] }
  const ports = createMemoryPorts(settings)
  const spotting = {
    groups: [{ id: 'g', terms: ['phone*'] }],
    rules: [{ all: ['g'], weight: 1 }],
    threshold: 1,
  }
  await ports.corpus.saveDossier(makeDossier({ spotting }))
  const highlight = makeHighlight('h', { addresses: ['https://elsewhere.example/x'] })
  await ports.highlights.commit({ atMs: 1, action: 'create', before: [], after: [highlight] })
  await ports.readerClaims.save([makeReaderClaim('r', { addresses: ['https://morgenpost.example/said'] })])
  expect(await compileSnapshot(ports)).toEqual({
    format: 3,
    topics: [
      {
        dossier: 'oranje-phones',
        index: { words: {}, prefixes: { phone: [['g', ['phone'], true]] } },
        rules: spotting.rules,
        threshold: 1,
      },
    ],
    // Those of dossiers lie beside it.
    knownAddresses: [hashAddress('https://morgenpost.example/said')],
    highlightedAddresses: [hashAddress('https://elsewhere.example/x')],
    ...settings,
  })
})
