import { describe, expect, test } from 'vitest'
import { pickRelated } from '../../../utils/matching/pick-related'
import { createProfiler } from '../../../utils/matching/profile-terms'
import { type Candidate, type RankedClaim, rankByTerms } from '../../../utils/matching/rank-by-terms'
import { readProfiles } from '../../../utils/matching/read-profiles'
import { findTerms } from '../../../utils/matching/terms'
import { relatedPerSentence } from '../../../utils/matching/weights'
import { asDossierId, asQuestionId } from '../../../utils/model/ids'
import type { SentenceMatch } from '../../../utils/model/ports'
import type { ClaimOnFile } from '../../../utils/model/reading'
import { makeOnFile, makeSpeaker } from '../../support/make-claim'
import { makeQuestion } from '../../support/make-dossier'

const dossier = asDossierId('vell')
const questions = [
  makeQuestion('two-phones', 'Does the leader carry two phones?'),
  makeQuestion('listened', 'Did spies listen to calls?'),
]
const about = (id: string, question: string | null, statement: string): ClaimOnFile =>
  makeOnFile(id, {
    statement,
    bearsOn: question ? [{ question: asQuestionId(question), position: 'yes' }] : [],
  })
const claims = [
  about('a#1', 'two-phones', 'President Vell carries a pair of handsets.'),
  about('b#1', 'two-phones', 'One handset is for Vell’s messages, another handset for calls.'),
  about('c#1', 'listened', 'Spies overheard the calls of President Vell.'),
  about('d#1', 'listened', 'Foreign spies sat in on Vell’s calls for a year.'),
  about('e#1', null, 'President Vell carries an umbrella of the orchard pattern.'),
]

function rank(sentence: string, from: readonly ClaimOnFile[] = claims): RankedClaim[] {
  const profiler = createProfiler(dossier, questions, null)
  const candidates = from.map((claim): Candidate => {
    profiler.add(claim)
    const { id, statement, bearsOn } = claim
    const asked = bearsOn.map(({ question }) => question)
    return { dossier, id, place: id, questions: asked, terms: new Set(findTerms(statement).keys()) }
  })
  const [whole] = readProfiles(profiler.finish())
  return whole ? rankByTerms(findTerms(sentence), candidates, whole) : expect.fail('no profile')
}

describe('claims for a sentence', () => {
  test('of the question that its words speak for come first, with the words shared', () => {
    const [first, second] = rank('It is reported that Vell has another handset for foreign messages.')
    expect([first?.place, first?.question]).toEqual(['b#1', 'two-phones'])
    expect(first?.reasons).toEqual([
      { rule: 'shared_words', values: ['messages, handset, vell'], weight: first?.score },
    ])
    expect(first?.score).toBeGreaterThan(second?.score ?? 1)
    expect(rank('Spies were on her calls').map(({ question }) => question)[0]).toBe('listened')
  })

  test('never are background, and nothing is near what shares no word', () => {
    expect(rank('An umbrella of the orchard pattern').map(({ place }) => place)).toEqual([])
    expect(rank('Completely different matters')).toEqual([])
    expect(rank('')).toEqual([])
  })

  test('are as sure as the sentence is covered and on the topic', () => {
    const score = (sentence: string): number => rank(sentence)[0]?.score ?? 0
    const short = 'Spies overheard calls of President Vell'
    expect(score(short)).toBeGreaterThan(
      score(`${short} near the harbour on Tuesday while gardeners watered roses`),
    )
    for (const { score: each } of rank(short)) expect(each >= 0 && each <= 1).toBe(true)
  })

  test('are the same in whatever order they were found', () => {
    const sentence = 'President Vell carries calls'
    const ids = (list: RankedClaim[]) => list.map(({ place }) => place)
    expect(ids(rank(sentence, claims.toReversed()))).toEqual(ids(rank(sentence)))
  })
})

describe('what is shown beside a sentence', () => {
  const match = (id: string, score: number, more: Partial<SentenceMatch> = {}): SentenceMatch => ({
    dossier,
    claim: about(id, 'listened', 'Spies listened.'),
    question: asQuestionId('listened'),
    score,
    reasons: [],
    ...more,
  })

  test('is related, with the position on file and none of the sentence', () => {
    expect(pickRelated([match('a#1', 0.9)], 0.5)).toEqual([
      {
        claim: match('a#1', 0).claim,
        position: 'yes',
        relation: 'related',
        isSameSpeaker: false,
        against: null,
        reasons: [],
        repeats: [],
      },
    ])
  })

  test('is sure enough, of one question, and little', () => {
    const others = ['b', 'c', 'd', 'e'].map(id => match(`${id}#1`, 0.8))
    const list = [
      match('a#1', 0.9),
      match('x#1', 0.9, { question: asQuestionId('two-phones') }),
      match('y#1', 0.49),
      ...others,
    ]
    expect(pickRelated(list, 0.5).map(({ claim }) => claim.id)).toEqual(['a#1', 'b#1', 'c#1'])
    expect(pickRelated(list, 0.5)).toHaveLength(relatedPerSentence)
    expect(pickRelated(list, 0.95)).toEqual([])
    expect(pickRelated([], 0)).toEqual([])
  })

  test('folds repeats of one source into the first', () => {
    const claim = (id: string) => ({
      ...about(id, 'listened', 'Spies listened.'),
      speaker: makeSpeaker('The Palace', 'institution'),
    })
    const list = ['a#1', 'b#1', 'c#1'].map(id => match(id, 0.9, { claim: claim(id) }))
    const [only, ...more] = pickRelated([...list, match('d#1', 0.9)], 0.5)
    expect(only?.repeats.map(({ id }) => id)).toEqual(['b#1', 'c#1'])
    expect(more.map(({ claim: { id } }) => id)).toEqual(['d#1'])
  })
})
