import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stackPoints } from '../../../../components/timeline/stack-points'

test('columns keep their distance and order, hold every item, and none is moved by more than half a step', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 30 }),
      (places, stepPx) => {
        const columns = stackPoints(
          places.map(atPx => ({ atPx })),
          stepPx,
        )
        expect(columns.flatMap(({ items }) => items.map(({ atPx }) => atPx))).toEqual(
          places.toSorted((a, b) => a - b),
        )
        for (const [index, { atPx, items }] of columns.entries()) {
          const before = columns[index - 1]
          if (before) expect(atPx - before.atPx).toBeGreaterThanOrEqual(stepPx - 1e-9)
          for (const item of items) expect(Math.abs(item.atPx - atPx)).toBeLessThanOrEqual(stepPx / 2 + 1e-9)
        }
      },
    ),
  )
})
