import { elementsAndText } from './walk-text'

/**
 * The first Text node at or after a point between nodes (`isEnd`: the last one before it) that the map knows.
 * A walk and no comparison of positions, so that nodes the page has taken out since do no harm.
 */
export function findNearestText(
  root: Element,
  container: Node,
  offset: number,
  isEnd: boolean,
  isKnown: (node: Node) => boolean,
): Node | null {
  if (!root.contains(container)) {
    if (root.getRootNode() !== container.getRootNode()) return null
    const whole = root.ownerDocument.createRange()
    whole.selectNodeContents(root)
    // All of the text lies after a point before it, and before a point behind it.
    if (whole.comparePoint(container, offset) < 0 === isEnd) return null
    container = root
    offset = isEnd ? root.childNodes.length : 0
  }
  const walker = root.ownerDocument.createTreeWalker(root, elementsAndText)
  const child = container.nodeType === 1 ? container.childNodes[isEnd ? offset - 1 : offset] : undefined
  let node: Node | null
  walker.currentNode = child ?? container
  if (child) {
    node = isEnd ? lastInside(walker) : child
  } else if (isEnd && container.nodeType === 1) {
    node = walker.previousNode()
  } else {
    node = isEnd ? walker.previousNode() : nextOutside(walker)
  }
  while (node && !isKnown(node)) node = isEnd ? walker.previousNode() : walker.nextNode()
  return node
}

function lastInside(walker: TreeWalker): Node {
  while (walker.lastChild());
  return walker.currentNode
}

function nextOutside(walker: TreeWalker): Node | null {
  let node = walker.nextSibling()
  while (!node && walker.parentNode()) node = walker.nextSibling()
  return node
}
