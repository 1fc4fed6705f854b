import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareClaims } from '../../../utils/matching/compare-claims'
import { markClaim } from '../../../utils/matching/mark-claim'
import { orderQuestions } from '../../../utils/matching/order-questions'
import { readQuestion } from '../../../utils/matching/read-question'
import { summarizeQuestion } from '../../../utils/matching/summarize-question'
import type { PairVerdict } from '../../../utils/model/backup'
import type { Position } from '../../../utils/model/dossier'
import { asClaimId, asQuestionId } from '../../../utils/model/ids'
import type { ClaimOnFile, QuestionReading } from '../../../utils/model/reading'
import { askedQuestion, makeClaim } from '../../support/make-claim'

const question = { id: askedQuestion, group: 'Habits', text: 'Does the leader use two phones?' }
const speak = (name: string, kind: 'named' | 'anonymous' | 'institution' | 'outlet' = 'named') => ({
  name,
  kind,
})
const onFile = (id: string, change: Parameters<typeof makeClaim>[0] = {}) =>
  makeClaim({ id, speaker: speak(`Speaker of ${id}`), ...change })
const verdict = (a: string, b: string): PairVerdict => ({
  a: asClaimId(a),
  b: asClaimId(b),
  question: askedQuestion,
  atMs: 0,
})
const read = (here: ClaimOnFile[], file: ClaimOnFile[], verdicts: PairVerdict[] = []) =>
  readQuestion(compareClaims(question, here, file, verdicts))
const list = ({ related }: QuestionReading) => related.map(({ claim, relation }) => `${claim.id} ${relation}`)

const yesHere = makeClaim({ id: 'here#1', speaker: speak('The Palace', 'institution') })
const noHere = makeClaim({ id: 'here#2', speaker: speak('Ada Quill'), position: 'no' })

