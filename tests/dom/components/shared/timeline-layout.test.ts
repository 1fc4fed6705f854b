import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOutTimeline } from '../../../../components/shared/timeline-layout'
import { positions } from '../../../../utils/model/dossier'
import { asClaimId } from '../../../../utils/model/ids'
import type { TimelinePoint } from '../../../../utils/model/reading'
import { makePoint } from '../../../support/make-question'

const dayMs = 86_400_000
const anyPoint: fc.Arbitrary<TimelinePoint> = fc
  .record({
    claim: fc.string().map(asClaimId),
    position: fc.constantFrom(...positions),
    startMs: fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2050, 0) }),
    endMs: fc.integer({ min: 1, max: 4_000 }),
    isPublished: fc.boolean(),
    isHere: fc.boolean(),
    label: fc.string(),
  })
  .map(point => ({ ...point, endMs: point.startMs + point.endMs * dayMs }))

describe('the layout of a timeline', () => {
  test('every point has a place on the axis, in the lane of its position', () => {
    fc.assert(
      fc.property(fc.array(anyPoint, { minLength: 1, maxLength: 40 }), points => {
        const layout = layOutTimeline(points)
        const placed =
          layout?.lanes.flatMap(lane => lane.points.map(one => ({ ...one, lane: lane.position }))) ?? []
        expect(placed).toHaveLength(points.length)
        for (const { point, from, at, to, lane } of placed) {
          expect(lane).toBe(point.position)
          expect(0 <= from && from <= at && at <= to && to <= 1).toBe(true)
        }
      }),
    )
  })

  test('at most seven ticks, in order, within the axis', () => {
    fc.assert(
      fc.property(fc.array(anyPoint, { minLength: 1, maxLength: 20 }), points => {
        const ticks = layOutTimeline(points)?.ticks ?? []
        expect(ticks.length).toBeLessThanOrEqual(7)
        expect(ticks.map(({ at }) => at)).toEqual(ticks.map(({ at }) => at).toSorted((a, b) => a - b))
        expect(ticks.every(({ at }) => at >= 0 && at <= 1)).toBe(true)
      }),
    )
  })

  test('only lanes that have points, in their order', () => {
    const layout = layOutTimeline([makePoint('a', 'unknown', '2018'), makePoint('b', 'yes', '2019')])
    expect(layout?.lanes.map(({ position }) => position)).toEqual(['yes', 'unknown'])
  })

  test('shapes at the same time are stacked, apart ones are not', () => {
    const points = ['a', 'b', 'c'].map(id => makePoint(id, 'yes', '2018-05'))
    const lane = layOutTimeline([...points, makePoint('d', 'yes', '2024-05')])?.lanes[0]
    expect(lane?.points.map(({ row }) => row)).toEqual([0, 1, 2, 0])
    expect(lane?.rows).toBe(3)
  })

  test('a year is a bar, a month over many years is a point', () => {
    const lane = layOutTimeline([makePoint('a', 'no', '2015'), makePoint('b', 'no', '2020-05')])?.lanes[0]
    expect(lane?.points.map(({ isBar }) => isBar)).toEqual([true, false])
  })

  test('"before 2013" goes to the left end and does not stretch the axis', () => {
    const open = makePoint('a', 'no', '2012', { startMs: -8.64e15, endMs: Date.UTC(2013, 0) })
    const layout = layOutTimeline([open, makePoint('b', 'no', '2018')])
    expect(layout?.lanes[0]?.points[0]).toMatchObject({ from: 0, isBar: true })
    expect(layout?.fromMs).toBeGreaterThanOrEqual(Date.UTC(2011, 0))
  })

  test('nothing with a time is no timeline', () => {
    expect(layOutTimeline([])).toBeNull()
    expect(
      layOutTimeline([
        makePoint('a', 'no', '2012', { startMs: Number.NEGATIVE_INFINITY, endMs: Number.POSITIVE_INFINITY }),
      ]),
    ).toBeNull()
  })

  test('one month alone has a labelled axis', () => {
    const layout = layOutTimeline([makePoint('a', 'no', '2018-05')])
    expect(layout?.ticks.map(({ label }) => label)).toEqual(['May 2018', 'Jun 2018'])
  })
})
