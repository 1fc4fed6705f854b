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
  // Counted from the day of publication.
  ['2029', 'She had two phones about two years ago.'],
  ['2030', 'A year ago she had one.'],
  ['2030-11', 'She lost it five months ago.'],
  ['2031-03', 'She lost it last month.'],
  ['2030-03-01/2030-05-31', 'Last spring she lost it.'],
  ['2030-06-01/2030-08-31', 'She lost it last summer.'],
  ['2030-12-01/2031-02-28', 'She lost it last winter.'],
  // It says itself that it was before, and nobody says when.
  [null, 'At the time she had two phones.'],
  [null, 'Several years ago she had two phones.'],
  [null, 'She had previously carried two phones.'],
  [null, 'She used to carry two phones.'],
  [null, 'The then-president carried two phones.'],
  [null, 'Before she took office she had two phones.'],
  // A day without its date is one of these days.
  ['2031-04-20', 'On Monday she had two phones, at the time.'],
  ['2031-04-20', ''],
] as [string | null, string][])('%s: %s', (about, sentence) => {
  expect(findAbout(sentence, '2031-04-20')).toBe(about)
})

test('unknown where neither is known', () => {
  expect(findAbout('She has two phones.', null)).toBeNull()
  expect(findAbout('She had two in 2018.', null)).toBe('2018')
})

test.each<[about: string | null, sentence: string, before: string[]]>([
  ['2013', 'She had two phones.', ['It was in 2013 that the mill burned.']],
  ['2013', 'At the time she had two phones.', ['In 2013 the mill was closed.']],
  ['2013', 'She had two phones.', ['In 2013 the mill was closed.', 'Nobody was there.']],
  ['2018-05', 'The phone had been tapped.', ['In 2013 it was closed.', 'In May 2018 it was opened.']],
  ['2029', 'It was never looked at.', ['Two years ago she was given a phone.']],
  // It has a time of its own, be it one without its year.
  ['2018', 'She had two phones in 2018.', ['In 2013 the mill was closed.']],
  ['2031-04-20', 'On Monday she had two phones.', ['In 2013 the mill was closed.']],
  // It speaks of now, or leads back to it.
  ['2031-04-20', 'She has two phones.', ['In 2013 the mill was closed.']],
  ['2031-04-20', 'She still had two phones.', ['In 2013 the mill was closed.']],
  ['2031-04-20', 'She uses an encrypted phone.', ['In 2013 the mill was closed.']],
  ['2031-04-20', 'She had two phones.', ['In 2013 the mill was closed.', 'It is open now.']],
  // Which of them, or up to when, nobody knows.
  ['2031-04-20', 'She had two phones.', ['From June 2013, and in 2018, it was closed.']],
  ['2031-04-20', 'She had two phones.', ['It was closed since 2013.']],
  ['2031-04-20', 'She had two phones.', ['In 2040 the mill could be closed.']],
  [null, 'At the time she had two phones.', ['It was closed since 2013.']],
])('%s: %s after %j', (about, sentence, before) => {
  expect(findAbout(sentence, '2031-04-20', before)).toBe(about)
})

test('a day, a month or a year of publication is counted from as far as it is known', () => {
  expect(findAbout('Last spring she lost it.', '2031')).toBe('2031')
  expect(findAbout('She lost it two years ago.', '2031')).toBe('2029')
  expect(findAbout('She lost it two years ago.', null)).toBeNull()
  expect(findAbout('Last winter she lost it.', '2031-01')).toBe('2029-12-01/2030-02-28')
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
    'month',
    'spring',
    'winter',
    'ago',
    'two',
    'was',
    'and',
    '9999',
    '-',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), words => {
      const about = findAbout(words.join(' '), '2031-04-20', [words.toReversed().join(' ')])
      expect(about).not.toBeNull()
      expect([about, parseInterval(about)]).not.toContain(null)
    }),
    { numRuns: 1_000 },
  )
})
