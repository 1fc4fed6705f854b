import { type Layer, layerHeight } from './painter'
import { treeOf } from './shadow-trees'

/** A painted range, and whose it is. */
export interface PaintedRange<Id> {
  id: Id
  range: Range
  layer: Layer
}

/**
 * Whose ranges lie under a point of the viewport (CSS px), topmost first, each id once. Words come before the sentence
 * around them, and of two alike the one that ends first: the more particular.
 * Asks the browser where it can tell; elsewhere the caret next to the point, and then the boxes of the few ranges that hold it.
 */
export function findMarksAtPoint<Id>(
  document: Document,
  x: number,
  y: number,
  entries: readonly PaintedRange<Id>[],
): Id[] {
  const isHit = hitTest(document, x, y, listTrees(entries))
  const hits = entries.filter(({ range }) => isHit(range))
  hits.sort((a, b) => layerHeight(b.layer) - layerHeight(a.layer) || length(a.range) - length(b.range))
  return [...new Set(hits.map(({ id }) => id))]
}

const length = (range: Range) => range.toString().length

/** The shadow trees that ranges stand in: a browser tells of those that it is handed, and of no others. */
const listTrees = (entries: readonly PaintedRange<unknown>[]): ShadowRoot[] => [
  ...new Set(entries.flatMap(({ range }) => treeOf(range.startContainer) ?? [])),
]

function hitTest(
  document: Document,
  x: number,
  y: number,
  shadowRoots: ShadowRoot[],
): (range: Range) => boolean {
  const registry: unknown = typeof CSS !== 'undefined' && 'highlights' in CSS ? CSS.highlights : null
  if (canTell(registry)) {
    const hit = new Set(
      registry.highlightsFromPoint(x, y, { shadowRoots }).flatMap(({ ranges }) => [...ranges]),
    )
    return range => hit.has(range)
  }
  const caret = caretAt(document, x, y, shadowRoots)
  if (caret === null) return () => false
  // The caret is the nearest one, however far: the boxes say whether the point is on the text.
  return range => (caret === undefined || isAt(range, caret)) && hasBoxAt(range, x, y)
}

/** Not in all of the browsers we run in, nor in TypeScript's list. Source: CSS Custom Highlight API, 5.1. */
interface HitTesting {
  highlightsFromPoint(
    x: number,
    y: number,
    options: { shadowRoots: ShadowRoot[] },
  ): { highlight: Highlight; ranges: AbstractRange[] }[]
}
const canTell = (registry: unknown): registry is HitTesting =>
  typeof registry === 'object' && registry !== null && 'highlightsFromPoint' in registry

interface Caret {
  node: Node
  offset: number
}

/** Null where there is no text near; undefined where the browser cannot say. */
function caretAt(
  document: Document,
  x: number,
  y: number,
  shadowRoots: ShadowRoot[],
): Caret | null | undefined {
  if (typeof document.caretPositionFromPoint === 'function') {
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots })
    return caret && { node: caret.offsetNode, offset: caret.offset }
  }
  if (typeof document.caretRangeFromPoint === 'function') {
    const caret = document.caretRangeFromPoint(x, y)
    return caret && { node: caret.startContainer, offset: caret.startOffset }
  }
  return undefined
}

const isAt = (range: Range, { node, offset }: Caret) =>
  node.getRootNode() === range.startContainer.getRootNode() && range.isPointInRange(node, offset)

function hasBoxAt(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    box => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  )
}
