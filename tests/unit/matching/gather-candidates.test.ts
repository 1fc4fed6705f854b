import { expect, test } from 'vitest'
import { gatherCandidates } from '../../../utils/matching/gather-candidates'
import { keysPerCandidate } from '../../../utils/matching/weights'

const index: Record<string, string[]> = {
  rare: ['a'],
  less: ['b', 'c'],
  common: Array.from({ length: 1_000 }, (_, n) => `x${n}`).concat('c'),
}
const asked: [string, number][] = []
const ask = async (term: string, atMost: number) => {
  asked.push([term, atMost])
  return (index[term] ?? []).slice(0, atMost)
}

test('claims that share several terms come first, then those of the terms asked first', async () => {
  const small = { ...index, common: ['x', 'c', 'b'] }
  const find = (terms: string[], limit: number) =>
    gatherCandidates(terms, limit, async term => small[term as keyof typeof small] ?? [])
  expect(await find(['rare', 'less', 'common'], 10)).toEqual(['b', 'c', 'a', 'x'])
  expect(await find(['rare', 'less', 'common'], 2)).toEqual(['b', 'c'])
  expect(await find(['unheard', 'rare'], 2)).toEqual(['a'])
  expect(await find([], 2)).toEqual([])
})

test('no more is asked once rare terms met enough, and of one term never more than that', async () => {
  asked.length = 0
  expect(await gatherCandidates(['common', 'rare'], 4, ask)).toEqual(['x0', 'x1', 'x2', 'x3'])
  expect(asked).toEqual([['common', 4 * keysPerCandidate]])
})
