import { hostAttribute } from './host-attribute'
import type { Work } from './slices'

/** What a walk over a page's text meets, in document order. `name` is the local name. */
export interface TextVisitor {
  /** Before an element's children. `isBlock`: its text stands on lines of its own. */
  enter(element: Element, name: string, isBlock: boolean): void
  leave(name: string, isBlock: boolean): void
  text(node: Text): void
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

/**
 * Walks the words of `root` in document order, without recursion (a page may nest 5,000 elements) and through a
 * TreeWalker, whose moves a page cannot bend: a form with a field named "nextSibling" answers `form.nextSibling`
 * with that field, and a loop over it never ends. Each name is read once: in Firefox's content scripts every read of
 * the page crosses a border. May be put down after some nodes; what it says is of use only if the page stays the same.
 */
export function* walkText(root: Element, visitor: TextVisitor): Work<void> {
  const walker = root.ownerDocument.createTreeWalker(root, elementsAndText)
  const open: string[] = []
  const enter = (element: Element, name: string) => {
    open.push(name)
    visitor.enter(element, name, blocks.has(name))
  }
  const leave = () => {
    const name = open.pop() ?? ''
    visitor.leave(name, blocks.has(name))
  }
  enter(root, root.localName)
  let node: Node | null = walker.firstChild()
  for (let met = 1; node; met++) {
    if (met % nodesPerStep === 0) yield
    if (node.nodeType === 3) {
      visitor.text(node as Text)
    } else {
      const element = node as Element
      const name = element.localName
      if (!isSkipped(element, name)) {
        enter(element, name)
        const child = walker.firstChild()
        if (child) {
          node = child
          continue
        }
        leave()
      }
    }
    node = walker.nextSibling()
    while (!node) {
      const parent = walker.parentNode()
      if (!parent || parent === root) break
      leave()
      node = walker.nextSibling()
    }
  }
  leave()
}

/** Some tenths of a millisecond. */
const nodesPerStep = 64

/** NodeFilter.SHOW_ELEMENT and SHOW_TEXT. */
export const elementsAndText = 5
