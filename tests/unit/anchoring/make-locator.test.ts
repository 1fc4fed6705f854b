import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findLocators } from '../../../utils/anchoring/locators'
import { makeLocator } from '../../../utils/anchoring/make-locator'
import { fewestLocatorWords, mostLocatorWords } from '../../../utils/anchoring/weights'
import { splitWords } from '../../../utils/anchoring/words'

const wordsOf = (text: string) => splitWords(text, [{ start: 0, end: text.length }])
const spanOf = (text: string, passage: string, from = 0) => {
  const start = text.indexOf(passage, from)
  expect(start).toBeGreaterThanOrEqual(0)
  return { start, end: start + passage.length }
}

test('a passage is found by its first words', () => {
  const text = 'Rain fell. “The president’s two phones are swapped every month,” she said.'
  const passage = '“The president’s two phones are swapped every month,” she said.'
  const locator = makeLocator(wordsOf(text), spanOf(text, passage))
  expect(locator?.words).toBe(fewestLocatorWords)
  const [place] = locator ? findLocators(wordsOf(text), [locator]) : []
  expect(place).toEqual(spanOf(text, 'The president’s two phones are swapped'))
})

test('as many words are taken as it needs to be told from others', () => {
  const text = 'One two three four five six seven eight. One two three four five six seven nine.'
  const locator = makeLocator(wordsOf(text), spanOf(text, 'One two three four five six seven nine'))
  expect(locator?.words).toBe(8)
})

test('a passage that stands there twice, or has no words, has none', () => {
  const text = 'She would not say. “…” She would not say.'
  expect(makeLocator(wordsOf(text), spanOf(text, 'She would not say.'))).toBeNull()
  expect(makeLocator(wordsOf(text), spanOf(text, '“…”'))).toBeNull()
  expect(makeLocator([], { start: 0, end: 5 })).toBeNull()
  const long = Array.from({ length: mostLocatorWords + 1 }, () => 'same').join(' ')
  expect(
    makeLocator(wordsOf(`${long} a. ${long} b.`), spanOf(`${long} a. ${long} b.`, `${long} a`)),
  ).toBeNull()
})

test('nor has one with something left out in its midst', () => {
  const text = 'The palace ADVERTISEMENT rejects every doubt'
  const words = splitWords(text, [
    { start: 0, end: 10 },
    { start: text.indexOf('rejects'), end: text.length },
  ])
  expect(makeLocator(words, { start: 0, end: text.length })).toBeNull()
})

test('whatever it makes is found exactly once, where the passage begins', () => {
  const word = fc.constantFrom('a', 'b', 'it’s', 'Émile', '7')
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 40 }),
      fc.nat(39),
      fc.nat(20),
      (list, from, size) => {
        const text = list.join(' ')
        const words = wordsOf(text)
        const first = words[Math.min(from, words.length - 1)]
        const last = words[Math.min(from + size, words.length - 1)]
        if (!first || !last) throw new Error('no words')
        const locator = makeLocator(words, { start: first.start, end: last.end })
        if (!locator) return
        expect(findLocators(words, [locator])).toMatchObject([{ start: first.start }])
      },
    ),
  )
})
