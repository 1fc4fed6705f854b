import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findAbout } from '../../../utils/matching/find-about'
import { parseInterval } from '../../../utils/matching/parse-interval'

test.each([
  ['2018-05', 'In May 2018 she had two phones.'],
  ['2018', 'She had two phones in 2018.'],
  ['2018-05-21', 'On 21 May 2018 she had two.'],
  ['2013-01-01/..', 'She has had it since 2013.'],
  ['../2013-01-01', 'Before 2013 she had none.'],
  ['2010-01-01/2013-12-31', 'From 2010 to 2013 she had one.'],
  ['2031-04-19', 'Yesterday she lost it.'],
  ['2030', 'She lost it last year.'],
  // No year, several times, or none: when it was published.
  ['2031-04-20', 'She lost it in May.'],
  ['2031-04-20', 'In 2013 she had one, in 2018 two.'],
  ['2031-04-20', 'She has two phones.'],
  ['2031-04-20', ''],
])('%s: %s', (about, sentence) => {
  expect(findAbout(sentence, '2031-04-20')).toBe(about)
})

test('unknown where neither is known', () => {
  expect(findAbout('She has two phones.', null)).toBeNull()
  expect(findAbout('She had two in 2018.', null)).toBe('2018')
})

test('whatever is said, it is a time that can be compared', () => {
  const word = fc.constantFrom(
    'since',
    'before',
    'until',
    'late',
    'mid',
    'May',
    'June',
    '2018',
    '2013',
    '21',
    'to',
    'from',
    'last',
    'year',
    'and',
    '9999',
    '-',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), words => {
      const about = findAbout(words.join(' '), '2031-04-20')
      expect(about).not.toBeNull()
      expect([about, parseInterval(about)]).not.toContain(null)
    }),
    { numRuns: 1_000 },
  )
})
