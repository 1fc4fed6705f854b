import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gapMs, parseInterval } from '../../../utils/matching/parse-interval'

const day = 24 * 60 * 60 * 1000
const utc = (text: string) => Date.parse(`${text}T00:00:00Z`)

describe('parseInterval', () => {
  test.each([
    ['2018', '2018-01-01', '2019-01-01'],
    ['2018-12', '2018-12-01', '2019-01-01'],
    ['2018-02-28', '2018-02-28', '2018-03-01'],
    ['2020-02-29', '2020-02-29', '2020-03-01'],
    ['2017/2018', '2017-01-01', '2019-01-01'],
    ['2017-03/2018', '2017-03-01', '2019-01-01'],
    ['2017-03-04/2017-03-04', '2017-03-04', '2017-03-05'],
  ])('%s is from %s until %s', (edtf, start, end) => {
    expect(parseInterval(edtf)).toEqual({ startMs: utc(start), endMs: utc(end) })
  })

  test('an open side reaches as far as time does', () => {
    expect(parseInterval('../2013')).toEqual({ startMs: -Infinity, endMs: utc('2013-01-01') })
    expect(parseInterval('../2013-06')).toEqual({ startMs: -Infinity, endMs: utc('2013-06-01') })
    expect(parseInterval('2013/..')).toEqual({ startMs: utc('2013-01-01'), endMs: Infinity })
  })

  test('does not take the first century for the twentieth', () => {
    expect(parseInterval('0044')?.startMs).toBe(Date.parse('0044-01-01T00:00:00Z'))
  })

  test.each([
    ['2025-13-45'],
    ['2025-13'],
    ['2025-00'],
    ['2025-02-29'],
    ['2025-04-31'],
    ['25'],
    [''],
    ['..'],
    ['../..'],
    ['2018/2017'],
    ['2018/2019/2020'],
    ['May 2018'],
    ['2018-05 '],
    ['201X'],
  ])('%j is no date', edtf => {
    expect(parseInterval(edtf)).toBeNull()
  })

  test('no date at all is unknown', () => expect(parseInterval(null)).toBeNull())

  test('a day, its month and its year hold each other', () => {
    const inOurTime = { min: new Date('1000-01-01'), max: new Date('3000-01-01'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(inOurTime), date => {
        const [whole, month, single] = [4, 7, 10].map(length =>
          parseInterval(date.toISOString().slice(0, length)),
        )
        expect(whole && month && single).toBeTruthy()
        if (!whole || !month || !single) return
        expect(single.endMs - single.startMs).toBe(day)
        expect(month.startMs).toBeLessThanOrEqual(single.startMs)
        expect(month.endMs).toBeGreaterThanOrEqual(single.endMs)
        expect(whole.startMs).toBeLessThanOrEqual(month.startMs)
        expect(whole.endMs).toBeGreaterThanOrEqual(month.endMs)
      }),
    )
  })
})

describe('gapMs', () => {
  const gap = (a: string, b: string) => {
    const [first, second] = [parseInterval(a), parseInterval(b)]
    return first && second ? [gapMs(first, second), gapMs(second, first)] : null
  }
  test.each([
    ['2018-05', '2018-05-20', 0],
    ['2018-05', '2018-06', 0],
    ['2018-05-01', '2018-05-03', day],
    ['../2018', '2018', 0],
    ['../2018', '2018-01-31', 30 * day],
    ['2018/..', '2017-12-30', day],
  ])('between %s and %s, either way round', (a, b, expected) => {
    expect(gap(a, b)).toEqual([expected, expected])
  })
})
