import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packVector, unpackVector } from '../../../utils/matching/int8-vector'
import { startSearch } from '../../../utils/matching/nearest-vectors'
import { int8Scale } from '../../../utils/matching/weights'
import { asClaimId, asDossierId } from '../../../utils/model/ids'

const dossier = asDossierId('d')
const vector = (length: number) =>
  fc
    .array(fc.integer({ min: -127, max: 127 }), { minLength: length, maxLength: length })
    .map(numbers => Int8Array.from(numbers))
const rowsOf = (vectors: readonly Int8Array[], from = 0) => ({
  dossier,
  claims: vectors.map((_, at) => asClaimId(`c${from + at}`)),
  answers: vectors.map((_, at) => `two-phones=no listened=${at % 2 ? 'yes' : 'partly'}`),
  vectors: Int8Array.from(vectors.flatMap(each => [...each])),
})

const no = (question: string) => ({ question, position: 'no' })

/** What the search must give, the plain way: every likeness, sorted; a stable sort keeps those first that came first. */
const bruteForce = (query: Int8Array, vectors: readonly Int8Array[], limit: number) =>
  vectors
    .map((each, at) => ({
      dossier,
      claim: `c${at}`,
      likeness: each.reduce((sum, value, place) => sum + value * (query[place] ?? 0), 0) / int8Scale ** 2,
    }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, limit)

describe('the nearest of many', () => {
  test('are those that comparing all and sorting gives, in whatever blocks they are shown', () => {
    const cases = fc.integer({ min: 1, max: 9 }).chain(length =>
      fc.record({
        queries: fc.array(vector(length), { minLength: 1, maxLength: 3 }),
        vectors: fc.array(vector(length), { maxLength: 40 }),
        limit: fc.integer({ min: 1, max: 8 }),
        blockSize: fc.integer({ min: 1, max: 13 }),
      }),
    )
    fc.assert(
      fc.property(cases, ({ queries, vectors, limit, blockSize }) => {
        const search = startSearch(queries, limit)
        for (let from = 0; from < vectors.length; from += blockSize)
          search.add(rowsOf(vectors.slice(from, from + blockSize), from))
        const found = search.finish().map(list => list.map(near => ({ ...near, claim: near.claim.id })))
        expect(found).toEqual(queries.map(query => bruteForce(query, vectors, limit)))
      }),
    )
  })

  test('of nothing are none, and of no question too', () => {
    expect(startSearch([Int8Array.of(1)], 3).finish()).toEqual([[]])
    const search = startSearch([], 3)
    search.add(rowsOf([Int8Array.of(1)]))
    expect(search.finish()).toEqual([])
  })

  test('of equal ones the first shown comes first, and one too many is left out', () => {
    const search = startSearch([Int8Array.of(2, 0)], 2)
    search.add(rowsOf([Int8Array.of(1, 0), Int8Array.of(1, 5), Int8Array.of(1, 9)]))
    expect(search.finish()[0]?.map(({ claim }) => claim)).toEqual([
      { id: 'c0', bearsOn: [no('two-phones'), { question: 'listened', position: 'partly' }] },
      { id: 'c1', bearsOn: [no('two-phones'), { question: 'listened', position: 'yes' }] },
    ])
  })

  test('rows of another length are a mistake', () => {
    expect(() => startSearch([Int8Array.of(1, 2)], 3).add(rowsOf([Int8Array.of(1)]))).toThrow(/length/)
  })
})

describe('a vector in bytes', () => {
  const unit = fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 64, maxLength: 384 })
    .map(numbers => {
      const length = Math.hypot(...numbers)
      return Float32Array.from(numbers, value => (length > 0 ? value / length : 0))
    })
    .filter(numbers => numbers.every(value => Math.abs(value) < 127 / int8Scale))

  test('comes back as it was, but for the rounding, and packed anew is the same', () => {
    fc.assert(
      fc.property(unit, numbers => {
        const packed = packVector(numbers)
        const again = unpackVector(packed)
        for (const [at, value] of again.entries())
          expect(Math.abs(value - (numbers[at] ?? Number.NaN))).toBeLessThanOrEqual(0.5 / int8Scale + 1e-6)
        expect(packVector(again)).toEqual(packed)
      }),
    )
  })

  test('what is too large is cut, and nothing stays nothing', () => {
    expect([...packVector(Float32Array.of(1, -1, 0))]).toEqual([127, -127, 0])
    expect([...unpackVector(new Int8Array(3))]).toEqual([0, 0, 0])
  })
})
