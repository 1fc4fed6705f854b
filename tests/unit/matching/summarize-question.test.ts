import { describe, expect, test } from 'vitest'
import { summarizeQuestion } from '../../../utils/matching/summarize-question'
import { makeOnFile, makeSpeaker, twoPhones } from '../../support/make-claim'

describe('summarizeQuestion', () => {
  test('counts sources, and gives the years of publication', () => {
    const claims = [
      makeOnFile('a#1', { source: { published: '2029' } }),
      makeOnFile('b#1', { position: 'no', speaker: makeSpeaker('Bo') }),
      makeOnFile('c#1', { position: 'no', speaker: makeSpeaker('Bo'), source: { publisher: 'Isle Echo' } }),
      makeOnFile('d#1', { position: 'unknown' }),
    ]
    expect(summarizeQuestion(twoPhones, claims)).toEqual({
      question: twoPhones,
      counts: { sources: 3, outlets: 2 },
      yes: 1,
      no: 1,
      from: '2029',
      to: '2031',
    })
    expect(summarizeQuestion(twoPhones, [])).toBeNull()
  })
})
