import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asQuestionId } from '../../../utils/model/ids'
import type { SentenceReading } from '../../../utils/model/sentence-reading'
import { packReading, unpackReading } from '../../../utils/services/pack-reading'

const questions = ['a', 'b', 'c'].map(asQuestionId)
const dimensions = 32

const pieces = fc
  .array(
    fc.record({
      gap: fc.oneof(fc.nat(3), fc.nat(3_000_000)),
      length: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.nat(100_000)),
      tags: fc.array(fc.double({ min: -12, max: 12, noNaN: true }), { minLength: 9, maxLength: 9 }),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map(list => {
    let end = 0
    return list.map(({ gap, length, tags }) => {
      const start = end + gap
      end = start + length
      return { span: { start, end }, tags: Float32Array.from(tags) }
    })
  })
const shares = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 }).map(four => {
  const sum = four.reduce((total, each) => total + each, 0) || 1
  const [yes = 0, no = 0, partly = 0, unknown = 0] = four.map(each => each / sum)
  return { yes, no, partly, unknown }
})
const reading: fc.Arbitrary<SentenceReading> = fc.record({
  vector: fc
    .array(fc.integer({ min: -9, max: 9 }), { minLength: dimensions, maxLength: dimensions })
    .map(numbers => {
      const length = Math.hypot(...numbers) || 1
      return Float32Array.from(numbers, value => value / length / 2)
    }),
  questions: fc
    .tuple(
      ...questions.map(() =>
        fc.record({ score: fc.double({ min: 0, max: 1, noNaN: true }), positions: shares }),
      ),
    )
    .map(scores =>
      scores
        .map((each, at) => ({ question: questions[at] ?? asQuestionId(''), ...each }))
        .toSorted((a, b) => b.score - a.score),
    ),
  pieces,
  isCut: fc.boolean(),
})

test('a reading comes back with its places as they were and its numbers rounded to a byte', () => {
  fc.assert(
    fc.property(reading, given => {
      const again = unpackReading(packReading(given, questions), questions, dimensions)
      if (!again) return expect.fail('nothing came back')
      expect(again.isCut).toBe(given.isCut)
      expect(again.pieces.map(({ span }) => span)).toEqual(given.pieces.map(({ span }) => span))
      for (const [at, { tags }] of again.pieces.entries()) {
        for (const [place, value] of tags.entries())
          expect(value).toBeCloseTo(given.pieces[at]?.tags[place] ?? Number.NaN, 0.9)
      }
      for (const { question, score, positions } of again.questions) {
        const before = given.questions.find(each => each.question === question)
        expect(Math.abs(score - (before?.score ?? Number.NaN))).toBeLessThan(0.003)
        const sum = Object.values(before?.positions ?? {}).reduce((total, each) => total + each, 0)
        if (sum > 0)
          expect(Math.abs(positions.yes - (before?.positions.yes ?? Number.NaN))).toBeLessThan(0.01)
      }
      expect(again.questions.map(({ score }) => score)).toEqual(
        again.questions.map(({ score }) => score).toSorted((a, b) => b - a),
      )
    }),
  )
})

test('what was packed twice is what was packed once: a kept reading is no other than a fresh one', () => {
  fc.assert(
    fc.property(reading, given => {
      const once = unpackReading(packReading(given, questions), questions, dimensions)
      if (!once) return expect.fail('nothing came back')
      const twice = unpackReading(packReading(once, questions), questions, dimensions)
      expect(twice?.pieces).toEqual(once.pieces)
      expect(twice?.isCut).toBe(once.isCut)
    }),
  )
})

test('a sentence without a word says nothing still', () => {
  const nothing = { vector: new Float32Array(dimensions), questions: [], pieces: [], isCut: false }
  expect(unpackReading(packReading(nothing, questions), questions, dimensions)).toEqual(nothing)
})

test('bytes that were cut are no reading', () => {
  const whole = { vector: new Float32Array(dimensions), questions: [], isCut: false, pieces: [] }
  const bytes = packReading(
    { ...whole, pieces: [{ span: { start: 0, end: 3 }, tags: new Float32Array(9) }] },
    questions,
  )
  expect(unpackReading(bytes, questions, dimensions)).not.toBeNull()
  for (const length of [0, 1, dimensions, bytes.length - 1])
    expect(unpackReading(bytes.slice(0, length), questions, dimensions)).toBeNull()
})
