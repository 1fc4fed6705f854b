import { viewWeights as weights } from './weights'

/** How far a page is looked at: headlines, elements around one, paragraphs below one. */
const most = { headlines: 40, ancestors: 40, paragraphs: 400 } as const

/**
 * Of several stories that stand one after the other below `root` (endless scrolling): the element of the one that the
 * reader is at. Null where there is one story or none, or nothing is laid out: then layout is not asked either.
 *
 * A story has a headline of the first level that no other has, and is all around it that holds no other such headline.
 * Sites put that level on boxes and forms too: stories are comparable in length, and hold most of the page's paragraphs.
 * Parts of one article under headlines of that level are one story.
 */
export function findStoryInView(root: Element): Element | null {
  const headlines = [...listBelow(root, 'h1')].slice(0, most.headlines)
  if (headlines.length < 2) return null
  const byWords = new Map(
    headlines.map(headline => [headline.textContent?.replace(/\s+/g, ' ').trim(), headline]),
  )
  const candidates = [...byWords.values()].map(headline => {
    const element = growAround(headline)
    return { headline, element, length: measureStory(element) }
  })
  const longest = Math.max(...candidates.map(({ length }) => length))
  const stories = candidates.filter(({ length }) => length > longest * weights.comparableShare)
  const together = stories.reduce((sum, { length }) => sum + length, 0)
  const [first] = stories
  if (!first || stories.length < 2 || together < measureStory(root) * weights.togetherShare) return null
  const article = closest(first.headline, 'article, [itemprop="articleBody"]')
  if (article && stories.every(({ element }) => article.contains(element))) return null

  const line = (root.ownerDocument.defaultView?.innerHeight ?? 0) * weights.viewLine
  const shown = stories.flatMap(({ headline, element }) => {
    const { top, height } = headline.getBoundingClientRect()
    return height > 0 ? [{ element, top }] : []
  })
  const begun = shown.filter(({ top }) => top < line)
  return (begun.at(-1) ?? shown[0])?.element ?? null
}

/** Up from a headline as long as no other of its level comes in. */
function growAround(headline: Element): Element {
  let element = headline
  for (let steps = 0; steps < most.ancestors; steps++) {
    const { parentElement: parent } = element
    if (!parent || parent.localName === 'body' || listBelow(parent, 'h1').length > 1) break
    element = parent
  }
  return element
}

/** Length of its paragraphs, UTF-16 units; 0 where they are too few for a story. */
function measureStory(element: Element): number {
  const lengths = [...listBelow(element, 'p')]
    .slice(0, most.paragraphs)
    .map(({ textContent }) => textContent?.length ?? 0)
    .filter(length => length >= weights.storyParagraphLength)
  return lengths.length < weights.storyParagraphs ? 0 : lengths.reduce((sum, length) => sum + length)
}

/** By the prototype: a form's field may be called "getElementsByTagName". */
const listBelow = (element: Element, name: string): HTMLCollectionOf<Element> =>
  Element.prototype.getElementsByTagName.call(element, name)

const closest = (element: Element, selector: string): Element | null =>
  Element.prototype.closest.call(element, selector)
