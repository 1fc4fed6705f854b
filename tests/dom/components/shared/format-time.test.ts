import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatClaimTime, formatEdtf, formatYears } from '../../../../components/shared/format-time'
import { english } from '../../../support/english'
import { makeClaimOnFile } from '../../../support/make-question'

const say = (edtf: string) => formatEdtf(english, edtf)

describe('a date in words', () => {
  test.each([
    ['2018-05-22', '22 May 2018'],
    ['2018-05', 'May 2018'],
    ['2018', '2018'],
    ['2017/2018', '2017–2018'],
    ['2013-06/2013-08', 'Jun – Aug 2013'],
    ['2019-11/2020-02', 'Nov 2019 – Feb 2020'],
    ['2016-12/2017', 'Dec 2016 – 2017'],
    ['../2013', 'before 2013'],
    ['../2013-10', 'before Oct 2013'],
    ['2013/..', 'since 2013'],
    ['2018/2018', '2018'],
  ])('%s is %s', (edtf, words) => {
    expect(say(edtf)).toBe(words)
  })

  test.each(['2025-13', '2018-02-30', 'spring', '', '../..', '2018/x'])(
    'what is no date stays as it is: "%s"',
    edtf => {
      expect(say(edtf)).toBe(edtf)
    },
  )

  test('any day reads back as the same day', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        date => {
          const day = date.toISOString().slice(0, 10)
          expect(new Date(`${say(day)} UTC`).toISOString().slice(0, 10)).toBe(day)
        },
      ),
    )
  })

  test('an unknown time is said to be unknown, with the date of publication', () => {
    const claim = makeClaimOnFile({ id: 'a#1', about: null, published: '2018-06-11' })
    expect(formatClaimTime(english, claim)).toBe('time unknown, published 11 Jun 2018')
  })

  test('years', () => {
    expect(formatYears('2009-02', '2025-06-03')).toBe('2009–2025')
    expect(formatYears('2018', '2018-12')).toBe('2018')
    expect(formatYears('2017/2018', '2019/2020')).toBe('2017–2020')
  })
})
