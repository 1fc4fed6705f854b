import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseInterval } from '../../../utils/matching/parse-interval'
import { isEdtf, isEdtfDate } from '../../../utils/model/edtf'

describe('EDTF', () => {
  test.each(['2018', '2018-05', '2018-05-31', '2024-02-29', '2000-02-29'])('%s is a date', text => {
    expect(isEdtfDate(text)).toBe(true)
    expect(isEdtf(text)).toBe(true)
  })

  test.each(['2017/2018', '2017-02/2018-05-21', '2018/2018-05', '2018-05/2018', '../2013', '2013-05/..'])(
    '%s is a time between two',
    text => {
      expect(isEdtf(text)).toBe(true)
      expect(isEdtfDate(text)).toBe(false)
    },
  )

  test.each([
    '',
    '18',
    '2018-5',
    '2025-13',
    '2025-00',
    '2025-13-45',
    '2025-02-30',
    '1900-02-29',
    '2025-06-00',
    '2025-06-31',
    ' 2018',
    '2018Z',
    '2018-05-21T08:00:00Z',
    '..',
    '../..',
    '/2018',
    '2018/',
    '2018/2017',
    '2018-05/2018-04-30',
    '2016/2017/2018',
    '2018~',
  ])('%j is neither', text => {
    expect(isEdtf(text)).toBe(false)
  })

  test('what a file may say is what matching can read, and nothing else', () => {
    const digits = (...texts: string[]) => fc.constantFrom(...texts)
    const date = fc
      .tuple(
        digits('2018', '2024', '1999', '20'),
        digits('', '-02', '-12', '-13', '-00'),
        digits('', '-01', '-29', '-31'),
      )
      .map(parts => parts.join(''))
    const end = fc.oneof(date, fc.constantFrom('..', ''))
    const time = fc.oneof(
      date,
      fc.tuple(end, end).map(ends => ends.join('/')),
    )
    let taken = 0
    fc.assert(
      fc.property(time, text => {
        if (isEdtf(text)) taken++
        expect(isEdtf(text)).toBe(parseInterval(text) !== null)
      }),
      { numRuns: 1000 },
    )
    expect(taken).toBeGreaterThan(50)
  })

  test('every day of the calendar is a date, and the day after its month is none', () => {
    const days = fc.date({ min: new Date('0100-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(fc.property(days, day => isEdtfDate(day.toISOString().slice(0, 10))))
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const after = new Date(Date.UTC(year, month, 0)).getUTCDate() + 1
        const [y, m] = [String(year).padStart(4, '0'), String(month).padStart(2, '0')]
        expect(isEdtfDate(`${y}-${m}-${after}`)).toBe(false)
        expect(isEdtfDate(`${y}-${m}-${after - 1}`)).toBe(true)
      }),
    )
  })
})
