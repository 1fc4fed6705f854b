import { beforeEach, describe, expect, test } from 'vitest'
import type { ClaimVectorPort, VectorBlock } from '../../../utils/model/claim-vectors'
import { asClaimId, asDossierId } from '../../../utils/model/ids'
import type { ReadingCachePort } from '../../../utils/model/sentence-reading'

const done = { ok: true, value: undefined }

/** What every cache of readings does. */
export function describeReadingCache(
  name: string,
  create: (limit: number) => Promise<ReadingCachePort>,
): void {
  describe(`readings of sentences: ${name}`, () => {
    let cache: ReadingCachePort
    beforeEach(async () => {
      cache = await create(3)
    })
    const entry = (hash: string, ...bytes: number[]) => ({ hash, bytes: Uint8Array.from(bytes) })
    const has = async (version: string, hashes: string[]) =>
      (await cache.load(version, hashes)).map(bytes => bytes && [...bytes])

    test('are given back in the order asked, and null where there is none', async () => {
      expect(await has('v1', ['a'])).toEqual([null])
      expect(await cache.save('v1', [entry('a', 1), entry('b', 0, 255)])).toEqual(done)
      expect(await has('v1', ['b', 'c', 'a', 'b'])).toEqual([[0, 255], null, [1], [0, 255]])
      expect(await has('v1', [])).toEqual([])
      expect(await cache.save('v1', [])).toEqual(done)
    })

    test('are kept once, as they came first', async () => {
      await cache.save('v1', [entry('a', 1), entry('a', 1)])
      await cache.save('v1', [entry('a', 1), entry('b', 2)])
      expect(await has('v1', ['a', 'b'])).toEqual([[1], [2]])
    })

    test('are no more than so many: those that came first go first', async () => {
      await cache.save('v1', [entry('a', 1), entry('b', 2)])
      await cache.save('v1', [entry('c', 3), entry('d', 4)])
      expect(await has('v1', ['a', 'b', 'c', 'd'])).toEqual([null, [2], [3], [4]])
      await cache.save(
        'v1',
        ['e', 'f', 'g', 'h'].map((hash, at) => entry(hash, at)),
      )
      expect(await has('v1', ['d', 'e', 'f', 'g', 'h'])).toEqual([null, null, [1], [2], [3]])
    })

    test.each(['v0', 'v2'])(
      'of another version (%s) are not given, and go when something is kept',
      async other => {
        await cache.save('v1', [entry('a', 1)])
        expect(await has(other, ['a'])).toEqual([null])
        await cache.save(other, [entry('a', 9)])
        expect(await has(other, ['a'])).toEqual([[9]])
        expect(await has('v1', ['a'])).toEqual([null])
      },
    )
  })
}

/** What every store of claims' vectors does. */
export function describeClaimVectors(name: string, create: () => Promise<ClaimVectorPort>): void {
  describe(`vectors of claims: ${name}`, () => {
    let vectors: ClaimVectorPort
    beforeEach(async () => {
      vectors = await create()
    })
    const [first, second] = [asDossierId('first'), asDossierId('second')]
    const block = (...claims: string[]): VectorBlock => ({
      model: 'v1',
      claims: claims.map(asClaimId),
      statements: claims,
      answers: claims.map(claim => `listened=${claim}`),
      vectors: Int8Array.from(claims.flatMap(() => [-127, 3])),
    })

    test('are kept by dossier and block, and replaced', async () => {
      expect(await vectors.countBlocks()).toEqual(new Map())
      expect(await vectors.loadBlock(first, 0)).toBeNull()
      expect(await vectors.saveBlock(first, 0, block('a', 'b'))).toEqual(done)
      await vectors.saveBlock(first, 1, block('c'))
      await vectors.saveBlock(second, 0, block('d'))
      expect(await vectors.countBlocks()).toEqual(
        new Map([
          [first, 2],
          [second, 1],
        ]),
      )
      expect(await vectors.loadBlock(first, 0)).toEqual(block('a', 'b'))
      await vectors.saveBlock(first, 0, block('e'))
      expect(await vectors.loadBlock(first, 0)).toEqual(block('e'))
    })

    test('are cut from a block on, of one dossier alone', async () => {
      for (const index of [0, 1, 2]) await vectors.saveBlock(first, index, block('a'))
      await vectors.saveBlock(second, 1, block('b'))
      expect(await vectors.cutBlocks(first, 1)).toEqual(done)
      expect(await vectors.loadBlock(first, 0)).not.toBeNull()
      expect(await vectors.loadBlock(first, 1)).toBeNull()
      expect(await vectors.loadBlock(second, 1)).not.toBeNull()
      await vectors.cutBlocks(first, 0)
      expect((await vectors.countBlocks()).has(first)).toBe(false)
    })

    test('have a stamp as long as all of them are there', async () => {
      expect(await vectors.listStamps()).toEqual(new Map())
      await vectors.saveBlock(first, 0, block('a'))
      expect(await vectors.saveStamp(first, 'v1 7')).toEqual(done)
      await vectors.saveStamp(first, 'v1 8')
      await vectors.saveStamp(second, 'v1 9')
      expect((await vectors.listStamps()).get(first)).toBe('v1 8')
      await vectors.cutBlocks(first, 1)
      expect(await vectors.listStamps()).toEqual(new Map([[second, 'v1 9']]))
    })
  })
}
