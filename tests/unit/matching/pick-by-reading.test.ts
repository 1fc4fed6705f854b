import { describe, expect, test } from 'vitest'
import type { JudgedQuestion } from '../../../utils/matching/judge-sentence'
import { pickByReading } from '../../../utils/matching/pick-by-reading'
import { readingThresholds } from '../../../utils/matching/reading-weights'
import type { Position } from '../../../utils/model/dossier'
import { asDossierId, asQuestionId } from '../../../utils/model/ids'
import type { SentenceMatch } from '../../../utils/model/ports'
import { makeOnFile } from '../../support/make-claim'

const { related: limit } = readingThresholds.even

const judged = (question: string, score: number): JudgedQuestion => ({
  question: asQuestionId(question),
  score,
  position: 'yes',
  positionScore: 0.9,
  neighbours: [],
})
const onFile = (id: string, ...questions: string[]) =>
  makeOnFile(id, {
    bearsOn: questions.map(question => ({ question: asQuestionId(question), position: 'yes' as Position })),
  })
const near = (id: string, likeness: number, ...questions: string[]) => ({
  claim: onFile(id, ...questions),
  likeness,
})
const match = (id: string, score: number, ...questions: string[]): SentenceMatch => ({
  dossier: asDossierId('vell'),
  claim: onFile(id, ...questions),
  question: asQuestionId(questions[0] ?? ''),
  score,
  reasons: [{ rule: 'shared_words', values: ['handset'], weight: score }],
})
const pick = (
  related: JudgedQuestion[],
  claims: ReturnType<typeof near>[],
  matches: SentenceMatch[] = [],
  marked: JudgedQuestion[] = [],
) => pickByReading({ claims: marked, related }, claims, matches, 'even')

describe('what is listed beside a sentence that is not marked', () => {
  test('is what reading alone is sure enough of, with the nearest claims on it and how like they read', () => {
    const beside = pick(
      [judged('two-phones', limit), judged('listened', 0.3)],
      [near('a#1', 0.9, 'listened'), near('b#1', 0.86, 'two-phones'), near('c#1', 0.5, 'two-phones')],
    )
    expect(beside).toEqual({
      question: 'two-phones',
      score: limit,
      claims: [
        { id: 'b#1', likeness: 0.86, reasons: [{ rule: 'reads_same', values: [] }] },
        { id: 'c#1', likeness: 0.5, reasons: [{ rule: 'reads_little_alike', values: [] }] },
      ],
    })
  })

  test('or what shared words make sure enough, and they are said', () => {
    const claims = [near('a#1', 0.75, 'listened'), near('b#1', 0.7, 'two-phones')]
    const less = limit - 0.1
    expect(pick([judged('listened', less), judged('two-phones', less - 0.02)], claims)).toBeNull()
    const beside = pick([judged('listened', less), judged('two-phones', less - 0.02)], claims, [
      match('b#1', 0.5, 'two-phones'),
    ])
    expect(beside?.question).toBe('two-phones')
    expect(beside?.score).toBeCloseTo(less - 0.02 + 0.15)
    expect(beside?.claims[0]?.reasons.map(({ rule }) => rule)).toEqual(['reads_alike', 'shared_words'])
  })

  test('words on another question help nothing', () => {
    expect(
      pick(
        [judged('listened', limit - 0.1)],
        [near('a#1', 0.9, 'listened')],
        [match('b#1', 0.9, 'rotation')],
      ),
    ).toBeNull()
  })

  test('what it could be marked for, and nothing where no claim on the question is near', () => {
    const claims = [near('a#1', 0.9, 'listened')]
    expect(pick([judged('two-phones', 0.5)], claims, [], [judged('listened', 0.9)])?.question).toBe(
      'listened',
    )
    expect(pick([judged('two-phones', 0.6)], claims)).toBeNull()
    expect(pick([], claims)).toBeNull()
  })

  test('two questions alike are told apart in the same way always', () => {
    const claims = [near('a#1', 0.9, 'listened', 'two-phones')]
    const both = [judged('two-phones', 0.6), judged('listened', 0.6)]
    expect(pick(both, claims)?.question).toBe('listened')
    expect(pick(both.toReversed(), claims)?.question).toBe('listened')
  })
})
