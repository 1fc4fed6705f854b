import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareClaims } from '../../../utils/matching/compare-claims'
import { readQuestion } from '../../../utils/matching/read-question'
import type { ClaimOnFile } from '../../../utils/model/reading'
import { makeClaim, makeOnFile, makeSpeaker, noHere, twoPhones, yesHere } from '../../support/make-claim'

const read = (here: ClaimOnFile[], file: ClaimOnFile[]) =>
  readQuestion(compareClaims(twoPhones, here, file, []))
const utc = (text: string) => Date.parse(`${text}T00:00:00Z`)
const bo = makeSpeaker('Bo Harn')
const carry = (id: string, publisher: string, change: Parameters<typeof makeClaim>[0] = {}) =>
  makeClaim({
    id,
    position: 'no',
    speaker: bo,
    chain: ['Bo Harn', publisher],
    ...change,
    source: { publisher, published: '2031-05-11', ...change.source },
  })

describe('makeTimeline', () => {
  test('has the article’s points and those beside them, oldest first', () => {
    const { timeline } = read(
      [yesHere],
      [
        makeOnFile('late#1', { position: 'no', about: '2033' }),
        makeOnFile('dateless#1', { about: null, source: { published: '2032-02-01' } }),
        makeOnFile('before#1', { position: 'partly', about: '../2030' }),
        makeOnFile('own#1', { about: '2029-03', speaker: makeSpeaker('HARBOUR POST', 'outlet') }),
      ],
    )
    expect(timeline).toMatchObject([
      { claim: 'own#1', label: 'Harbour Post', relation: 'agrees' },
      { claim: 'before#1', startMs: utc('2029-03-01'), endMs: utc('2030-01-01'), opens: 'start' },
      {
        claim: 'here#1',
        isHere: true,
        isPublished: false,
        relation: null,
        label: 'The Palace › Harbour Post',
      },
      { claim: 'dateless#1', isHere: false, isPublished: true, startMs: utc('2032-02-01') },
      { claim: 'late#1', position: 'no', endMs: utc('2034-01-01'), opens: null },
    ])
  })

  test('what is open at its end says so', () => {
    const { timeline } = read([yesHere], [makeOnFile('since#1', { about: '2029/..' })])
    expect(timeline[0]).toMatchObject({ claim: 'since#1', opens: 'end', endMs: utc('2031-06-01') })
  })

  test('a source is one point, with the outlets that carry it; its time is that of who says one', () => {
    const { timeline, counts } = read(
      [yesHere],
      [
        carry('echo#1', 'Isle Echo', { about: null }),
        carry('first#1', 'First', { about: '2031-05' }),
        carry('third#1', 'The Isle Echo', { about: '2031' }),
      ],
    )
    expect(timeline.filter(({ isHere }) => !isHere)).toMatchObject([
      { claim: 'first#1', isPublished: false, repeats: ['third#1', 'echo#1'], outlets: 2 },
    ])
    expect(counts.sources).toBe(1)
  })

  test('a source that speaks of two times is a point at each', () => {
    const claims = [carry('now#1', 'Isle Echo'), carry('then#1', 'First', { about: '2024' })]
    expect(
      read([yesHere], claims)
        .timeline.filter(({ isHere }) => !isHere)
        .map(({ claim, outlets }) => [claim, outlets]),
    ).toEqual([
      ['then#1', 1],
      ['now#1', 1],
    ])
  })

  test('different sources at one time are different points', () => {
    const claims = ['a#1', 'b#1', 'c#1'].map(id => makeOnFile(id))
    expect(read([yesHere], claims).timeline).toHaveLength(4)
  })

  test('repeats of the article’s own source count with its claim', () => {
    const repeat = makeClaim({
      id: 'r#1',
      speaker: makeSpeaker('Palace', 'institution'),
      source: { publisher: 'Isle Echo' },
    })
    const { timeline, related } = read([yesHere], [repeat, makeOnFile('a#1')])
    expect(related.map(({ claim }) => claim.id)).toContain('r#1')
    expect(timeline.map(({ claim, outlets, repeats }) => [claim, outlets, repeats])).toEqual([
      ['a#1', 1, []],
      ['here#1', 2, ['r#1']],
    ])
  })

  test('those about others are there, and told as such', () => {
    const { timeline } = read(
      [yesHere],
      [makeOnFile('oss#1', { subject: 'Oss' }), makeOnFile('oss#2', { subject: 'Oss', about: '2020' })],
    )
    expect(timeline.map(({ claim, isApart, relation }) => [claim, isApart, relation])).toEqual([
      ['oss#2', true, 'about others'],
      ['here#1', false, null],
      ['oss#1', true, 'about others'],
    ])
  })

  test('a claim without any date is no point', () => {
    const { timeline } = read([yesHere], [makeOnFile('x#1', { about: null, source: { published: '' } })])
    expect(timeline.map(({ claim }) => claim)).toEqual(['here#1'])
  })

  test('every dated claim is in exactly one point, whatever the order it comes in', () => {
    const claim = fc.record({
      publisher: fc.constantFrom('Isle Echo', 'First', 'Tarn'),
      position: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
      about: fc.constantFrom(null, '2031', '2031-05', '2024', '../2030', '2030/..', '0001', '9999'),
      subject: fc.constantFrom('President Vell', 'Oss'),
      who: fc.constantFrom('Bo Harn', 'The Palace', 'Cy Dell'),
    })
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 25 }), fc.boolean(), (values, isReversed) => {
        const file = values.map(({ publisher, position, about, subject, who }, index) =>
          carry(`f${index}#1`, publisher, { position, about, subject, speaker: makeSpeaker(who) }),
        )
        const { timeline } = read([yesHere, noHere], isReversed ? file.toReversed() : file)
        const told = timeline.flatMap(({ claim, repeats }) => [claim, ...repeats]).sort()
        expect(told).toEqual([...file, yesHere, noHere].map(({ id }) => id).sort())
        expect(timeline).toEqual(read([yesHere, noHere], file).timeline)
        for (const { startMs, endMs, outlets, repeats } of timeline) {
          expect(Number.isFinite(startMs) && Number.isFinite(endMs) && startMs <= endMs).toBe(true)
          expect(outlets).toBeLessThanOrEqual(1 + repeats.length)
        }
        expect(timeline.map(({ startMs }) => startMs)).toEqual(
          timeline.map(({ startMs }) => startMs).toSorted((a, b) => a - b),
        )
      }),
    )
  })
})
