import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareClaims } from '../../../utils/matching/compare-claims'
import { readQuestion } from '../../../utils/matching/read-question'
import type { PairVerdict } from '../../../utils/model/backup'
import type { Position } from '../../../utils/model/dossier'
import { asClaimId, asQuestionId } from '../../../utils/model/ids'
import type { ClaimOnFile, QuestionReading } from '../../../utils/model/reading'
import {
  askedQuestion,
  makeClaim,
  makeOnFile,
  makeSpeaker,
  noHere,
  twoPhones,
  yesHere,
} from '../../support/make-claim'

const verdict = (a: string, b: string): PairVerdict => ({
  a: asClaimId(a),
  b: asClaimId(b),
  question: askedQuestion,
  atMs: 0,
})
const read = (here: ClaimOnFile[], file: ClaimOnFile[], verdicts: PairVerdict[] = []) =>
  readQuestion(compareClaims(twoPhones, here, file, verdicts))
const list = ({ related }: QuestionReading) => related.map(({ claim, relation }) => `${claim.id} ${relation}`)

describe('readQuestion', () => {
  test('gives each claim on file once, in its strongest relation', () => {
    const reading = read(
      [yesHere, noHere],
      [makeOnFile('a#1', { position: 'no' }), makeOnFile('b#1', { position: 'unknown' })],
    )
    expect(list(reading)).toEqual(['a#1 disputes', 'b#1 leaves open'])
    expect(reading.related[0]).toMatchObject({ against: 'here#1', position: 'no', repeats: [] })
    expect(reading.here).toEqual([
      { claim: 'here#1', position: 'yes' },
      { claim: 'here#2', position: 'no' },
    ])
  })

  test('orders by relation, the same speaker’s otherwise right after what disputes', () => {
    const claims = [
      makeOnFile('agrees#1'),
      makeOnFile('open#1', { position: 'unknown' }),
      makeOnFile('partly#1', { position: 'partly' }),
      makeOnFile('whenever#1', { position: 'no', about: null }),
      makeOnFile('earlier#1', { position: 'no', about: '2019' }),
      makeOnFile('later#1', { position: 'no', about: '2039' }),
      makeOnFile('self#1', { position: 'partly', speaker: makeSpeaker('Palace', 'institution') }),
      makeOnFile('disputes#1', { position: 'no' }),
      makeClaim({ id: 'repeat#1', speaker: makeSpeaker('Palace', 'institution') }),
    ]
    expect(list(read([yesHere], claims))).toEqual([
      'disputes#1 disputes',
      'self#1 qualifies',
      'later#1 later account differs',
      'earlier#1 earlier account differed',
      'whenever#1 differs, time unknown',
      'partly#1 qualifies',
      'open#1 leaves open',
      'repeat#1 same source',
      'agrees#1 agrees',
    ])
  })

  test('within a relation: named, institution, anonymous, outlet; then nearest in time, then newest', () => {
    const no = { position: 'no' as const }
    const claims = [
      makeOnFile('outlet#1', { ...no, speaker: makeSpeaker('Isle Echo', 'outlet') }),
      makeOnFile('aide#1', { ...no, speaker: makeSpeaker('an aide', 'anonymous') }),
      makeOnFile('ministry#1', { ...no, speaker: makeSpeaker('Ministry', 'institution') }),
      makeOnFile('far#1', { ...no, about: '2031-09' }),
      makeOnFile('near#1', no),
      makeOnFile('newest#1', { ...no, source: { published: '2031-06-30' } }),
    ]
    expect(read([yesHere], claims).related.map(({ claim }) => claim.id)).toEqual([
      'newest#1',
      'near#1',
      'far#1',
      'ministry#1',
      'aide#1',
      'outlet#1',
    ])
  })

  test('folds what one source said into the claim nearest to it', () => {
    const bo = makeSpeaker('Bo Marsh')
    const claims = [
      makeOnFile('third#1', {
        position: 'no',
        speaker: bo,
        chain: ['Bo Marsh', 'Isle Echo', 'Third'],
        source: { publisher: 'Third' },
      }),
      makeOnFile('echo#1', {
        position: 'no',
        speaker: bo,
        source: { publisher: 'Isle Echo', published: '2031-05-12' },
      }),
      makeOnFile('first#1', {
        position: 'no',
        speaker: bo,
        source: { publisher: 'First', published: '2031-05-11' },
      }),
    ]
    const reading = read([yesHere], claims)
    expect(list(reading)).toEqual(['first#1 disputes'])
    expect(reading.related[0]?.repeats.map(({ id }) => id)).toEqual(['echo#1', 'third#1'])
    expect(reading.counts).toEqual({ sources: 1, outlets: 3 })
  })

  test('sets those about others and another actor apart, by subject, and does not count them', () => {
    const claims = [
      makeOnFile('oss-2#1', { subject: 'Oss' }),
      makeOnFile('nim#1', { subject: 'Nim' }),
      makeOnFile('oss-1#1', { subject: 'Oss', speaker: makeSpeaker('Ministry', 'institution') }),
    ]
    const reading = read([yesHere], claims)
    expect(reading.apart.map(({ claim }) => claim.id)).toEqual(['nim#1', 'oss-2#1', 'oss-1#1'])
    expect(reading).toMatchObject({ related: [], counts: { sources: 0, outlets: 0 } })
    expect(reading.timeline.filter(({ isApart }) => !isApart).map(({ claim }) => claim)).toEqual(['here#1'])
  })

  test('disputed by other articles, and disputed within the article, are two things', () => {
    expect(read([yesHere, noHere], [])).toMatchObject({ isDisputed: false, isDisputedHere: true })
    expect(read([yesHere], [makeOnFile('a#1', { position: 'no' })])).toMatchObject({
      isDisputed: true,
      isDisputedHere: false,
    })
    const ofTheArticle = { ...makeOnFile('here#9', { position: 'no' as const }), source: yesHere.source }
    expect(read([yesHere], [ofTheArticle])).toMatchObject({ isDisputed: false, related: [] })
    const aboutOthers = { ...noHere, subject: 'Oss' }
    expect(read([yesHere, aboutOthers], []).isDisputedHere).toBe(false)
  })

  describe('not about the same thing', () => {
    const no = makeOnFile('a#1', { position: 'no' })
    test('lists the pair, and nothing else of the claim, in either order of the pair', () => {
      for (const told of [verdict('here#1', 'a#1'), verdict('a#1', 'here#1')]) {
        const reading = read([yesHere], [no], [told])
        expect(reading).toMatchObject({ isDisputed: false, related: [], counts: { sources: 0, outlets: 0 } })
        expect(reading.apart).toEqual([])
        expect(reading.toldApart).toMatchObject([{ here: 'here#1', claim: { id: 'a#1' } }])
      }
    })
    test('leaves the claim’s other pairs, and other questions', () => {
      const another = makeClaim({ id: 'here#3', speaker: makeSpeaker('Cy Teal') })
      const reading = read([yesHere, another], [no], [verdict('here#1', 'a#1')])
      expect(reading.related).toMatchObject([{ relation: 'disputes', against: 'here#3' }])
      expect(reading.toldApart).toMatchObject([{ here: 'here#1', claim: { id: 'a#1' } }])
      const elsewhere = { ...verdict('here#1', 'a#1'), question: asQuestionId('rotation') }
      expect(list(read([yesHere], [no], [elsewhere]))).toEqual(['a#1 disputes'])
    })
    test('goes for the repeats of the claim', () => {
      const speaker = no.speaker
      const repeat = makeOnFile('b#1', { position: 'no', speaker, source: { publisher: 'Isle Echo' } })
      const reading = read([yesHere], [no, repeat], [verdict('here#1', 'b#1')])
      expect(reading.related).toEqual([])
      expect(reading.apart).toEqual([])
      expect(reading.toldApart).toMatchObject([{ here: 'here#1', claim: { id: 'b#1' } }])
    })
    test('goes for two claims of the article', () =>
      expect(read([yesHere, noHere], [], [verdict('here#2', 'here#1')]).isDisputedHere).toBe(false))
  })

  test('with no claim here, all is merely related, newest first within a kind', () => {
    const reading = read(
      [],
      [makeOnFile('a#1', { source: { published: '2030' } }), makeOnFile('b#1', { position: 'no' })],
    )
    expect(list(reading)).toEqual(['b#1 related', 'a#1 related'])
    expect(reading).toMatchObject({ isDisputed: false, apart: [], counts: { sources: 2 } })
    expect(reading.related[0]).toMatchObject({ against: null, reasons: [{ rule: 'on_file' }] })
  })

  test('is the same whatever the order on file, and holds every claim once', () => {
    const claims = fc
      .array(
        fc.record({
          position: fc.constantFrom<Position>('yes', 'no', 'partly', 'unknown'),
          about: fc.constantFrom(null, '2031-05', '2031', '2025', '../2030'),
          subject: fc.constantFrom('Vell', 'Oss'),
          name: fc.constantFrom('Ada Quill', 'The Palace', 'Bo Marsh'),
          kind: fc.constantFrom('named', 'anonymous', 'institution', 'outlet'),
          published: fc.constantFrom('2031-05-01', '2031-05-06', '2031-05-20', '2031'),
        }),
        { maxLength: 10 },
      )
      .map(parts =>
        parts.map(({ name, kind, published, ...rest }, index) =>
          makeClaim({ id: `f${index}#1`, ...rest, speaker: { name, kind }, source: { published } }),
        ),
      )
    const shuffled = claims.chain(all =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        const reading = read([yesHere, noHere], all)
        expect(read([yesHere, noHere], other)).toEqual(reading)
        const shown = [...reading.related, ...reading.apart].flatMap(({ claim, repeats }) => [
          claim,
          ...repeats,
        ])
        expect(shown.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
        expect(JSON.parse(JSON.stringify(reading))).toEqual(reading)
      }),
    )
  })
})
