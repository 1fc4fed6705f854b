import { type BarRows, createBarRows, type Stretch } from './bar-rows'

/** A bar in its row; it may stand for several. */
export interface PackedBar<Item> extends Stretch {
  items: Item[]
  row: number
}

interface Options<Item> {
  /** Rows that bars may take, at least one. */
  most: number
  stepPx: number
  /** Where the axis begins: bars are gathered by their distance from it, so that moving the view changes nothing. */
  originPx: number
  /** Bars of one kind alone are gathered, as long as that is enough. */
  kindOf: (item: Item) => string
  /** The first ones take the lowest rows. */
  compare: (a: Item, b: Item) => number
}

/**
 * Gives each bar a row of its own where they overlap. Where that takes more rows than there are, bars that begin and end
 * at about the same time are gathered, ever more roughly until they have room: in the end all are one.
 */
export function packBars<Item extends Stretch>(
  bars: readonly Item[],
  { most, stepPx, originPx, kindOf, compare }: Options<Item>,
): { rows: BarRows; bars: PackedBar<Item>[] } {
  const inOrder = bars.toSorted(compare)
  const lengthPx = inOrder.reduce((far, { toPx }) => Math.max(far, toPx - originPx), 0)
  for (let roughPx = 0; roughPx < 2 * lengthPx; roughPx = roughPx === 0 ? stepPx : roughPx * 2) {
    const round = (px: number) => Math.floor((px - originPx) / roughPx)
    const gathered =
      roughPx === 0
        ? inOrder.map(bar => gather([bar]))
        : groupInOrder(inOrder, bar => `${kindOf(bar)} ${round(bar.fromPx)} ${round(bar.toPx)}`).map(gather)
    const packed = takeRows(gathered, most)
    if (packed) return packed
  }
  return (
    takeRows(inOrder.length > 0 ? [gather(inOrder)] : [], most) ?? { rows: createBarRows(most), bars: [] }
  )
}

const gather = <Item extends Stretch>(items: Item[]): Stretch & { items: Item[] } => ({
  fromPx: items.reduce((px, item) => Math.min(px, item.fromPx), Number.POSITIVE_INFINITY),
  toPx: items.reduce((px, item) => Math.max(px, item.toPx), Number.NEGATIVE_INFINITY),
  items,
})

function groupInOrder<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}

/** Null where one finds no row: then what follows need not be tried. */
function takeRows<Item>(bars: readonly (Stretch & { items: Item[] })[], most: number) {
  const rows = createBarRows(most)
  const packed: PackedBar<Item>[] = []
  for (const bar of bars) {
    const row = rows.take(bar)
    if (row === null) return null
    packed.push({ ...bar, row })
  }
  return { rows, bars: packed }
}
