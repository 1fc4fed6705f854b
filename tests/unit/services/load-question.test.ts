import { expect, test } from 'vitest'
import { asDossierId, asQuestionId } from '../../../utils/model/ids'
import { hashesOf } from '../../../utils/reading/judge-address'
import { loadQuestion } from '../../../utils/services/load-question'
import { makeDossier } from '../../support/make-dossier'
import { createMemoryCorpus } from '../../support/memory-corpus'

const dossier = makeDossier()

async function load(question: string, from: string = dossier.id) {
  const corpus = createMemoryCorpus(hashesOf)
  expect(await corpus.saveDossier(dossier)).toMatchObject({ ok: true })
  return loadQuestion({ corpus }, asQuestionId(question), asDossierId(from))
}

test('gives all that is on file about a question, compared with nothing', async () => {
  expect(await load('two-phones')).toMatchObject({
    ok: true,
    value: {
      question: { id: 'two-phones' },
      here: [],
      isDisputed: false,
      related: [
        { claim: { id: 'a1#1' }, position: 'yes', relation: 'related', against: null },
        { claim: { id: 'a3#1' }, position: 'no', relation: 'related', against: null },
      ],
      apart: [],
      counts: { sources: 2, outlets: 1 },
    },
  })
})

test('says so where there is no such question or dossier', async () => {
  expect(await load('three-phones')).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
  expect(await load('two-phones', 'elsewhere')).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
})
