import { expect, test } from 'vitest'
import type { Claim } from '../../../utils/model/dossier'
import { asClaimId, asDossierId, asQuestionId } from '../../../utils/model/ids'
import { hashesOf } from '../../../utils/reading/judge-address'
import { comparePair } from '../../../utils/services/compare-pair'
import { makeArticle, makeClaim, makeDossier, makeQuestion } from '../../support/make-dossier'
import { createMemoryCorpus } from '../../support/memory-corpus'

const say = (id: string, statement: string, position: 'yes' | 'no', more: Partial<Claim> = {}): Claim => ({
  ...makeClaim(id, id.split('#')[0] ?? id, { listened: position }),
  statement,
  speaker: { name: `Speaker ${id}`, kind: 'named' },
  ...more,
})

const dossier = makeDossier({
  questions: [makeQuestion('listened')],
  articles: ['here', 'file', 'more', 'apart', 'others', 'actor'].map(id => makeArticle(id)),
  claims: [
    say('here#1', 'Orsk heard two calls.', 'yes', { actor: 'Orsk' }),
    say('here#2', 'Kessel heard it, the article adds.', 'yes'),
    say('file#1', 'Orsk heard no calls.', 'no'),
    say('more#1', 'Norvik heard it.', 'yes'),
    say('apart#1', 'Brandt heard it.', 'yes'),
    say('others#1', 'Okell heard it.', 'yes', { subject: 'the ministers' }),
    say('actor#1', 'Venn heard it.', 'yes', { actor: 'Venn' }),
  ],
})

async function compare(onFile = 'file#1', isApart = false) {
  const corpus = createMemoryCorpus(hashesOf)
  expect(await corpus.saveDossier(dossier)).toMatchObject({ ok: true })
  const question = asQuestionId('listened')
  const here = asClaimId('here#1')
  if (isApart) await corpus.savePairVerdict({ a: here, b: asClaimId('apart#1'), question, atMs: 1 })
  return comparePair(
    { corpus },
    { dossier: asDossierId(dossier.id), question, here, onFile: asClaimId(onFile) },
  )
}

test('two claims of a question: words, rows, and what others beside them name', async () => {
  const compared = await compare()
  expect(compared).toMatchObject({
    ok: true,
    value: {
      statements: {
        differences: [
          { kind: 'number', reason: { rule: 'part_only_here' } },
          { kind: 'denial', reason: { rule: 'part_only_on_file' } },
        ],
      },
      facts: { position: 'differs', speaker: 'differs', modality: 'same', about: 'same' },
    },
  })
  const named = compared.ok ? compared.value.leftOut.map(({ text, by }) => [text, by[0]?.claim]) : []
  // Not what the article itself says, nor of others, nor of another actor.
  expect(named).toEqual([
    ['Brandt', asClaimId('apart#1')],
    ['Norvik', asClaimId('more#1')],
  ])
})

test('what the reader set apart from the claim names nothing', async () => {
  const compared = await compare('file#1', true)
  expect(compared.ok && compared.value.leftOut.map(({ text }) => text)).toEqual(['Norvik'])
})

test('a claim that is not there any more is not found', async () => {
  expect(await compare('gone#1')).toMatchObject({ ok: false, failure: { kind: 'not-found' } })
})
