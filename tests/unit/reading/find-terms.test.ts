import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileTerms, foldWords } from '../../../utils/reading/find-terms'

const find = (terms: string[], text: string) => [
  ...(compileTerms([{ id: 'group', terms }])(text).get('group') ?? []),
]

describe('terms are found', () => {
  test.each([
    ['as whole words', ['port'], 'A port, not an airport.', ['port']],
    [
      'whatever the case and the accents',
      ['erdoğan', 'élysée'],
      'ERDOGAN at the Elysée',
      ['erdogan', 'elysee'],
    ],
    ['in compatibility forms', ['phone'], 'ｐｈｏｎｅ', ['phone']],
    [
      'as phrases, over hyphens and curly apostrophes',
      ["pm's cell phone"],
      'The PM’s cell-phone',
      ['pm s cell phone'],
    ],
    ['as beginnings', ['hack*'], 'Hackers hacked a shack', ['hackers', 'hacked']],
    ['as phrases with an open end', ['cell phone*'], 'two cell phones', ['cell phones']],
    ['with full stops in them', ['u.s. spy'], 'A U.S. spy', ['u s spy']],
    ['in other scripts', ['τηλέφων*'], 'Το τηλέφωνο', ['τηλεφωνο']],
    ['never across a missing word', ['cell phone'], 'a cell, a phone', []],
    ['never past the end', ['cell phone'], 'a cell', []],
  ])('%s', (_, terms, text, expected) => {
    expect(find(terms, text)).toEqual(expected)
  })

  test('in every group that has them, and in none that has no words', () => {
    const found = compileTerms([
      { id: 'a', terms: ['lamp'] },
      { id: 'b', terms: ['lamp*'] },
      { id: 'c', terms: ['*', '—'] },
    ])('A lamp.')
    expect([...found.keys()].sort()).toEqual(['a', 'b'])
  })

  test('as a plain search of words would find them', () => {
    const word = fc.stringMatching(/^[a-c]{1,3}$/)
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 12 }),
        fc.array(word, { minLength: 1, maxLength: 2 }),
        (text, term) => {
          const isThere = ` ${text.join(' ')} `.includes(` ${term.join(' ')} `)
          expect(find([term.join(' ')], text.join(', ')).length > 0).toBe(isThere)
        },
      ),
    )
  })
})

test('words are folded once: folding again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      const words = foldWords(text)
      expect(foldWords(words.join(' '))).toEqual(words)
    }),
  )
})

test('a page’s words are not taken for what every object knows', () => {
  expect(
    compileTerms([{ id: 'group', terms: ['harbour'] }])('constructor toString harbour __proto__'),
  ).toEqual(new Map([['group', new Set(['harbour'])]]))
})
