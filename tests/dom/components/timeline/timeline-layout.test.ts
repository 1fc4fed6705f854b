import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeTimeScale, zoomScale } from '../../../../components/timeline/time-axis'
import { type Lane, layOutTimeline, type Shape } from '../../../../components/timeline/timeline-layout'
import type { TimelinePoint } from '../../../../utils/model/reading'
import { arbitraryOddPoint, arbitraryPoint } from '../../../support/arbitrary-points'
import { makePoint } from '../../../support/make-question'

const room = { widthPx: 250, stepPx: 14 }
const layOut = (points: TimelinePoint[], most = 5, view = { k: 1, x: 0 }) => {
  const scale = makeTimeScale(points, null, room)
  return scale && layOutTimeline(points, zoomScale(scale, view), room, () => most)
}
const laneOf = (points: TimelinePoint[], most?: number): Lane => {
  const lane = layOut(points, most)?.lanes[0]
  if (!lane) throw new Error('no lane')
  return lane
}
const arbitraryView = fc.constantFrom({ k: 1, x: 0 }, { k: 3, x: -200 }, { k: 60, x: -9_000 })
const arbitraryMost = fc.integer({ min: 2, max: 8 })

/** What a shape covers of its row. */
const coverOf = ({ atPx, bar }: Shape) => ({
  from: Math.min(atPx - room.stepPx / 2, bar?.fromPx ?? Number.POSITIVE_INFINITY),
  to: Math.max(atPx + room.stepPx / 2, bar?.toPx ?? Number.NEGATIVE_INFINITY),
})
/** Half of the space that is kept between two shapes. */
const tolerancePx = 1

