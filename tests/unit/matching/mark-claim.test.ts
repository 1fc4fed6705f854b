import { describe, expect, test } from 'vitest'
import { compareClaims } from '../../../utils/matching/compare-claims'
import { markClaim } from '../../../utils/matching/mark-claim'
import { asQuestionId } from '../../../utils/model/ids'
import type { ClaimOnFile } from '../../../utils/model/reading'
import {
  askedQuestion,
  makeClaim,
  makeOnFile,
  makeSpeaker,
  noHere,
  twoPhones,
  yesHere,
} from '../../support/make-claim'

describe('markClaim', () => {
  const mark = (claim: ClaimOnFile, file: ClaimOnFile[], here = [yesHere, noHere]) =>
    markClaim(claim.id, [compareClaims(twoPhones, here, file, [])])
  const no = makeOnFile('a#1', { position: 'no' })
  const alsoNo = makeOnFile('b#1', { position: 'no', speaker: makeSpeaker('an aide', 'anonymous') })
  const yes = makeOnFile('c#1')

  test('is each claim’s own: what disputes one agrees with another', () => {
    expect(mark(yesHere, [no, alsoNo, yes])).toMatchObject({
      relation: 'disputes',
      question: askedQuestion,
      sources: 2,
      strongestOpposing: { claim: { id: 'a#1' }, against: 'here#1' },
      strongestAgreeing: { claim: { id: 'c#1' } },
    })
    expect(mark(noHere, [no, alsoNo])).toMatchObject({
      relation: 'agrees',
      sources: 2,
      strongestOpposing: null,
    })
  })
  test('same speaker otherwise outdoes a later account, and is outdone by a dispute', () => {
    const self = makeOnFile('s#1', { position: 'partly', speaker: makeSpeaker('Palace', 'institution') })
    const later = makeOnFile('l#1', { position: 'no', about: '2040' })
    expect(mark(yesHere, [later, self])).toMatchObject({ relation: 'qualifies', isSameSpeaker: true })
    expect(mark(yesHere, [later, self, no])).toMatchObject({ relation: 'disputes', isSameSpeaker: false })
  })
  test('repeats of the article’s own source, and what stands apart, colour nothing', () => {
    const repeat = makeClaim({ id: 'r#1', speaker: makeSpeaker('Palace', 'institution') })
    expect(mark(yesHere, [repeat, makeOnFile('o#1', { subject: 'Oss' })], [yesHere])).toBeNull()
    const agreesToo = makeClaim({ id: 'here#4', speaker: makeSpeaker('Di Loam') })
    expect(mark(agreesToo, [repeat], [yesHere, agreesToo])).toBeNull()
    expect(mark(yesHere, [repeat])).toBeNull()
    expect(mark(noHere, [repeat])).toMatchObject({ relation: 'disputes', sources: 1 })
  })
  test('takes the strongest of several questions, with claims of that one', () => {
    const second = { id: asQuestionId('rotation'), group: 'Habits', text: 'Are the phones replaced?' }
    const both = {
      ...yesHere,
      bearsOn: [...yesHere.bearsOn, { question: second.id, position: 'yes' as const }],
    }
    const opposed = { ...no, bearsOn: [{ question: second.id, position: 'no' as const }] }
    const comparisons = [
      compareClaims(twoPhones, [both], [yes], []),
      compareClaims(second, [both], [opposed], []),
    ]
    expect(markClaim(both.id, comparisons)).toMatchObject({
      relation: 'disputes',
      question: 'rotation',
      strongestAgreeing: null,
    })
  })
})
