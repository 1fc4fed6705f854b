import fc from 'fast-check'
import { positions } from '../../utils/model/dossier'
import { asClaimId } from '../../utils/model/ids'
import type { TimelinePoint } from '../../utils/model/reading'

const dayMs = 86_400_000

/** Times as dossiers have them: days, months and years, often the same ones. */
const usualStart = fc.oneof(
  fc.integer({ min: Date.UTC(2009, 0) / dayMs, max: Date.UTC(2026, 0) / dayMs }).map(day => day * dayMs),
  fc.constantFrom(Date.UTC(2018, 4, 22), Date.UTC(2018, 4), Date.UTC(2018, 0), Date.UTC(2016, 1, 29)),
)
/** And as nobody should: beyond the calendar, no numbers, the far past. */
const oddStart = fc.constantFrom(
  Number.NaN,
  Number.NEGATIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  -8.64e15,
  8.64e15,
  1e300,
  Date.UTC(-5000, 0),
  Date.UTC(9999, 0),
  0,
)

const arbitraryPointAt = (start: fc.Arbitrary<number>): fc.Arbitrary<TimelinePoint> =>
  fc
    .record({
      claim: fc.integer({ min: 0, max: 999 }).map(id => asClaimId(`claim#${id}`)),
      position: fc.constantFrom(...positions),
      startMs: start,
      endMs: fc.constantFrom(0, 1, 30, 365, 3_000, -40),
      opens: fc.constantFrom(null, null, null, null, 'start' as const, 'end' as const),
      isPublished: fc.boolean(),
      isHere: fc.constantFrom(true, false, false),
      isApart: fc.constantFrom(true, false, false),
      relation: fc.constantFrom(null, 'agrees' as const, 'disputes' as const),
      label: fc.string(),
      repeats: fc.constant<TimelinePoint['repeats']>([]),
      outlets: fc.integer({ min: 1, max: 30 }),
    })
    .map(point => ({ ...point, endMs: point.startMs + point.endMs * dayMs }))

export const arbitraryPoint = arbitraryPointAt(usualStart)
export const arbitraryOddPoint = arbitraryPointAt(fc.oneof(usualStart, oddStart))
