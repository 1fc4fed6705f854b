import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hashText, splitFingerprint } from '../../../utils/corpus/hash-text'
import { addLocator, createLocatorFilter, mayHaveLocator } from '../../../utils/corpus/locator-filter'
import { bitsOf, bucketOf, collectPlaces, createSegment, entryLength } from '../../../utils/corpus/segment'
import { mostBits, placesPerSegment } from '../../../utils/corpus/weights'
import { fingerprint } from '../../../utils/model/fingerprint'
import { makeArticle, makeClaim } from '../../support/make-dossier'

describe('hashes of texts', () => {
  test('are two numbers of 32 bits, the same for the same text', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const [high, low] = hashText(text)
        expect(hashText(text)).toEqual([high, low])
        for (const half of [high, low]) expect(half >>> 0).toBe(half)
      }),
    )
  })

  test('differ for half a million ids that differ by little, and fill all buckets alike', () => {
    const seen = new Set<number>()
    const buckets = new Uint32Array(256)
    const count = 500_000
    for (let n = 0; n < count; n += 1) {
      const [high, low] = hashText(`article-${Math.floor(n / 7)}#${n % 7}`)
      seen.add(high * 2 ** 21 + (low >>> 11))
      buckets[bucketOf(high, 8)] = (buckets[bucketOf(high, 8)] ?? 0) + 1
    }
    expect(seen.size).toBe(count)
    expect(Math.min(...buckets)).toBeGreaterThan((count / 256) * 0.85)
    expect(Math.max(...buckets)).toBeLessThan((count / 256) * 1.15)
  })
})

describe('the filter of locators', () => {
  test('has all that were added, and hardly any other', () => {
    const filter = createLocatorFilter(2_000)
    const hashOf = (n: number) => splitFingerprint(fingerprint(`passage ${n}`))
    for (let n = 0; n < 2_000; n += 1) addLocator(filter, ...hashOf(n))
    const met = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => mayHaveLocator(filter, ...hashOf(from + n))).filter(Boolean)
    expect(met(0, 2_000)).toHaveLength(2_000)
    expect(met(10_000, 40_000).length).toBeLessThan(60)
  })

  test('of nothing has nothing', () => {
    expect(mayHaveLocator(createLocatorFilter(0), 1, 2)).toBe(false)
  })
})

describe('a portion of the directory', () => {
  const fill = (claims: number) => {
    const segment = createSegment()
    segment.addArticle(makeArticle('a1'), 0)
    for (let n = 0; n < claims; n += 1) {
      segment.addClaim(makeClaim(`a1#${n}`, 'a1', {}), n, { terms: ['common', `rare${n}`], families: [] })
    }
    return segment
  }
  const placesOf = (
    segment: ReturnType<typeof fill>,
    bits: number,
    term: string,
    atMost: number,
  ): number[] => {
    const [hash] = hashText(term)
    const places: number[] = []
    for (const { kind, bucket, words } of segment.listRows(1, 0, bits)) {
      if (kind === 't' && bucket === bucketOf(hash, bits)) collectPlaces(words, hash, places, atMost)
    }
    return places
  }

  test.each([0, 3, mostBits])('leads from a term to its claims, by %i bits', bits => {
    const segment = fill(200)
    expect(placesOf(segment, bits, 'rare77', 10)).toEqual([77])
    expect(placesOf(segment, bits, 'common', 500)).toEqual(Array.from({ length: 200 }, (_, n) => n))
    expect(placesOf(segment, bits, 'common', 3)).toEqual([0, 1, 2])
    expect(placesOf(segment, bits, 'unheard', 3)).toEqual([])
  })

  test('keeps the first claims only of a term that all have', () => {
    const segment = fill(placesPerSegment + 50)
    expect(placesOf(segment, 5, 'common', 1e9)).toHaveLength(placesPerSegment)
    expect(placesOf(segment, 5, `rare${placesPerSegment + 20}`, 10)).toEqual([placesPerSegment + 20])
  })

  test('has one entry for each article, claim and locator, in its bucket', () => {
    const rows = fill(50).listRows(4, 2, 3)
    for (const [kind, count] of [
      ['a', 1],
      ['c', 50],
      ['l', 50],
    ] as const) {
      const own = rows.filter(row => row.kind === kind)
      expect(own.reduce((sum, { words }) => sum + words.length, 0)).toBe(count * entryLength[kind])
      for (const { bucket, words, edition, segment } of own) {
        expect([edition, segment]).toEqual([4, 2])
        for (let at = 0; at < words.length; at += entryLength[kind]) {
          expect(bucketOf(words[at] ?? 0, bitsOf(kind, 3))).toBe(bucket)
        }
      }
    }
  })
})
