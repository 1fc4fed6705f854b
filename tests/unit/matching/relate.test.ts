import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import messages from '../../../public/_locales/en/messages.json'
import { relate } from '../../../utils/matching/relate'
import type { Dossier } from '../../../utils/model/dossier'
import { asQuestionId } from '../../../utils/model/ids'
import type { ClaimOnFile } from '../../../utils/model/reading'
import type { Relation } from '../../../utils/model/relation'
import { relationLooks } from '../../../utils/model/relation'
import { askedQuestion, makeClaim } from '../../support/make-claim'
import { hasShared, shared } from '../../support/shared'

const here = makeClaim({ id: 'here#1' })
const bo = { name: 'Bo Marsh', kind: 'named' as const }
const other = (change: Parameters<typeof makeClaim>[0]) =>
  makeClaim({ id: 'there#1', speaker: bo, ...change })
const relationOf = (a: ClaimOnFile, b: ClaimOnFile, question = askedQuestion) =>
  relate(a, b, question).relation
const rulesOf = (a: ClaimOnFile, b: ClaimOnFile) =>
  relate(a, b, askedQuestion).reasons.map(({ rule }) => rule)

describe('what a machine read', () => {
  const read = (certainty: 'likely' | 'possibly', change: Parameters<typeof makeClaim>[0] = {}) => ({
    ...makeClaim({ id: 'machine#1', ...change }),
    certainty: { [askedQuestion]: certainty, [asQuestionId('listened')]: certainty },
  })

  test('disputes where it is likely; where it is only possible it is related, and says why', () => {
    const no = other({ position: 'no' })
    expect(relationOf(read('likely'), no)).toBe('disputes')
    expect(relate(read('possibly'), no, askedQuestion)).toMatchObject({
      relation: 'related',
      isSameSpeaker: false,
      reasons: [{ rule: 'unsure' }, { rule: 'same_subject' }],
    })
    expect(relationOf(no, read('possibly'))).toBe('related')
    expect(relationOf(read('possibly'), other({ about: '2011', position: 'no' }))).toBe('related')
  })

  test('agrees and leaves open whichever it is', () => {
    expect(relationOf(read('possibly'), other({}))).toBe('agrees')
    expect(relationOf(read('possibly'), other({ position: 'unknown' }))).toBe('leaves open')
  })

  test('does not dispute a claim that says who did it: it tells of nobody', () => {
    const listened = asQuestionId('listened')
    const asked = (claim: ClaimOnFile, position: 'yes' | 'no') => ({
      ...claim,
      bearsOn: [{ question: listened, position }],
    })
    const [yes, no] = [asked(read('likely'), 'yes'), asked(other({}), 'no')]
    expect(relationOf(yes, no, listened)).toBe('disputes')
    const named = { ...no, actor: 'Sorland' }
    expect(relate(yes, named, listened)).toMatchObject({
      relation: 'related',
      reasons: [{ rule: 'actor_unread' }],
    })
    expect(relationOf(named, yes, listened)).toBe('related')
    expect(relationOf(yes, asked(named, 'yes'), listened)).toBe('agrees')
    const { certainty: _certainty, ...told } = yes
    expect(relationOf(told, named, listened)).toBe('disputes')
  })
})

