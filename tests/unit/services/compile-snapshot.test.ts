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
  const known = ['a1', 'a3', 'amp/3', '3', 'said'].map(path =>
    hashAddress(`https://morgenpost.example/${path}`),
  )
  const snapshot = await compileSnapshot(ports)
  expect({ ...snapshot, knownAddresses: snapshot.knownAddresses.toSorted() }).toEqual({
    format: 2,
    topics: [
      {
        dossier: 'oranje-phones',
        index: { words: {}, prefixes: { phone: [['g', ['phone'], true]] } },
        rules: spotting.rules,
        threshold: 1,
      },
    ],
    knownAddresses: known.toSorted(),
    highlightedAddresses: [hashAddress('https://elsewhere.example/x')],
    ...settings,
  })
})
