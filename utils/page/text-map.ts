import type { Span } from '../model/span'
import { findNearestText } from './find-nearest-text'
import { finish, type Work } from './slices'
import { type TextVisitor, walkText } from './walk-text'

/** A page's text as one string, and the way between its offsets and the page's Text nodes. */
export interface TextMap {
  root: Element
  /**
   * The data of all Text nodes in order. A line break stands between blocks and at a `<br>`, and nowhere else
   * outside `<pre>`: breaks and tabs inside a node are spaces, as a browser shows them, one unit for one unit.
   */
  text: string
  /**
   * The Range of these words; null where the span holds no character of a node, or the page has
   * changed the nodes since.
   */
  toRange(span: Span): Range | null
  /** The words between two points of the page; null where there is none. Ends may be elements, and reversed. */
  toSpan(range: RangeEnds): Span | null
  /** Where a node's text begins; null for a node that was not there, or is left out. */
  startOf(node: Text): number | null
}

/** The ends of a Range, a StaticRange or a Selection. */
export type RangeEnds = Pick<AbstractRange, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>

/** Follows the walk that makes the map, and learns at which offset it stands: one walk serves both. */
export interface TextObserver {
  enter?(element: Element, name: string, isBlock: boolean, offset: number): void
  leave?(name: string, isBlock: boolean, offset: number): void
  /** `data` begins at `offset` of the map's text. */
  text?(data: string, offset: number): void
}

/**
 * Reads the text under `root` once. The map is a picture of that moment: make a new one after the page changed.
 * One walk, O(nodes); `toRange` is O(log nodes). A page of 1.7 MB in 120,000 nodes
 * takes 90 ms in Chromium and 400 ms in Firefox, a news page 2 ms.
 */
export const createTextMap = (root: Element, observer?: TextObserver): TextMap =>
  finish(mapText(root, observer))

/** The same, step by step: see slices. */
export function* mapText(root: Element, observer: TextObserver = {}): Work<TextMap> {
  const nodes: Text[] = []
  const starts: number[] = []
  const parts: string[] = []
  /** Which part is a node's data: breaks are parts too. */
  const partOf: number[] = []
  let length = 0
  let isBreakDue = false
  let preDepth = 0
  const visitor: TextVisitor = {
    enter(element, name, isBlock) {
      if (isBlock) isBreakDue = true
      if (name === 'pre') preDepth++
      observer.enter?.(element, name, isBlock, length)
    },
    leave(name, isBlock) {
      if (isBlock) isBreakDue = true
      if (name === 'pre') preDepth--
      observer.leave?.(name, isBlock, length)
    },
    text(node) {
      const raw = node.data
      if (!raw) return
      const data = preDepth > 0 ? raw : raw.replace(/[\t\n\f\r]/g, ' ')
      // The space between two blocks stays before their one line break: it belongs to no line.
      if (isBreakDue && /\S/.test(data)) {
        if (length > 0) {
          parts.push('\n')
          length++
        }
        isBreakDue = false
      }
      nodes.push(node)
      partOf.push(parts.length)
      starts.push(length)
      parts.push(data)
      observer.text?.(data, length)
      length += data.length
    },
  }
  yield* walkText(root, visitor)
  const text = parts.join('')
  const endOf = (index: number) => (starts[index] ?? 0) + (parts[partOf[index] ?? 0] ?? '').length

  /** How many nodes begin before `offset`. */
  const countBefore = (offset: number): number => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((starts[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  // Few pages are ever asked for their nodes' places: the index is made when the first selection asks.
  let indexOf: Map<Node, number> | null = null
  const placeOf = (node: Node): number => {
    indexOf ??= new Map(nodes.map((each, index) => [each, index]))
    return indexOf.get(node) ?? -1
  }

  const offsetOf = (node: Node, offset: number, isEnd: boolean): number | null => {
    const index = placeOf(node)
    if (index >= 0) return Math.min((starts[index] ?? 0) + offset, endOf(index))
    const near = placeOf(findNearestText(root, node, offset, isEnd, each => placeOf(each) >= 0) ?? root)
    if (near < 0) return null
    return isEnd ? endOf(near) : (starts[near] ?? 0)
  }

  return {
    root,
    text,
    startOf: node => starts[placeOf(node)] ?? null,
    toRange({ start, end }) {
      // The first node that ends after `start`, the last that begins before `end`: breaks between them fall away.
      let first = Math.max(0, countBefore(start + 1) - 1)
      if (endOf(first) <= start) first++
      const last = countBefore(end) - 1
      const from = nodes[first]
      const to = nodes[last]
      if (start >= end || !from || !to || first > last) return null
      const startOffset = Math.max(0, start - (starts[first] ?? 0))
      const endOffset = Math.min(end, endOf(last)) - (starts[last] ?? 0)
      if (startOffset > from.length || endOffset > to.length) return null
      if (!root.contains(from) || !root.contains(to)) return null
      const range = root.ownerDocument.createRange()
      range.setStart(from, startOffset)
      range.setEnd(to, endOffset)
      return range.collapsed ? null : range
    },
    toSpan({ startContainer, startOffset, endContainer, endOffset }) {
      if (isReversed(startContainer, startOffset, endContainer, endOffset)) {
        ;[startContainer, startOffset, endContainer, endOffset] = [
          endContainer,
          endOffset,
          startContainer,
          startOffset,
        ]
      }
      const start = offsetOf(startContainer, startOffset, false)
      const end = offsetOf(endContainer, endOffset, true)
      return start !== null && end !== null && start < end ? { start, end } : null
    },
  }
}

function isReversed(start: Node, startOffset: number, end: Node, endOffset: number): boolean {
  if (start === end) return startOffset > endOffset
  const range = start.ownerDocument?.createRange()
  if (!range) return false
  // A Range that is given an end before its start moves its start there.
  range.setStart(start, startOffset)
  range.setEnd(end, endOffset)
  return range.startContainer !== start
}
