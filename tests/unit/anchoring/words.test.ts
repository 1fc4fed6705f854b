import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitWords } from '../../../utils/anchoring/words'

const whole = (text: string) => splitWords(text, [{ start: 0, end: text.length }])
const read = (text: string) => whole(text).map(({ word, start, end }) => [word, text.slice(start, end)])

/** The dossier's rule as its README puts it, on a whole text at once. */
const byRule = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘ʼ`]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []

describe('splitWords', () => {
  test('leaves apostrophes out of words and keeps their places', () => {
    expect(read("The president's ‘two’ phones, e-mail 24/7.")).toEqual([
      ['the', 'The'],
      ['presidents', "president's"],
      ['two', 'two'],
      ['phones', 'phones'],
      ['e', 'e'],
      ['mail', 'mail'],
      ['24', '24'],
      ['7', '7'],
    ])
    expect(read('l’Élysée')).toEqual([['lélysée', 'l’Élysée']])
  })

  test('gives places in the text as it is, where folding changes lengths', () => {
    expect(read('eﬃcient ½ Ⅷ')).toEqual([
      ['efficient', 'eﬃcient'],
      ['1', '½'],
      ['2', '½'],
      ['viii', 'Ⅷ'],
    ])
    const decomposed = 'cafe\u0301s'
    expect(whole(`a ${decomposed} b`)).toEqual([
      { word: 'a', start: 0, end: 1, stretch: 0 },
      { word: 'cafés', start: 2, end: 8, stretch: 0 },
      { word: 'b', start: 9, end: 10, stretch: 0 },
    ])
    expect(read('ΟΔΟΣ Σ')).toEqual([
      ['οδος', 'ΟΔΟΣ'],
      ['σ', 'Σ'],
    ])
  })

  test('begins a new stretch only where words were left out', () => {
    const text = 'One two.\n\n* Three. Advert Four'
    const story = [
      { start: 0, end: 8 },
      { start: 12, end: 18 },
      { start: 26, end: 30 },
    ]
    expect(splitWords(text, story).map(({ word, stretch }) => `${word} ${stretch}`)).toEqual([
      'one 0',
      'two 0',
      'three 0',
      'four 1',
    ])
  })

  test('gives the words that the rule gives', () => {
    const parts = fc.constantFrom(
      ..."aZ9é'’‘ʼ`-.–“” \n\u00a0ßﬁÅİΣσς½ñ漢字한글ж…",
      'e\u0301',
      '😀',
      'the',
      'PHONE',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), units => {
        const text = units.join('')
        expect(whole(text).map(({ word }) => word)).toEqual([...byRule(text)])
      }),
      { numRuns: 2000 },
    )
  })

  test('gives places in order, within the text, that hold the word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), text => {
        let last = 0
        for (const { start, end } of whole(text)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(end).toBeGreaterThanOrEqual(last)
          last = end
        }
      }),
    )
  })
})
