import { bisect } from '../model/bisect'
import { assignedTo, shadowRootOf, treeAt } from './shadow-trees'

/**
 * Which of a map's Text nodes is the first at or behind a point between nodes (`isEnd`: the last one before it); -1
 * where there is none. `nodes` in the order in which they are shown; those that the page has taken out since count for
 * nothing. O(nodes), as each is asked whether it is still there; then O(log nodes) comparisons.
 */
export function findPlace(nodes: readonly Text[], container: Node, offset: number, isEnd: boolean): number {
  const child = container.nodeType === 3 ? undefined : container.childNodes[isEnd ? offset - 1 : offset]
  if (!container.isConnected) return -1
  const pivot = pathTo(child ?? treeAt(container)?.host ?? container)
  const places = [...nodes.keys()].filter(place => nodes[place]?.isConnected)
  /** Whether a node is behind the point. */
  const isBehind = (place: number) => {
    const node = nodes[place]
    const order = node ? compare(pathTo(node), pivot) : 0
    // Inside the pivot: a point at a child is before that child or behind it, one without a child at the other end.
    return order === 0 ? isEnd !== (child !== undefined) : order > 0
  }
  const next = bisect(places.length, at => isBehind(places[at] ?? 0))
  return places[isEnd ? next - 1 : next] ?? -1
}

/** The elements around a node as it is shown, from outside, and the node itself. */
function pathTo(node: Node): Node[] {
  const path = [node]
  for (let at: Node | null = shownIn(node); at; at = shownIn(at)) path.push(at)
  return path.reverse()
}

/** What a node is shown in: the slot it is given to, the host whose shadow tree it is at the top of, or its parent. */
function shownIn(node: Node): Node | null {
  const parent = parentOf(node)
  if (!parent) return null
  if (parent.nodeType !== 1) return treeAt(parent)?.host ?? parent
  const slots = shadowRootOf(parent as Element, (parent as Element).localName, false)?.querySelectorAll(
    'slot',
  )
  return [...(slots ?? [])].find(slot => assignedTo(slot).includes(node)) ?? parent
}

/**
 * Above 0 where a node is shown behind the pivot, below 0 before it, 0 inside it; by their paths. What a host with a
 * shadow tree does not show counts as behind that tree.
 */
function compare(path: readonly Node[], pivot: readonly Node[]): number {
  const at = pivot.findIndex((node, depth) => node !== path[depth])
  const [here, there] = [path[at], pivot[at]]
  if (!here || !there) return 0
  const order = Node.prototype.compareDocumentPosition.call(there, here)
  return (order & (disconnected | following)) === following ? 1 : -1
}

/** Node.DOCUMENT_POSITION_DISCONNECTED and DOCUMENT_POSITION_FOLLOWING. */
const disconnected = 1
const following = 4

/** By the prototype: a form's field may be called "parentNode", and stands in that form. */
const parentOf = (node: Node): Node | null =>
  Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')?.get?.call(node) ?? null
