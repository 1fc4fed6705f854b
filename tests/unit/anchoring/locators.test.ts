import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { findLocators, fingerprintWindows, placeLocator } from '../../../utils/anchoring/locators'
import { splitWords } from '../../../utils/anchoring/words'
import type { Dossier } from '../../../utils/model/dossier'
import { fingerprint } from '../../../utils/model/fingerprint'
import { measureGrowth } from '../../support/measure-growth'
import { hasShared, shared } from '../../support/shared'

const locate = (passage: string) => ({ words: passage.split(' ').length, hash: fingerprint(passage) })
const wordsOf = (text: string) => splitWords(text, [{ start: 0, end: text.length }])

describe('findLocators', () => {
  const text = 'The minister’s phone was new. “The phone was old,” said Ada. The phone was old.'

  test('places a passage that stands once, from its first letter to its last', () => {
    const [place] = findLocators(wordsOf(text), [locate('ministers phone was new')])
    expect(place).toEqual({ start: 4, end: 28 })
    expect(text.slice(4, 28)).toBe('minister’s phone was new')
  })

  test('does not place a passage that stands twice, or never', () => {
    const locators = [locate('the phone was old'), locate('the phone was red'), locate('said ada')]
    const [twice, never, once] = findLocators(wordsOf(text), locators)
    expect(twice).toBe('ambiguous')
    expect(never).toBe('absent')
    expect(once).toEqual({ start: text.indexOf('said'), end: text.indexOf(' The phone was old.') - 1 })
  })

  test('does not run across words that were left out of the story', () => {
    const page = 'She kept the old Buy two sofas! phone for years'
    const story = [
      { start: 0, end: 16 },
      { start: 32, end: page.length },
    ]
    const [across, within] = findLocators(splitWords(page, story), [
      locate('the old phone'),
      locate('phone for years'),
    ])
    expect(across).toBe('absent')
    expect(within).toEqual({ start: 32, end: page.length })
  })

  test('places nothing by a fingerprint of another number of words', () => {
    const { hash } = locate('said ada')
    expect(findLocators(wordsOf(text), [{ words: 3, hash }])).toEqual(['absent'])
    const windows = fingerprintWindows(wordsOf(text), [2, 3])
    expect(placeLocator(windows, { words: 3, hash })).toBe('absent')
    expect(placeLocator(windows, { words: 2, hash })).not.toBe('absent')
  })

  test('takes time that grows with the words: 2,000 of them with ten lengths', async () => {
    const lengths = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
    const work = (count: number) => {
      const text = Array.from({ length: count }, (_, index) => `word${(index * 7919) % 1013}`).join(' ')
      expect(fingerprintWindows(wordsOf(text), lengths).size).toBeGreaterThan(2 * count)
    }
    // Four times the words; the square would be 16.
    expect(await measureGrowth(work, 500, 2_000)).toBeLessThan(12)
  })
})

if (!hasShared)
  process.stderr.write('locators on real articles: skipped, no public data beside the checkout\n')

describe.skipIf(!hasShared)('the locators of the first two articles', () => {
  const load = () =>
    JSON.parse(readFileSync(shared('corpus/presidential-phone-security.json'), 'utf8')) as Dossier
  const pages = [
    { article: 'abc-2018-05-22-phones-secure', file: 'pages/abc-2018.html', claims: 13 },
    { article: 'rt-2025-06-03-personal-phone', file: 'pages/rt-2025.html', claims: 19 },
    { article: 'abc-2018-05-22-phones-secure', file: 'seeds/000_a69207711515d2ef.txt', claims: 13 },
    { article: 'rt-2025-06-03-personal-phone', file: 'seeds/003_f1e4a19b55d8ce4f.txt', claims: 19 },
  ]

  test.each(pages)('$claims in $file are each found exactly once', ({ article, file, claims }) => {
    const text = readFileSync(shared(file), 'utf8')
      .replace(/<(script|style|head)\b.*?<\/\1>/gs, ' ')
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&#x27;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
    const locators = load()
      .claims.filter(claim => claim.article === article)
      .map(({ locator }) => locator)
    expect(locators).toHaveLength(claims)
    const places = findLocators(wordsOf(text), locators)
    expect(places.filter(place => typeof place === 'object')).toHaveLength(claims)
  })
})
