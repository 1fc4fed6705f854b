import { hostAttribute } from './host-attribute'
import { assignedTo, shadowRootOf } from './shadow-trees'
import type { Work } from './slices'

/** What a walk over a page's text meets, in document order. `name` is the local name. */
export interface TextVisitor {
  /** Before an element's children. `isBlock`: its text stands on lines of its own. */
  enter(element: Element, name: string, isBlock: boolean): void
  leave(name: string, isBlock: boolean): void
  /** `stretch`: the same number for nodes of one tree between which nothing stands that is shown elsewhere. */
  text(node: Text, stretch: number): void
  /** A shadow tree comes next. */
  tree?(root: ShadowRoot): void
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** What holds no words of the page, or words that come and go with scripts and settings. */
const skipped = names(
  'head script style noscript template textarea select datalist svg iframe frame object embed noembed noframes canvas audio video map',
)

/**
 * Elements that begin a line by the HTML standard's default style (section 15.3), table parts and controls too.
 * By name and not by computed style: layout is slow to ask, and a style sheet that loads late would move every offset.
 */
const blocks = names(
  'address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp',
)

/** Whether the text map leaves an element out, with all that is in it. */
const isSkipped = (element: Element, name: string) =>
  skipped.has(name) || (name === 'div' && element.hasAttribute(hostAttribute))

/** A tree that is being walked, or what a slot shows of one: nodes that stand side by side, one after the other. */
interface Level {
  walker: TreeWalker
  /** Those not yet walked, the last one first. */
  rest: Node[]
  stretch: number
}

/**
 * Walks the words of `root` in the order in which they are shown (the flat tree: CSS Scoping 1, 3.4): of an element with
 * a shadow tree that tree, with what its slots are given. Without recursion (a page may nest 5,000 elements) and through
 * TreeWalkers, whose moves a page cannot bend: a form with a field named "nextSibling" answers `form.nextSibling`
 * with that field, and a loop over it never ends. Each name is read once: in Firefox's content scripts every read of
 * the page crosses a border. May be put down after some nodes; what it says is of use only if the page stays the same.
 */
export function* walkText(root: Element, visitor: TextVisitor): Work<void> {
  const walk = (node: Node) => root.ownerDocument.createTreeWalker(node, elementsAndText)
  const open: string[] = []
  const leave = () => {
    const name = open.pop() ?? ''
    visitor.leave(name, blocks.has(name))
  }
  const outer: Level[] = []
  let walker = walk(root)
  let level: Level = { walker, rest: [], stretch: 0 }
  let stretches = 0
  /** The first node that an element with a shadow tree, or a slot, shows; null where it shows none. */
  const descend = (element: Element, tree: ShadowRoot | null): Node | null => {
    walker.currentNode = element
    if (tree) visitor.tree?.(tree)
    const [first = tree, ...rest] = tree ? [] : assignedTo(element)
    if (!first) return walker.firstChild()
    const inner = walk(first)
    const node = tree ? inner.firstChild() : first
    if (!node) return null
    outer.push(level)
    walker = inner
    level = { walker, rest: rest.reverse(), stretch: ++stretches }
    return node
  }
  /** What comes where a tree is at its end: the next one beside it, or what is around both. */
  const ascend = (): Node | null => {
    const next = level.rest.pop()
    if (next) {
      if (next.previousSibling !== walker.root) level.stretch = ++stretches
      walker = walk(next)
      level.walker = walker
      return next
    }
    const around = outer.pop()
    if (!around) return null
    level = around
    walker = level.walker
    leave()
    return walker.nextSibling()
  }
  let node: Node | null = root
  for (let met = 1; node; met++) {
    if (met % nodesPerStep === 0) yield
    if (node.nodeType === 3) {
      visitor.text(node as Text, level.stretch)
    } else {
      const element = node as Element
      const name = element.localName
      if (!isSkipped(element, name)) {
        open.push(name)
        visitor.enter(element, name, blocks.has(name))
        const child = walker.firstChild()
        const tree = shadowRootOf(element, name, child === null)
        const inner = tree !== null || name === 'slot' ? descend(element, tree) : child
        if (inner) {
          node = inner
          continue
        }
        leave()
      }
    }
    node = walker.nextSibling()
    while (!node) {
      if (walker.parentNode()) leave()
      else if (outer.length === 0 && level.rest.length === 0) break
      else {
        node = ascend()
        continue
      }
      node = walker.nextSibling()
    }
  }
}

/** Some tenths of a millisecond. */
const nodesPerStep = 64

/** NodeFilter.SHOW_ELEMENT and SHOW_TEXT. */
export const elementsAndText = 5
