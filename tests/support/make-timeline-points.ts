import { positions } from '../../utils/model/dossier'
import { asClaimId } from '../../utils/model/ids'
import type { TimelinePoint } from '../../utils/model/reading'
import { createRandom } from './create-random'

const dayMs = 86_400_000

/**
 * As many points as one wants, over sixteen years: two thirds crowd in a few weeks as news does, most are of a day or
 * a month, one in seven of a year, some open, some by publication, some carried by several outlets.
 */
export function makeTimelinePoints(count: number, seed = 20_180_522): TimelinePoint[] {
  const random = createRandom(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const firstMs = Date.UTC(2009, 0)
  const affairs = Array.from({ length: 7 }, () => firstMs + random() * 16 * 365 * dayMs)
  return Array.from({ length: count }, (_, index): TimelinePoint => {
    const isNews = random() < 0.66
    const startMs =
      Math.floor(
        (isNews ? pick(affairs) + random() * 30 * dayMs : firstMs + random() * 16 * 365 * dayMs) / dayMs,
      ) * dayMs
    const days = pick([1, 1, 1, 30, 30, 31, 365])
    return {
      claim: asClaimId(`claim#${index}`),
      position: pick(positions),
      startMs,
      endMs: startMs + days * dayMs,
      opens: pick([...Array.from({ length: 30 }, () => null), 'start', 'end'] as const),
      isPublished: random() < 0.1,
      isHere: random() < 0.001,
      isApart: random() < 0.2,
      relation: pick(['agrees', 'disputes', 'leaves open', 'qualifies'] as const),
      label: `Speaker ${index} › Outlet ${index % 40}`,
      repeats: [],
      outlets: random() < 0.2 ? 2 + Math.floor(random() * 8) : 1,
    }
  }).sort((a, b) => a.startMs - b.startMs)
}