describe('row by row', () => {
  test.each<[string, ClaimOnFile, ClaimOnFile, Relation]>([
    ['1 the same claim', here, here, 'same source'],
    ['1 the same speaker in the same week', here, makeClaim({ id: 'there#1' }), 'same source'],
    ['2 another subject', here, other({ subject: 'General Oss' }), 'about others'],
    ['2 another leader', here, other({ source: { leader: 'General Oss' } }), 'about others'],
    [
      '2 another subject, though both leave it open',
      makeClaim({ id: 'here#1', position: 'unknown' }),
      other({ subject: 'General Oss', position: 'unknown' }),
      'about others',
    ],
    [
      '2 the subject named, the same as the other article’s leader',
      here,
      other({ subject: 'Vell', source: { leader: 'General Oss' } }),
      'agrees',
    ],
    [
      '4 both open',
      makeClaim({ id: 'here#1', position: 'unknown' }),
      other({ position: 'unknown' }),
      'leaves open too',
    ],
    ['5 open there', here, other({ position: 'unknown' }), 'leaves open'],
    [
      '5 open here',
      makeClaim({ id: 'here#1', position: 'unknown' }),
      other({ position: 'no', about: null }),
      'leaves open',
    ],
    ['6 both yes, years apart', here, other({ about: '2011' }), 'agrees'],
    ['6 both no', makeClaim({ id: 'here#1', position: 'no' }), other({ position: 'no' }), 'agrees'],
    ['6 both yes, at an unknown time', here, other({ about: null }), 'agrees'],
    [
      '6 both partly',
      makeClaim({ id: 'here#1', position: 'partly' }),
      other({ position: 'partly' }),
      'agrees in part',
    ],
    ['7 no time there', here, other({ position: 'no', about: null }), 'differs, time unknown'],
    [
      '7 no time here',
      makeClaim({ id: 'here#1', about: null }),
      other({ position: 'partly' }),
      'differs, time unknown',
    ],
    ['7 a time that is none', here, other({ position: 'no', about: '2031-13-45' }), 'differs, time unknown'],
    ['8 later', here, other({ position: 'no', about: '2032-01' }), 'later account differs'],
    ['8 earlier, partly', here, other({ position: 'partly', about: '../2030' }), 'earlier account differed'],
    ['9 partly, overlapping', here, other({ position: 'partly', about: '2031' }), 'qualifies'],
    [
      '9 partly here, near',
      makeClaim({ id: 'here#1', position: 'partly' }),
      other({ about: '2031-08' }),
      'qualifies',
    ],
    ['10 yes against no', here, other({ position: 'no', about: '2031-05-09' }), 'disputes'],
    ['10 overlapping an open time', here, other({ position: 'no', about: '../2032' }), 'disputes'],
    ['– no shared question', here, other({ bearsOn: [] }), 'related'],
  ])('%s', (_, a, b, relation) => expect(relationOf(a, b)).toBe(relation))
})

describe('row 3, another actor', () => {
  const about = (id: string, question: string, actor: string | undefined, speaker = bo) =>
    makeClaim({
      id,
      speaker,
      bearsOn: [{ question: asQuestionId(question), position: 'yes' }],
      ...(actor === undefined ? {} : { actor }),
    })
  const ada = { name: 'Ada Quill', kind: 'named' as const }
  const judge = (question: string, one?: string, two?: string) =>
    relationOf(about('here#1', question, one, ada), about('there#1', question, two), asQuestionId(question))

  test.each([
    'listened',
    'state-actor',
    'leader-hacked',
    'official-compromised',
    'content-obtained',
    'influence',
  ])('counts for %s', question => expect(judge(question, 'Norland', 'Sudland')).toBe('about another actor'))
  test('not where one names none, or both the same', () => {
    expect(judge('listened', 'Norland')).toBe('agrees')
    expect(judge('listened', undefined, 'Norland')).toBe('agrees')
    expect(judge('listened', 'the Norland', 'NORLAND')).toBe('agrees')
  })
  test('some of the actors are not the same actors', () =>
    expect(judge('listened', 'Norland', 'Norland and Sudland')).toBe('about another actor'))
  test('not for other questions', () => expect(judge('rotation', 'Norland', 'Sudland')).toBe('agrees'))
  test('comes after the same source', () => {
    const [a, b] = [about('here#1', 'listened', 'Norland'), about('there#1', 'listened', 'Sudland')]
    expect(relationOf(a, b, asQuestionId('listened'))).toBe('same source')
  })
})

describe('half a year', () => {
  const onMay1 = makeClaim({ id: 'here#1', about: '2031-05-01' })
  // Between the end of 1 May and the start of 31 October lie 182 days.
  test.each<[string, Relation]>([
    ['2031-10-31', 'disputes'],
    ['2031-11-01', 'later account differs'],
    ['2030-10-29', 'earlier account differed'],
    ['2030-10-30', 'disputes'],
  ])('a no about %s', (about, relation) => {
    expect(relationOf(onMay1, other({ position: 'no', about }))).toBe(relation)
  })
})