describe('readQuestion', () => {
  test('gives each claim on file once, in its strongest relation', () => {
    const reading = read(
      [yesHere, noHere],
      [onFile('a#1', { position: 'no' }), onFile('b#1', { position: 'unknown' })],
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
      onFile('agrees#1'),
      onFile('open#1', { position: 'unknown' }),
      onFile('partly#1', { position: 'partly' }),
      onFile('whenever#1', { position: 'no', about: null }),
      onFile('earlier#1', { position: 'no', about: '2019' }),
      onFile('later#1', { position: 'no', about: '2039' }),
      onFile('self#1', { position: 'partly', speaker: speak('Palace', 'institution') }),
      onFile('disputes#1', { position: 'no' }),
      makeClaim({ id: 'repeat#1', speaker: speak('Palace', 'institution') }),
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
      onFile('outlet#1', { ...no, speaker: speak('Isle Echo', 'outlet') }),
      onFile('aide#1', { ...no, speaker: speak('an aide', 'anonymous') }),
      onFile('ministry#1', { ...no, speaker: speak('Ministry', 'institution') }),
      onFile('far#1', { ...no, about: '2031-09' }),
      onFile('near#1', no),
      onFile('newest#1', { ...no, source: { published: '2031-06-30' } }),
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
    const bo = speak('Bo Marsh')
    const claims = [
      onFile('third#1', {
        position: 'no',
        speaker: bo,
        chain: ['Bo Marsh', 'Isle Echo', 'Third'],
        source: { publisher: 'Third' },
      }),
      onFile('echo#1', {
        position: 'no',
        speaker: bo,
        source: { publisher: 'Isle Echo', published: '2031-05-12' },
      }),
      onFile('first#1', {
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
      onFile('oss-2#1', { subject: 'Oss' }),
      onFile('nim#1', { subject: 'Nim' }),
      onFile('oss-1#1', { subject: 'Oss', speaker: speak('Ministry', 'institution') }),
    ]
    const reading = read([yesHere], claims)
    expect(reading.apart.map(({ claim }) => claim.id)).toEqual(['nim#1', 'oss-2#1', 'oss-1#1'])
    expect(reading).toMatchObject({ related: [], counts: { sources: 0, outlets: 0 } })
    expect(reading.timeline.map(({ claim }) => claim)).toEqual(['here#1'])
  })

  test('disputed by other articles, and disputed within the article, are two things', () => {
    expect(read([yesHere, noHere], [])).toMatchObject({ isDisputed: false, isDisputedHere: true })
    expect(read([yesHere], [onFile('a#1', { position: 'no' })])).toMatchObject({
      isDisputed: true,
      isDisputedHere: false,
    })
    const ofTheArticle = { ...onFile('here#9', { position: 'no' as const }), source: yesHere.source }
    expect(read([yesHere], [ofTheArticle])).toMatchObject({ isDisputed: false, related: [] })
    const aboutOthers = { ...noHere, subject: 'Oss' }
    expect(read([yesHere, aboutOthers], []).isDisputedHere).toBe(false)
  })

  describe('not about the same thing', () => {
    const no = onFile('a#1', { position: 'no' })
    test('sets the claim apart, with that reason, in either order of the pair', () => {
      for (const told of [verdict('here#1', 'a#1'), verdict('a#1', 'here#1')]) {
        const reading = read([yesHere], [no], [told])
        expect(reading).toMatchObject({ isDisputed: false, related: [], counts: { sources: 0, outlets: 0 } })
        expect(reading.apart).toMatchObject([
          { claim: { id: 'a#1' }, relation: 'related', against: null, reasons: [{ rule: 'told_apart' }] },
        ])
      }
    })
    test('leaves the claim’s other pairs, and other questions', () => {
      const another = makeClaim({ id: 'here#3', speaker: speak('Cy Teal') })
      expect(read([yesHere, another], [no], [verdict('here#1', 'a#1')]).related).toMatchObject([
        { relation: 'disputes', against: 'here#3' },
      ])
      const elsewhere = { ...verdict('here#1', 'a#1'), question: asQuestionId('rotation') }
      expect(list(read([yesHere], [no], [elsewhere]))).toEqual(['a#1 disputes'])
    })
    test('goes for the repeats of the claim', () => {
      const speaker = no.speaker
      const repeat = onFile('b#1', { position: 'no', speaker, source: { publisher: 'Isle Echo' } })
      const reading = read([yesHere], [no, repeat], [verdict('here#1', 'b#1')])
      expect(reading.related).toEqual([])
      expect(reading.apart).toMatchObject([{ repeats: [{}] }])
    })
    test('goes for two claims of the article', () =>
      expect(read([yesHere, noHere], [], [verdict('here#2', 'here#1')]).isDisputedHere).toBe(false))
  })

  test('with no claim here, all is merely related, newest first within a kind', () => {
    const reading = read(
      [],
      [onFile('a#1', { source: { published: '2030' } }), onFile('b#1', { position: 'no' })],
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

describe('timeline', () => {
  test('has the article’s points and those beside them, oldest first', () => {
    const { timeline } = read(
      [yesHere],
      [
        onFile('late#1', { position: 'no', about: '2033' }),
        onFile('dateless#1', { about: null, source: { published: '2032-02-01' } }),
        onFile('before#1', { position: 'partly', about: '../2030' }),
        onFile('own#1', { about: '2029-03', speaker: speak('HARBOUR POST', 'outlet') }),
      ],
    )
    const utc = (text: string) => Date.parse(`${text}T00:00:00Z`)
    expect(timeline).toMatchObject([
      { claim: 'own#1', label: 'Harbour Post' },
      { claim: 'before#1', position: 'partly', startMs: utc('2029-03-01'), endMs: utc('2030-01-01') },
      { claim: 'here#1', isHere: true, isPublished: false, label: 'The Palace › Harbour Post' },
      { claim: 'dateless#1', isHere: false, isPublished: true, startMs: utc('2032-02-01') },
      { claim: 'late#1', position: 'no', endMs: utc('2034-01-01') },
    ])
  })
})

describe('markClaim', () => {
  const mark = (claim: ClaimOnFile, file: ClaimOnFile[], here = [yesHere, noHere]) =>
    markClaim(claim.id, [compareClaims(question, here, file, [])])
  const no = onFile('a#1', { position: 'no' })
  const alsoNo = onFile('b#1', { position: 'no', speaker: speak('an aide', 'anonymous') })
  const yes = onFile('c#1')

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
    const self = onFile('s#1', { position: 'partly', speaker: speak('Palace', 'institution') })
    const later = onFile('l#1', { position: 'no', about: '2040' })
    expect(mark(yesHere, [later, self])).toMatchObject({ relation: 'qualifies', isSameSpeaker: true })
    expect(mark(yesHere, [later, self, no])).toMatchObject({ relation: 'disputes', isSameSpeaker: false })
  })
  test('repeats of the article’s own source, and what stands apart, colour nothing', () => {
    const repeat = makeClaim({ id: 'r#1', speaker: speak('Palace', 'institution') })
    expect(mark(yesHere, [repeat, onFile('o#1', { subject: 'Oss' })], [yesHere])).toBeNull()
    const agreesToo = makeClaim({ id: 'here#4', speaker: speak('Di Loam') })
    expect(mark(agreesToo, [repeat], [yesHere, agreesToo])).toBeNull()
  })
  test('takes the strongest of several questions, with claims of that one', () => {
    const second = { id: asQuestionId('rotation'), group: 'Habits', text: 'Are the phones replaced?' }
    const both = {
      ...yesHere,
      bearsOn: [...yesHere.bearsOn, { question: second.id, position: 'yes' as const }],
    }
    const opposed = { ...no, bearsOn: [{ question: second.id, position: 'no' as const }] }
    const comparisons = [
      compareClaims(question, [both], [yes], []),
      compareClaims(second, [both], [opposed], []),
    ]
    expect(markClaim(both.id, comparisons)).toMatchObject({
      relation: 'disputes',
      question: 'rotation',
      strongestAgreeing: null,
    })
  })
})

describe('orderQuestions', () => {
  const make = (id: string, here: ClaimOnFile[], file: ClaimOnFile[]) => ({
    ...read(here, file),
    question: { ...question, id: asQuestionId(id) },
  })
  const readings = [
    make('disputed', [noHere], [onFile('a#1')]),
    make('disputed-here', [yesHere, noHere], []),
    make('qualified', [yesHere], [onFile('a#1', { position: 'partly' })]),
    make('agreed-early', [yesHere], [onFile('a#1')]),
    make('agreed-late', [noHere], [onFile('a#1', { position: 'no' })]),
    make('alone', [yesHere], []),
  ]
  const inText = [yesHere.id, noHere.id]

  test('disputed, disputed here, by relation, in the order of the text, alone', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(readings, { minLength: readings.length }), shuffled => {
        expect(orderQuestions(shuffled, inText)).toEqual(readings)
      }),
    )
  })
})

describe('summarizeQuestion', () => {
  test('counts sources, and gives the years of publication', () => {
    const claims = [
      onFile('a#1', { source: { published: '2029' } }),
      onFile('b#1', { position: 'no', speaker: speak('Bo') }),
      onFile('c#1', { position: 'no', speaker: speak('Bo'), source: { publisher: 'Isle Echo' } }),
      onFile('d#1', { position: 'unknown' }),
    ]
    expect(summarizeQuestion(question, claims)).toEqual({
      question,
      counts: { sources: 3, outlets: 2 },
      yes: 1,
      no: 1,
      from: '2029',
      to: '2031',
    })
    expect(summarizeQuestion(question, [])).toBeNull()
  })
})
