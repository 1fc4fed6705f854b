import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitSentences } from '../../../utils/reading/split-sentences'

const split = (text: string, language = 'en') =>
  splitSentences(text, [{ start: 0, end: text.length }], language).map(({ start, end }) =>
    text.slice(start, end),
  )

describe('a sentence goes on', () => {
  test.each([
    ['after a title', 'Mr. Oran spoke to Gov. Delia Marsh and Sen. Ruiz.'],
    ['after initials', 'J. R. Tamsin met Ana K. Lowe in Lissow.'],
    ['after a country’s letters', 'The U.S. envoy and the U.K. minister left.'],
    ['after a month', 'It began on Jan. 6 and ended in spring.'],
    ['after a question in quotation marks', '“Who is calling?” she asked.'],
    ['before a body of the state', 'The U.S. Senate and the U.S. State Department met.'],
    ['in figures', 'Some 2.6 gigabytes were taken.'],
    ['with No. and vs.', 'No. 10 said the case Oran vs. Marsh is closed.'],
  ])('%s', (_, text) => {
    expect(split(text)).toEqual([text])
  })
})

describe('a sentence ends', () => {
  test.each([
    ['after its stop', ['He left.', 'She stayed.']],
    ['after a country’s letters and a new subject', ['He flew to the U.S.', 'The envoy stayed.']],
    ['after the closing quotation mark', ['“We will not answer.”', 'The office closed.']],
    ['after a small letter', ['They spoke of vitamin c.', 'The rest was known.']],
    ['after the pronoun', ['It was you and I.', 'Nobody else came.']],
    ['after a closing guillemet with its space', ['« Nous partons. »', 'Le ministre se tait.']],
    ['after a question', ['Who called?', 'Nobody knows.']],
    ['before a name that begins small', ['Which one?', 'iPhone, said the aide.']],
  ])('%s', (_, sentences) => {
    expect(split(sentences.join(' '))).toEqual(sentences)
  })

  test('at a line end, with or without a stop', () => {
    expect(split('A heading\nThe first line.\n\n Mr.\nOran')).toEqual([
      'A heading',
      'The first line.',
      'Mr.',
      'Oran',
    ])
  })

  test('in other languages', () => {
    expect(split('Das Handy ist weg. Niemand weiß, wo.', 'de')).toHaveLength(2)
    expect(split('¿Quién llama? Nadie.', 'es')).toHaveLength(2)
  })

  test('where the language is no language', () => {
    expect(split('One. Two.', 'en_GB or so')).toEqual(['One.', 'Two.'])
  })
})

test('only what is asked for is split', () => {
  const text = 'Menu. One. Two. Foot.'
  expect(splitSentences(text, [{ start: 6, end: 15 }], 'en')).toEqual([
    { start: 6, end: 10 },
    { start: 11, end: 15 },
  ])
})

test('spans are in order, apart, inside and trimmed, and no word is lost', () => {
  const piece = fc.constantFrom(
    'Mr.',
    'U.S.',
    'He',
    'left',
    '.',
    '?',
    '”',
    '“',
    '\n',
    ' ',
    'a',
    'J.',
    '7',
    '…',
    'é',
    '😀',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(40), fc.nat(40), (pieces, from, length) => {
      const text = pieces.join(' ')
      const start = Math.min(from, text.length)
      const end = Math.min(start + length, text.length)
      const spans = splitSentences(text, [{ start, end }], 'en')
      let last = start
      for (const span of spans) {
        expect(span.start).toBeGreaterThanOrEqual(last)
        expect(span.end).toBeGreaterThan(span.start)
        expect(text.slice(span.start, span.end)).toBe(text.slice(span.start, span.end).trim())
        last = span.end
      }
      expect(last).toBeLessThanOrEqual(end)
      const bare = (part: string) => part.replace(/\s/g, '')
      expect(bare(spans.map(span => text.slice(span.start, span.end)).join(''))).toBe(
        bare(text.slice(start, end)),
      )
    }),
  )
})