describe('the same speaker said otherwise', () => {
  const speak = (name: string, kind: 'named' | 'anonymous' | 'institution' | 'outlet', change = {}) =>
    makeClaim({ id: 'there#1', speaker: { name, kind }, position: 'no', ...change })
  const flag = (a: ClaimOnFile, b: ClaimOnFile) => relate(a, b, askedQuestion).isSameSpeaker

  test('is a flag beside each relation of difference', () => {
    expect(flag(here, speak('President ADA QUILL', 'named'))).toBe(true)
    expect(flag(here, speak('Ada Quill', 'named', { about: null }))).toBe(true)
    expect(flag(here, speak('Ada Quill', 'named', { about: '2040' }))).toBe(true)
    expect(flag(here, speak('Ada Quill', 'named', { position: 'partly' }))).toBe(true)
    expect(rulesOf(here, speak('Ada Quill', 'named'))).toEqual([
      'yes_against_no',
      'same_speaker',
      'same_subject',
    ])
  })
  test('not where they agree, leave open, or speak of others', () => {
    expect(
      flag(here, speak('Ada Quill', 'named', { position: 'yes', source: { published: '2039-01-01' } })),
    ).toBe(false)
    expect(flag(here, speak('Ada Quill', 'named', { position: 'unknown' }))).toBe(false)
    expect(flag(here, speak('Ada Quill', 'named', { subject: 'General Oss' }))).toBe(false)
  })
  test('outlets and anonymous speakers are never the same person', () => {
    for (const kind of ['outlet', 'anonymous'] as const) {
      const said = makeClaim({ id: 'here#1', speaker: { name: 'an aide', kind } })
      expect(relate(said, speak('an aide', kind), askedQuestion)).toMatchObject({
        relation: 'disputes',
        isSameSpeaker: false,
      })
    }
  })
  test('institutions are', () => {
    const said = makeClaim({ id: 'here#1', speaker: { name: 'The Palace', kind: 'institution' } })
    expect(flag(said, speak('Palace', 'institution'))).toBe(true)
  })
})

describe('whatever the claims', () => {
  const positions = fc.constantFrom('yes', 'no', 'partly', 'unknown')
  const claims = (id: string) =>
    fc
      .record({
        position: positions,
        about: fc.constantFrom(
          null,
          '2030',
          '2031-05',
          '2031-05-09',
          '2032/2034',
          '../2031',
          '2033/..',
          'soon',
        ),
        subject: fc.constantFrom('Vell', 'Oss'),
        actor: fc.constantFrom('Norland', 'Sudland', ''),
        speaker: fc.record({
          name: fc.constantFrom('Ada Quill', 'Bo Marsh', 'The Palace'),
          kind: fc.constantFrom('named', 'anonymous', 'institution', 'outlet'),
        }),
        source: fc.record({
          publisher: fc.constantFrom('Harbour Post', 'Hill Gazette'),
          published: fc.constantFrom('2031-05-01', '2031-05-08', '2031-05-09', '2031-05', '2031'),
          credit: fc.constantFrom('Wire', 'Cable'),
        }),
        bears: fc.boolean(),
      })
      .map(({ bears, position, ...rest }) =>
        makeClaim({ id, ...rest, bearsOn: bears ? [{ question: asQuestionId('listened'), position }] : [] }),
      )
  const listened = asQuestionId('listened')

  test('there is a relation of the closed table, with reasons that can be shown', () => {
    fc.assert(
      fc.property(claims('here#1'), claims('there#1'), (a, b) => {
        const { relation, reasons } = relate(a, b, listened)
        expect(Object.keys(relationLooks)).toContain(relation)
        expect(reasons.length).toBeGreaterThan(0)
        for (const { rule, values } of reasons) {
          const text = messages[`reason_${rule}` as keyof typeof messages].message
          expect(new Set(text.match(/\$\d/g) ?? []).size).toBe(values.length)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('the other way round it is the same, with later and earlier changed', () => {
    const swapped: Partial<Record<Relation, Relation>> = {
      'later account differs': 'earlier account differed',
      'earlier account differed': 'later account differs',
    }
    fc.assert(
      fc.property(claims('here#1'), claims('there#1'), (a, b) => {
        const [one, two] = [relate(a, b, listened), relate(b, a, listened)]
        expect(two.relation).toBe(swapped[one.relation] ?? one.relation)
        expect(two.isSameSpeaker).toBe(one.isSameSpeaker)
      }),
      { numRuns: 1000 },
    )
  })
})

if (!hasShared) process.stderr.write('judged pairs of claims: skipped, no public data beside the checkout\n')

describe.skipIf(!hasShared)('the judged pairs', () => {
  test('are related as judged', () => {
    const dossier = JSON.parse(
      readFileSync(shared('corpus/presidential-phone-security.json'), 'utf8'),
    ) as Dossier
    const articles = new Map(dossier.articles.map(article => [article.id, article]))
    const claims = new Map<string, ClaimOnFile>()
    for (const claim of dossier.claims) {
      const source = articles.get(claim.article)
      if (source) claims.set(claim.id, { ...claim, source })
    }
    const pairs = readFileSync(shared('relation-pairs.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(pairs).toHaveLength(75)
    const wrong = pairs.filter(({ a, b, question, relation }) => {
      const [one, two] = [claims.get(a), claims.get(b)]
      return !one || !two || relationOf(one, two, question) !== relation
    })
    expect(wrong).toEqual([])
  })
})
