import { describe, expect, it } from 'vitest'
import { startSearch } from '../../utils/matching/nearest-vectors'
import { asClaimId, asDossierId } from '../../utils/model/ids'
import { median, round1, writeBenchFigures } from './bench-figures'

const dimensions = 384
const limit = 12
const rounds = 5

/** Whole numbers as unit vectors have them, always the same ones. */
function makeVectors(count: number): Int8Array {
  let state = 7
  return Int8Array.from({ length: count * dimensions }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 25) - 64
  })
}

/** Median time of a search over these claims, in ms. */
function measure(claims: number, queries: number): number {
  const rows = {
    dossier: asDossierId('d'),
    claims: Array.from({ length: claims }, (_, at) => asClaimId(`c${at}`)),
    answers: Array.from({ length: claims }, (_, at) => `question-${at % 37}=yes`),
    vectors: makeVectors(claims),
  }
  const asked = Array.from({ length: queries }, (_, at) => makeVectors(at + 1).slice(-dimensions))
  const times = Array.from({ length: rounds }, () => {
    const startMs = performance.now()
    const search = startSearch(asked, limit)
    search.add(rows)
    expect(search.finish().map(list => list.length)).toEqual(asked.map(() => limit))
    return performance.now() - startMs
  })
  return median(times)
}

describe('comparing a sentence with every claim on file', () => {
  it('takes time in proportion to the claims, and no memory beside them', () => {
    const figures: Record<string, number> = {}
    for (const [claims, queries] of [
      [660, 1],
      [660, 60],
      [10_000, 60],
      [100_000, 1],
      [100_000, 60],
    ] as const) {
      const what = `${claims} claims, ${queries === 1 ? 'one sentence' : `${queries} sentences`}, ms`
      figures[what] = round1(measure(claims, queries))
    }
    const one = figures['100000 claims, one sentence, ms'] ?? 0
    const sixty = figures['100000 claims, 60 sentences, ms'] ?? 0
    expect(sixty / one).toBeLessThan(90)
    expect(sixty / (figures['10000 claims, 60 sentences, ms'] ?? 1)).toBeLessThan(20)
    writeBenchFigures('nearest-vectors', figures)
  })
})
