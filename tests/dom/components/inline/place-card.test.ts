import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Box, type Place, placeCard, type Size } from '../../../../components/inline/place-card'

const viewport: Size = { width: 1000, height: 700 }
const card: Size = { width: 340, height: 200 }
const line = (left: number, top: number, width = 300, height = 24): Box => ({ left, top, width, height })

const overlaps = (place: Place, size: Size, box: Box) =>
  place.x < box.left + box.width &&
  place.x + size.width > box.left &&
  place.y < box.top + box.height &&
  place.y + size.height > box.top

describe('placeCard', () => {
  test('puts the card under the mark, a little to the left of the pointer', () => {
    expect(placeCard([line(100, 100)], card, viewport, { x: 200, y: 110 })).toEqual({
      x: 172,
      y: 132,
      side: 'below',
    })
  })

  test('puts it above a mark near the lower edge', () => {
    expect(placeCard([line(100, 600)], card, viewport)).toEqual({ x: 100, y: 392, side: 'above' })
  })

  test('puts it beside the mark where the window is low', () => {
    const low = { width: 1000, height: 230 }
    expect(placeCard([line(100, 100)], card, low)).toEqual({ x: 408, y: 22, side: 'right' })
    expect(placeCard([line(600, 100)], card, low)).toMatchObject({ x: 252, side: 'left' })
  })

  test('stands under the last line of a mark that runs over several', () => {
    const lines = [line(400, 100), line(100, 124), line(100, 148, 80)]
    expect(placeCard(lines, card, viewport, { x: 450, y: 110 }).y).toBe(180)
  })

  test('spares at least the pointed line where the mark fills the window', () => {
    const lines = Array.from({ length: 28 }, (_, index) => line(0, index * 25, 1000))
    const place = placeCard(lines, card, viewport, { x: 500, y: 60 })
    expect(place).toEqual({ x: 472, y: 82, side: 'below' })
  })

  test('ignores lines that are scrolled away', () => {
    expect(placeCard([line(0, -900), line(100, 300)], card, viewport).side).toBe('below')
    expect(placeCard([line(0, -900), line(100, 300)], card, viewport).y).toBe(332)
  })

  test('stands at the pointer, or in the middle, where the mark has no lines', () => {
    expect(placeCard([], card, viewport, { x: 500, y: 300 })).toEqual({ x: 472, y: 308, side: 'below' })
    expect(placeCard([], card, viewport)).toEqual({ x: 500, y: 358, side: 'below' })
  })

  const sizes = fc.record({
    width: fc.integer({ min: 40, max: 600 }),
    height: fc.integer({ min: 30, max: 500 }),
  })
  const viewports = fc.record({
    width: fc.integer({ min: 300, max: 2000 }),
    height: fc.integer({ min: 200, max: 1400 }),
  })
  const boxes = fc.record({
    left: fc.integer({ min: -50, max: 1900 }),
    top: fc.integer({ min: -200, max: 1500 }),
    width: fc.integer({ min: 1, max: 900 }),
    height: fc.integer({ min: 10, max: 60 }),
  })
  const points = fc.record({ x: fc.integer({ min: 0, max: 2000 }), y: fc.integer({ min: 0, max: 1400 }) })

  test('never leaves the window, and covers no line unless it says so or had no room', () => {
    fc.assert(
      fc.property(
        fc.array(boxes, { maxLength: 6 }),
        sizes,
        viewports,
        fc.option(points, { nil: undefined }),
        (lines, size, window, pointer) => {
          fc.pre(size.width <= window.width - 16 && size.height <= window.height - 16)
          const place = placeCard(lines, size, window, pointer)
          expect(place.x).toBeGreaterThanOrEqual(8)
          expect(place.y).toBeGreaterThanOrEqual(8)
          expect(place.x + size.width).toBeLessThanOrEqual(window.width - 8)
          expect(place.y + size.height).toBeLessThanOrEqual(window.height - 8)

          const seen = lines.filter(box => box.top + box.height > 0 && box.top < window.height)
          const lowest = Math.max(...seen.map(box => box.top + box.height))
          const hasRoomBelow =
            seen.length > 0 && lowest + 8 >= 8 && lowest + 8 + size.height <= window.height - 8
          if (hasRoomBelow) expect(seen.filter(box => overlaps(place, size, box))).toEqual([])
        },
      ),
    )
  })
})
