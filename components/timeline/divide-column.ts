import { comparePlaced, type Placed } from './place-point'

/**
 * The shapes of one column from the ground up, at most so many (at least one): each item is one, the article's own
 * lowest; where there are more than fit, the highest shape is all the rest. So a higher column is always one of more.
 */
export function divideColumn(items: readonly Placed[], most: number): Placed[][] {
  const inOrder = items.toSorted(comparePlaced)
  if (inOrder.length <= most) return inOrder.map(item => [item])
  return [...inOrder.slice(0, most - 1).map(item => [item]), inOrder.slice(most - 1)]
}