describe('the layout of a timeline', () => {
  test('every point is in exactly one shape, in the lane of its position', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryOddPoint, { minLength: 1, maxLength: 60 }),
        arbitraryMost,
        arbitraryView,
        (points, most, view) => {
          const layout = layOut(points, most, view)
          if (!layout) {
            expect(makeTimeScale(points, null, room)).toBeNull()
            return
          }
          const placed = layout.lanes.flatMap(({ shapes }) => shapes.flatMap(shape => shape.points))
          expect(placed).toHaveLength(points.length)
          expect(new Set(placed)).toEqual(new Set(points))
          for (const { position, isApart, shapes } of layout.lanes) {
            for (const shape of shapes) {
              expect(shape.points.length).toBeGreaterThan(0)
              expect(shape.points.every(one => one.position === position && one.isApart === isApart)).toBe(
                true,
              )
              expect(Number.isFinite(shape.atPx)).toBe(true)
            }
          }
          const keys = layout.lanes.flatMap(({ shapes }) => shapes.map(({ key }) => key))
          expect(new Set(keys).size).toBe(keys.length)
        },
      ),
    )
  })

  test('no shape covers another of its lane, and none stands higher than its lane', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryOddPoint, { minLength: 1, maxLength: 60 }),
        arbitraryMost,
        arbitraryView,
        (points, most, view) => {
          for (const { shapes, rows } of layOut(points, most, view)?.lanes ?? []) {
            expect(rows).toBeLessThanOrEqual(most)
            for (const [index, shape] of shapes.entries()) {
              expect(shape.row).toBeLessThan(rows)
              for (const other of shapes.slice(index + 1)) {
                if (other.row !== shape.row) continue
                const [a, b] = [coverOf(shape), coverOf(other)]
                expect(Math.min(a.to, b.to) - Math.max(a.from, b.from)).toBeLessThanOrEqual(tolerancePx)
              }
            }
          }
        },
      ),
    )
  })

  test('points keep the order of their times, and stand within half a step of them', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryPoint, { minLength: 1, maxLength: 60 }),
        arbitraryMost,
        (points, most) => {
          const scale = makeTimeScale(points, null, room)
          if (!scale) throw new Error('no scale')
          const within = (ms: number) =>
            scale(Math.min(Number(scale.domain()[1]), Math.max(Number(scale.domain()[0]), ms)))
          const truePx = ({ startMs, endMs }: TimelinePoint) =>
            (within(startMs) + within(Math.max(startMs, endMs))) / 2
          for (const { shapes } of layOut(points, most)?.lanes ?? []) {
            const placed = shapes
              .filter(({ bar }) => bar === null)
              .flatMap(({ atPx, points: those }) => those.map(point => ({ atPx, truePx: truePx(point) })))
              .toSorted((a, b) => a.truePx - b.truePx)
            for (const [index, one] of placed.entries()) {
              expect(Math.abs(one.atPx - one.truePx)).toBeLessThanOrEqual(room.stepPx / 2 + 1e-6)
              const before = placed[index - 1]
              if (before && before.truePx < one.truePx) expect(before.atPx).toBeLessThanOrEqual(one.atPx)
            }
          }
        },
      ),
    )
  })

  test('it does not depend on the order of the points, but for their keys', () => {
    fc.assert(
      fc.property(fc.uniqueArray(arbitraryPoint, { maxLength: 30, selector: one => one.startMs }), points => {
        const told = (all: TimelinePoint[]) =>
          layOut(all)?.lanes.map(({ shapes }) =>
            shapes.map(({ atPx, row, points: those }) => [atPx, row, those.map(({ startMs }) => startMs)]),
          )
        expect(told(points.toReversed())).toEqual(told(points))
      }),
    )
  })

  test('only lanes that have points, in their order, those about others under their own', () => {
    const layout = layOut([
      makePoint('a', 'unknown', '2018-05'),
      makePoint('b', 'yes', '2019-05', { isApart: true }),
      makePoint('c', 'yes', '2019-05'),
    ])
    expect(layout?.lanes.map(({ position, isApart }) => `${position} ${isApart}`)).toEqual([
      'yes false',
      'yes true',
      'unknown false',
    ])
  })

  test('points at one time stand above each other in one column, the article’s own on the ground', () => {
    const points = ['a', 'b', 'c'].map(id => makePoint(id, 'yes', '2018-05'))
    const { shapes, rows } = laneOf([
      ...points,
      makePoint('here', 'yes', '2018-06', { isHere: true }),
      makePoint('far', 'yes', '2025-05'),
    ])
    const column = shapes.filter(({ points: [one] }) => one?.claim !== 'far')
    expect(column.map(({ row, points: [one] }) => [row, one?.claim])).toEqual([
      [0, 'here'],
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ])
    expect(new Set(column.map(({ atPx }) => atPx)).size).toBe(1)
    expect(rows).toBe(4)
  })

  test('what has no room in its column is gathered on top, and says that it is crowded', () => {
    const points = Array.from({ length: 9 }, (_, index) => makePoint(`p${index}`, 'no', '2018-05'))
    const layout = layOut([...points, makePoint('far', 'no', '2025-05')], 4)
    const sizes = layout?.lanes[0]?.shapes.map(({ row, points: { length } }) => `${row}: ${length}`)
    expect(sizes).toEqual(['0: 1', '1: 1', '2: 1', '3: 6', '0: 1'])
    expect(layout?.isCrowded).toBe(true)
    expect(layOut(points.slice(0, 3))?.isCrowded).toBe(false)
  })

  test('a year is a bar with its shape in its middle, a month over many years is a point', () => {
    const { shapes } = laneOf([makePoint('a', 'no', '2015'), makePoint('b', 'no', '2020-05')])
    const [bar, point] = shapes
    expect(bar?.bar).toMatchObject({ opens: null })
    expect(bar?.atPx).toBeCloseTo(((bar?.bar?.fromPx ?? 0) + (bar?.bar?.toPx ?? 0)) / 2)
    expect(point?.bar).toBeNull()
  })

  test('points stand upon the bars they are above', () => {
    const { shapes } = laneOf([
      makePoint('long', 'yes', '2016', { endMs: Date.UTC(2021, 0) }),
      makePoint('above', 'yes', '2018-05'),
      makePoint('beside', 'yes', '2025-05'),
    ])
    expect(shapes.map(({ points: [one], row }) => [one?.claim, row])).toEqual([
      ['long', 0],
      ['above', 1],
      ['beside', 0],
    ])
  })

  test('bars that have no row left are gathered by their time', () => {
    const years = Array.from({ length: 6 }, (_, index) => makePoint(`y${index}`, 'yes', '2018'))
    const { shapes, rows } = laneOf([...years, makePoint('z', 'yes', '2012')], 3)
    expect(shapes.map(({ points: { length } }) => length).toSorted()).toEqual([1, 6])
    expect(rows).toBeLessThanOrEqual(3)
  })

  test('"before 2013" and "since 2020" are bars that say which side is open', () => {
    const { shapes } = laneOf([
      makePoint('before', 'no', '2012', { opens: 'start', startMs: Date.UTC(2012, 11) }),
      makePoint('since', 'no', '2020', { opens: 'end', endMs: Date.UTC(2020, 1) }),
      makePoint('at', 'no', '2016-05'),
    ])
    const [before, since] = shapes
    expect(before?.bar?.opens).toBe('start')
    expect(since?.bar?.opens).toBe('end')
    expect((before?.bar?.toPx ?? 0) - (before?.bar?.fromPx ?? 0)).toBeGreaterThan(room.stepPx)
    expect((since?.bar?.toPx ?? 0) - (since?.bar?.fromPx ?? 0)).toBeGreaterThan(room.stepPx)
  })

  test('a time beyond belief stands at the end, open, and stretches nothing', () => {
    const { shapes } = laneOf([
      makePoint('old', 'no', '2012', { startMs: Date.UTC(-5000, 0), endMs: Date.UTC(2013, 0) }),
      makePoint('at', 'no', '2018-05'),
      makePoint('far', 'no', '2018', { startMs: Date.UTC(9999, 0), endMs: Date.UTC(9999, 11) }),
    ])
    expect(shapes.find(({ points: [one] }) => one?.claim === 'old')?.bar?.opens).toBe('start')
    expect(shapes.find(({ points: [one] }) => one?.claim === 'far')?.bar?.opens).toBe('end')
    expect(shapes.find(({ points: [one] }) => one?.claim === 'at')?.atPx).toBeGreaterThan(100)
  })

  test('no time is no timeline', () => {
    expect(layOut([])).toBeNull()
    expect(layOut([makePoint('a', 'no', '2012', { startMs: Number.NaN, endMs: Number.NaN })])).toBeNull()
  })
})
