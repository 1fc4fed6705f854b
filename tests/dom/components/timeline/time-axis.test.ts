import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findMostZoom, listTicks, makeTimeScale, zoomScale } from '../../../../components/timeline/time-axis'
import type { TimelinePoint } from '../../../../utils/model/reading'
import { arbitraryOddPoint } from '../../../support/arbitrary-points'
import { makePoint } from '../../../support/make-question'

const emPx = 11
const narrow = { widthPx: 250, stepPx: 14 }
const wide = { widthPx: 1_200, stepPx: 14 }
const at = (startMs: number, endMs = startMs) => makePoint('a', 'yes', '2018', { startMs, endMs })
const scaleOf = (points: TimelinePoint[], room = narrow, readMs: number | null = null) => {
  const scale = makeTimeScale(points, readMs, room)
  if (!scale) throw new Error('no scale')
  return scale
}
const labels = (points: TimelinePoint[], room = narrow) =>
  listTicks(scaleOf(points, room), room, emPx).map(({ label }) => label)

describe('the axis of a timeline', () => {
  test('years over many years, narrow and wide', () => {
    const points = [makePoint('a', 'yes', '2009-03'), makePoint('b', 'no', '2025-06')]
    expect(labels(points)).toEqual(['2010', '2015', '2020', '2025'])
    expect(labels(points, wide)).toHaveLength(17)
  })

  test('one month: its ends, and its days where there is room', () => {
    const month = [makePoint('a', 'yes', '2018-05')]
    expect(labels(month)).toEqual(['May 2018', 'Jun'])
    const [first, ...rest] = labels(month, { widthPx: 500, stepPx: 14 })
    expect(first).toMatch(/^\d+ (Apr|May) 2018$/)
    expect(rest.length).toBeGreaterThan(2)
    for (const label of rest) expect(label).toMatch(/^\d+ \w{3}$/)
  })

  test('months over two years, each new year named', () => {
    expect(labels([makePoint('a', 'yes', '2018-05'), makePoint('b', 'yes', '2019-09')], wide)).toEqual([
      'May 2018',
      'Jun',
      'Jul',
      'Aug',
      'Sept',
      'Oct',
      'Nov',
      'Dec',
      'Jan 2019',
      'Feb',
      'Mar',
      'Apr',
      'May',
      'Jun',
      'Jul',
      'Aug',
      'Sept',
      'Oct',
    ])
  })

  test('one day and one instant stand in the middle of their neighbours', () => {
    for (const point of [at(Date.UTC(2018, 4, 22), Date.UTC(2018, 4, 23)), at(Date.UTC(2018, 4, 22))]) {
      const scale = scaleOf([point, point])
      expect(scale((point.startMs + point.endMs) / 2)).toBeCloseTo(125)
      expect(labels([point]).length).toBeGreaterThan(1)
    }
  })

  test('a leap day has its place, in UTC', () => {
    const points = [
      at(Date.UTC(2016, 1, 28), Date.UTC(2016, 1, 29)),
      at(Date.UTC(2016, 1, 29), Date.UTC(2016, 2, 1)),
    ]
    const scale = zoomScale(scaleOf(points, wide), { k: 4, x: -1_800 })
    const ticks = listTicks(scale, wide, emPx)
    expect(ticks.map(({ label }) => label.replace(' 2016', ''))).toContain('29 Feb')
    const leap = ticks.find(({ label }) => label.startsWith('29 Feb'))
    expect(leap?.atPx).toBeCloseTo(scale(Date.UTC(2016, 1, 29)))
  })

  test('the day of the article being read is on it', () => {
    const scale = scaleOf([makePoint('a', 'yes', '2012-05')], narrow, Date.UTC(2018, 4, 22))
    expect(scale(Date.UTC(2018, 4, 22))).toBeLessThanOrEqual(250 - 14)
  })

  test('far years do not stretch it; where there is nothing else they are drawn', () => {
    const usual = scaleOf([makePoint('a', 'yes', '2018-05'), at(Date.UTC(-5000, 0), Date.UTC(9999, 0))])
    expect(Number(usual.domain()[0])).toBeGreaterThan(Date.UTC(2017, 0))
    expect(labels([at(Date.UTC(-5000, 0), Date.UTC(-4000, 0))]).length).toBeGreaterThan(0)
    expect(labels([at(Date.UTC(9998, 0), Date.UTC(9999, 0))]).length).toBeGreaterThan(0)
  })

  test('labels never touch, stay within, and are in order, whatever the times, the width and the zoom', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryOddPoint, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(narrow, wide, { widthPx: 90, stepPx: 14 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (points, room, closer, along) => {
          const scale = makeTimeScale(points, null, room)
          if (!scale) return
          const k = 1 + closer * (findMostZoom(scale, room) - 1)
          const ticks = listTicks(zoomScale(scale, { k, x: -along * (k - 1) * room.widthPx }), room, emPx)
          expect(ticks.length).toBeGreaterThan(0)
          for (const [index, { labelPx, label, atPx }] of ticks.entries()) {
            const half = label.length * 0.5 * emPx * 0.5
            expect(Number.isFinite(atPx)).toBe(true)
            expect(labelPx - half).toBeGreaterThanOrEqual(-1e-6)
            if (label.length * 0.57 * emPx < room.widthPx)
              expect(labelPx + half).toBeLessThanOrEqual(room.widthPx)
            const before = ticks[index - 1]
            if (before)
              expect(labelPx - half).toBeGreaterThan(before.labelPx + before.label.length * 0.25 * emPx)
          }
        },
      ),
    )
  })
})
