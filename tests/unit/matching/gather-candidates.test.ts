import { expect, test } from 'vitest'
import { gatherCandidates } from '../../../utils/matching/gather-candidates'
import { keysPerSentence, keysPerTerm } from '../../../utils/matching/weights'

const index: Record<string, string[]> = {
  rare: ['a'],
  less: ['b', 'c'],
  common: Array.from({ length: 10_000 }, (_, n) => `x${n}`).concat('c'),
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
  expect(await find(['less', 'unheard', 'common'], 9)).toEqual(['b', 'c', 'x'])
  expect(await find(['unheard', 'rare'], 2)).toEqual(['a'])
  expect(await find([], 2)).toEqual([])
})

test('a rare term counts as several common ones', async () => {
  const many = (from: number) => Array.from({ length: 500 }, (_, n) => `x${from + n}`)
  const found = await gatherCandidates(['rare', 'one', 'two'], 3, async term =>
    term === 'rare' ? ['a'] : many(term === 'one' ? 0 : 499),
  )
  expect(found.slice(0, 2)).toEqual(['a', 'x499'])
})

test('no more is asked once enough were met, and of one term never more than a part', async () => {
  asked.length = 0
  const terms = Array.from({ length: 9 }, (_, n) => `common${n}`)
  await gatherCandidates(terms, 4, (term, atMost) => ask(term.slice(0, 6), atMost))
  expect(asked).toEqual(Array(keysPerSentence / keysPerTerm).fill(['common', keysPerTerm]))
})
